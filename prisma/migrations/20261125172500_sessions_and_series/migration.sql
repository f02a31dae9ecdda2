-- Kinds of output with their word limits, lineages that come back, and what was decided about a task when a later
-- resolution of its series was read beside it.
ALTER TABLE "task" ADD COLUMN "output_kind" TEXT,
ADD COLUMN "draft_words" INTEGER,
ADD COLUMN "word_limit" INTEGER,
ADD COLUMN "word_limit_source" TEXT NOT NULL DEFAULT '',
ADD COLUMN "occurrence" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "task" ADD CONSTRAINT "task_output_kind_known" CHECK ("output_kind" IN
  ('report', 'section', 'consolidated-report', 'oral-report', 'note', 'agenda-item', 'meeting', 'other'));
ALTER TABLE "task" ADD CONSTRAINT "task_words_positive" CHECK ("draft_words" > 0 AND "word_limit" > 0);
ALTER TABLE "task" ADD CONSTRAINT "task_occurrence_positive" CHECK ("occurrence" > 0);

-- CreateTable
CREATE TABLE "series_decision" (
    "id" BIGSERIAL NOT NULL,
    "old_task_id" TEXT NOT NULL,
    "resolution_id" TEXT NOT NULL,
    "paragraph_stable_id" TEXT,
    "new_task_id" TEXT,
    "verdict" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effective_on" VARCHAR(10) NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,

    CONSTRAINT "series_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "series_decision_old_task_id_id_idx" ON "series_decision"("old_task_id", "id");

-- CreateIndex
CREATE INDEX "series_decision_resolution_id_id_idx" ON "series_decision"("resolution_id", "id");

-- CreateIndex
CREATE INDEX "series_decision_new_task_id_idx" ON "series_decision"("new_task_id");

-- AddForeignKey
ALTER TABLE "series_decision" ADD CONSTRAINT "series_decision_old_task_id_fkey" FOREIGN KEY ("old_task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "series_decision" ADD CONSTRAINT "series_decision_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "series_decision" ADD CONSTRAINT "series_decision_new_task_id_fkey" FOREIGN KEY ("new_task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "series_decision" ADD CONSTRAINT "series_decision_verdict_known" CHECK ("verdict" IN ('renewed', 'changed', 'consolidated', 'silent'));
ALTER TABLE "series_decision" ADD CONSTRAINT "series_decision_effective_on_is_day" CHECK ("effective_on" ~ '^\d{4}-\d{2}-\d{2}$' AND "effective_on"::date IS NOT NULL);
CREATE TRIGGER series_decision_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "series_decision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- Who told whom, and what was moved, is asked for by kind and day: the register of deadlines that moved.
CREATE INDEX "task_event_slips_idx" ON "task_event" ("effective_on" DESC, "id" DESC)
  WHERE "type" = 'deadline' OR ("type" = 'status' AND "transition" = 'defer');
