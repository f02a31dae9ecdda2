-- One resolution, several languages: each further language is an expression of the resolution with paragraphs of its own,
-- aligned by their stable ids ("A/RES/77/105#op2" in every language). The words of a paragraph are kept for search as they
-- are stored, by the dictionary of their language; Chinese, which sets no blanks, by pairs of characters.
CREATE TABLE "expression" (
  "id" TEXT NOT NULL,
  "resolution_id" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "source_id" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "warnings" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "created_by_id" TEXT,
  CONSTRAINT "expression_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "expression_language_known" CHECK ("language" IN ('ar', 'en', 'es', 'fr', 'ru', 'zh')),
  CONSTRAINT "expression_version_positive" CHECK ("version" > 0)
);
CREATE UNIQUE INDEX "expression_resolution_id_language_version_key" ON "expression"("resolution_id", "language", "version");
CREATE INDEX "expression_source_id_idx" ON "expression"("source_id");
ALTER TABLE "expression" ADD CONSTRAINT "expression_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "expression" ADD CONSTRAINT "expression_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "expression_paragraph" (
  "id" TEXT NOT NULL,
  "expression_id" TEXT NOT NULL,
  "resolution_id" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "stable_id" TEXT NOT NULL,
  "ordinal" INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "depth" INTEGER NOT NULL DEFAULT 0,
  "text" TEXT NOT NULL,
  "spans" JSONB NOT NULL,
  "words" TSVECTOR,
  CONSTRAINT "expression_paragraph_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "expression_paragraph_expression_id_stable_id_key" ON "expression_paragraph"("expression_id", "stable_id");
CREATE INDEX "expression_paragraph_resolution_id_stable_id_idx" ON "expression_paragraph"("resolution_id", "stable_id");
ALTER TABLE "expression_paragraph" ADD CONSTRAINT "expression_paragraph_expression_id_fkey" FOREIGN KEY ("expression_id") REFERENCES "expression"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- "安全理事会" -> {安全, 全理, 理事, 事会}: pairs of neighbours among Chinese characters.
CREATE FUNCTION chinese_pairs(words TEXT) RETURNS TEXT[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT substr(run, n, 2)), '{}')
  FROM (SELECT unnest(regexp_split_to_array(words, '[^\u4e00-\u9fff]+')) AS run) runs,
       LATERAL generate_series(1, greatest(length(run) - 1, 0)) n
$$;

CREATE FUNCTION words_in(language TEXT, words TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE language
    WHEN 'fr' THEN to_tsvector('french', words)
    WHEN 'es' THEN to_tsvector('spanish', words)
    WHEN 'ru' THEN to_tsvector('russian', words)
    WHEN 'ar' THEN to_tsvector('arabic', words)
    WHEN 'zh' THEN array_to_tsvector(chinese_pairs(words))
    ELSE to_tsvector('english', words)
  END
$$;

CREATE FUNCTION keep_expression_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."words" := words_in(NEW."language", NEW."text");
  RETURN NEW;
END $$;
CREATE TRIGGER "expression_words_kept" BEFORE INSERT ON "expression_paragraph"
  FOR EACH ROW EXECUTE FUNCTION keep_expression_words();

CREATE INDEX "expression_words_idx" ON "expression_paragraph" USING GIN ("words");

-- Texts that came in another language than English before this: their newest reading is an expression too.
INSERT INTO "expression" ("id", "resolution_id", "language", "version", "source_id", "title", "warnings", "created_by_id")
SELECT v."id", v."resolution_id", s."language", 1, v."source_id", r."title", v."warnings", v."created_by_id"
FROM "resolution_version" v
JOIN "source_document" s ON s."id" = v."source_id"
JOIN "resolution" r ON r."id" = v."resolution_id"
WHERE s."language" IN ('ar', 'es', 'fr', 'ru', 'zh')
  AND v."version" = (SELECT max(n."version") FROM "resolution_version" n WHERE n."resolution_id" = v."resolution_id");
INSERT INTO "expression_paragraph" ("id", "expression_id", "resolution_id", "language", "stable_id", "ordinal", "kind", "number", "depth", "text", "spans")
SELECT p."id", e."id", p."resolution_id", e."language", p."stable_id", p."ordinal", p."kind", p."number", p."depth", p."text", p."spans"
FROM "paragraph" p JOIN "expression" e ON e."id" = p."version_id";
