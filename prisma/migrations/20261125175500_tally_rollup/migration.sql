-- The summary in two grains. The fine one (task_tally) crosses session, lead, unit and status; what can be late keeps its
-- day, what is over does not need one, so that the record of past decades adds few cells. The coarse one (task_rollup)
-- holds each of session, lead and unit by itself: the dashboard of everything reads it and never crosses.

CREATE TABLE "task_rollup" (
    "dimension" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "due_on" VARCHAR(10) NOT NULL,
    "has_owner" BOOLEAN NOT NULL,
    "shard" INTEGER NOT NULL DEFAULT 0,
    "count" INTEGER NOT NULL,
    CONSTRAINT "task_rollup_pkey" PRIMARY KEY ("dimension", "key", "number", "status", "due_on", "has_owner", "shard"),
    CONSTRAINT "task_rollup_dimension_known" CHECK ("dimension" IN ('session', 'lead', 'responsible'))
);
-- Counts change all day and their keys never: room on each page keeps such a change on its page.
ALTER TABLE "task_rollup" SET (fillfactor = 70);
ALTER TABLE "task_tally" SET (fillfactor = 70);
CREATE INDEX "task_tally_lead_body_id_idx" ON "task_tally"("lead_body_id");

DROP TRIGGER task_tally_insert ON task;
DROP TRIGGER task_tally_update ON task;
DROP TRIGGER task_tally_delete ON task;
DROP FUNCTION task_tally_follow();
DROP FUNCTION task_tally_differences();

