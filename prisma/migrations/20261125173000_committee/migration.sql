-- The Main Committee on whose report a resolution was adopted, for the map of the reporting load. What is here already
-- is read once from the line under its title; new resolutions bring it with them.
ALTER TABLE "resolution" ADD COLUMN "committee" TEXT NOT NULL DEFAULT '';

UPDATE "resolution" r SET "committee" = found.committee
FROM (
  SELECT DISTINCT ON (v."resolution_id") v."resolution_id",
    CASE lower(substring(left(s."text", 4000) from '(?i)on\s+the\s+reports?\s+of\s+the\s+(First|Second|Third|Fourth|Fifth|Sixth|Special Political)'))
      WHEN 'first' THEN '1' WHEN 'second' THEN '2' WHEN 'third' THEN '3' WHEN 'fourth' THEN '4'
      WHEN 'fifth' THEN '5' WHEN 'sixth' THEN '6' WHEN 'special political' THEN '4'
      ELSE CASE WHEN left(s."text", 4000) ~* 'without\s+reference\s+to\s+a\s+Main\s+Committee' THEN 'plenary' ELSE '' END
    END AS committee
  FROM "resolution_version" v JOIN "source_document" s ON s."id" = v."source_id"
  ORDER BY v."resolution_id", v."version" DESC
) found
WHERE found."resolution_id" = r."id" AND found.committee <> '';

ALTER TABLE "resolution" ADD CONSTRAINT "resolution_committee_known" CHECK ("committee" IN ('', '1', '2', '3', '4', '5', '6', 'plenary'));
