-- Search: the words of comments, symbols and titles typed with a slip, and the words that titles and names are made of,
-- from which a mistyped word is put right. The words are kept by triggers for each statement, so that a load of a whole
-- session costs one insert.
CREATE INDEX "comment_words_idx" ON "comment" USING GIN (to_tsvector('english', "text"));

CREATE TABLE "search_word" (
  "word" TEXT NOT NULL,
  CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "search_word_parts_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

CREATE FUNCTION keep_search_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'resolution' THEN
    INSERT INTO "search_word" SELECT DISTINCT w FROM fresh, regexp_split_to_table(lower(fresh."title"), '[^[:alpha:]]+') w
      WHERE length(w) BETWEEN 4 AND 40 ORDER BY w ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO "search_word" SELECT DISTINCT w FROM fresh, regexp_split_to_table(lower(fresh."name"), '[^[:alpha:]]+') w
      WHERE length(w) BETWEEN 4 AND 40 ORDER BY w ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "resolution_words_kept" AFTER INSERT ON "resolution" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();
CREATE TRIGGER "body_name_words_kept" AFTER INSERT ON "body_name" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION keep_search_words();

INSERT INTO "search_word"
SELECT DISTINCT w FROM (
  SELECT regexp_split_to_table(lower("title"), '[^[:alpha:]]+') w FROM "resolution"
  UNION ALL SELECT regexp_split_to_table(lower("name"), '[^[:alpha:]]+') FROM "body_name"
) words WHERE length(w) BETWEEN 4 AND 40 ON CONFLICT DO NOTHING;