-- The day of a cell: only where a passed day means that something is late.
CREATE FUNCTION tally_day(status text, due_on text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN status IN ('PROPOSED', 'PENDING', 'IN_PROGRESS', 'SUBMITTED') THEN coalesce(due_on, '') ELSE '' END $$;
-- Whether somebody sees it through: asked of pending work alone.
CREATE FUNCTION tally_owner(status text, owner_id text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT status IN ('PROPOSED', 'PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED') AND owner_id IS NOT NULL $$;

-- Writes differences into both grains. They come summed and in one order, so that two bulk changes in the same shard
-- cannot wait for each other in a circle.
CREATE FUNCTION task_tally_add(differences task_tally[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE rolled task_rollup[];
BEGIN
  IF differences IS NULL THEN RETURN; END IF;
  INSERT INTO task_tally AS t SELECT * FROM unnest(differences)
    ON CONFLICT (target_organ, target_session, lead_body_id, responsible_id, status, due_on, has_owner, shard)
    DO UPDATE SET count = t.count + excluded.count;
  DELETE FROM task_tally t USING unnest(differences) d
    WHERE t.count = 0 AND (t.target_organ, t.target_session, t.lead_body_id, t.responsible_id, t.status, t.due_on, t.has_owner, t.shard)
      = (d.target_organ, d.target_session, d.lead_body_id, d.responsible_id, d.status, d.due_on, d.has_owner, d.shard);
  SELECT array_agg(ROW(a, b, c, d, e, f, g, n)::task_rollup ORDER BY a, b, c, d, e, f) INTO rolled FROM (
    SELECT k.dimension a, k.key b, k.number c, x.status d, x.due_on e, x.has_owner f, x.shard g, sum(x.count)::int n
    FROM unnest(differences) x CROSS JOIN LATERAL (VALUES
      ('session', x.target_organ, x.target_session), ('lead', x.lead_body_id, 0), ('responsible', x.responsible_id, 0)) k(dimension, key, number)
    GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(x.count) <> 0) sums;
  IF rolled IS NULL THEN RETURN; END IF;
  INSERT INTO task_rollup AS t SELECT * FROM unnest(rolled)
    ON CONFLICT (dimension, key, number, status, due_on, has_owner, shard) DO UPDATE SET count = t.count + excluded.count;
  DELETE FROM task_rollup t USING unnest(rolled) d
    WHERE t.count = 0 AND (t.dimension, t.key, t.number, t.status, t.due_on, t.has_owner, t.shard)
      = (d.dimension, d.key, d.number, d.status, d.due_on, d.has_owner, d.shard);
END $$;

-- One function for each kind of change, from one pattern: what differs is which rows count up and which down.
DO $make$
DECLARE
  kind text[];
BEGIN
  FOREACH kind SLICE 1 IN ARRAY ARRAY[
    ['insert', 'SELECT *, 1 one FROM new_rows'],
    ['delete', 'SELECT *, -1 one FROM old_rows'],
    ['update', 'SELECT *, 1 one FROM new_rows UNION ALL SELECT *, -1 FROM old_rows']
  ] LOOP
    EXECUTE format($pattern$
      CREATE FUNCTION task_tally_on_%1$s() RETURNS trigger LANGUAGE plpgsql AS $f$
      DECLARE
        my_shard constant int := pg_backend_pid() %% 16;
        differences task_tally[];
      BEGIN
        SELECT array_agg(ROW(a, b, c, d, e, f, g, my_shard, n)::task_tally ORDER BY a, b, c, d, e, f, g) INTO differences FROM (
          SELECT coalesce(target_organ, '') a, coalesce(target_session, 0) b, coalesce(lead_body_id, '') c, coalesce(responsible_id, '') d,
            status e, tally_day(status, due_on) f, tally_owner(status, owner_id) g, sum(one)::int n
          FROM (%2$s) changed GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(one) <> 0) cells;
        PERFORM task_tally_add(differences);
        RETURN NULL;
      END $f$ $pattern$, kind[1], kind[2]);
  END LOOP;
END $make$;

CREATE TRIGGER task_tally_insert AFTER INSERT ON task REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION task_tally_on_insert();
CREATE TRIGGER task_tally_update AFTER UPDATE ON task REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION task_tally_on_update();
CREATE TRIGGER task_tally_delete AFTER DELETE ON task REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION task_tally_on_delete();

-- What a full recount gives, in the cells of the fine summary.
CREATE VIEW task_recount AS
  SELECT coalesce(t.target_organ, '') target_organ, coalesce(t.target_session, 0) target_session, coalesce(t.lead_body_id, '') lead_body_id,
    coalesce(t.responsible_id, '') responsible_id, t.status, tally_day(t.status, t.due_on) due_on, tally_owner(t.status, t.owner_id) has_owner, count(*) count
  FROM task t GROUP BY 1, 2, 3, 4, 5, 6, 7;

-- Cells of either grain that differ from a recount, with both figures: none, when all is well.
CREATE FUNCTION task_tally_differences() RETURNS TABLE (grain text, cell text, counted bigint, summed bigint)
LANGUAGE sql STABLE AS $$
  WITH recount AS MATERIALIZED (SELECT * FROM task_recount),
  rolled AS (
    SELECT k.dimension, k.key, k.number, x.status, x.due_on, x.has_owner, sum(x.count)::bigint n
    FROM recount x CROSS JOIN LATERAL (VALUES
      ('session', x.target_organ, x.target_session), ('lead', x.lead_body_id, 0), ('responsible', x.responsible_id, 0)) k(dimension, key, number)
    GROUP BY 1, 2, 3, 4, 5, 6),
  counted AS (
    SELECT 'fine' g, concat_ws('|', target_organ, target_session, lead_body_id, responsible_id, status, due_on, has_owner) c, count n FROM recount
    UNION ALL SELECT 'coarse', concat_ws('|', dimension, key, number, status, due_on, has_owner), n FROM rolled),
  summed AS (
    SELECT 'fine' g, concat_ws('|', target_organ, target_session, lead_body_id, responsible_id, status, due_on, has_owner) c, sum(count)::bigint n
    FROM task_tally GROUP BY 1, 2 HAVING sum(count) <> 0
    UNION ALL SELECT 'coarse', concat_ws('|', dimension, key, number, status, due_on, has_owner), sum(count)::bigint
    FROM task_rollup GROUP BY 1, 2 HAVING sum(count) <> 0)
  SELECT g, c, coalesce(counted.n, 0), coalesce(summed.n, 0) FROM counted FULL JOIN summed USING (g, c)
  WHERE counted.n IS DISTINCT FROM summed.n
$$;

-- Counts anew and puts both grains right, with all shards brought together; gives how many cells were wrong. Writers
-- wait for it: some seconds with a million tasks.
CREATE OR REPLACE FUNCTION task_tally_recount() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE wrong bigint;
BEGIN
  LOCK TABLE task IN SHARE MODE;
  SELECT count(*) INTO wrong FROM task_tally_differences();
  DELETE FROM task_tally;
  DELETE FROM task_rollup;
  INSERT INTO task_tally
    SELECT target_organ, target_session, lead_body_id, responsible_id, status, due_on, has_owner, 0, count FROM task_recount;
  INSERT INTO task_rollup
    SELECT k.dimension, k.key, k.number, x.status, x.due_on, x.has_owner, 0, sum(x.count)
    FROM task_tally x CROSS JOIN LATERAL (VALUES
      ('session', x.target_organ, x.target_session), ('lead', x.lead_body_id, 0), ('responsible', x.responsible_id, 0)) k(dimension, key, number)
    GROUP BY 1, 2, 3, 4, 5, 6;
  RETURN wrong;
END $$;

SELECT task_tally_recount();
