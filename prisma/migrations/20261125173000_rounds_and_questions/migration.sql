-- Rounds that ask each unit how its tasks stand, questions among the comments, and the report that a section goes into.

ALTER TABLE "comment" ADD COLUMN "is_question" BOOLEAN NOT NULL DEFAULT false, ADD COLUMN "answers_id" TEXT;
ALTER TABLE "comment" ADD CONSTRAINT "comment_answers_id_fkey" FOREIGN KEY ("answers_id") REFERENCES "comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "task" ADD COLUMN "host_report" TEXT NOT NULL DEFAULT '';

CREATE TABLE "round" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "query" TEXT NOT NULL DEFAULT '',
    "asked_by_id" TEXT NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_on" VARCHAR(10) NOT NULL,
    "answer_by" VARCHAR(10),
    "closed_at" TIMESTAMPTZ(3),
    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "round_number_key" ON "round"("number");
CREATE INDEX "round_asked_on_idx" ON "round"("asked_on");

CREATE TABLE "round_row" (
    "round_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "answer" JSONB,
    "answered_by_id" TEXT,
    "answered_by_name" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "decided_by_id" TEXT,
    "decided_by_name" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "round_row_pkey" PRIMARY KEY ("round_id", "task_id")
);
CREATE INDEX "round_row_unit_id_state_idx" ON "round_row"("unit_id", "state");
CREATE INDEX "round_row_task_id_idx" ON "round_row"("task_id");

ALTER TABLE "round_row" ADD CONSTRAINT "round_row_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "round_row" ADD CONSTRAINT "round_row_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "round_row" ADD CONSTRAINT "round_row_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "round_row" ADD CONSTRAINT "round_row_state_known" CHECK ("state" IN ('asked', 'answered', 'returned', 'accepted'));

ALTER TABLE "round" ADD CONSTRAINT "round_asked_on_is_day" CHECK ("asked_on" ~ '^\d{4}-\d{2}-\d{2}$' AND "asked_on"::date IS NOT NULL);
ALTER TABLE "round" ADD CONSTRAINT "round_answer_by_is_day" CHECK ("answer_by" IS NULL OR ("answer_by" ~ '^\d{4}-\d{2}-\d{2}$' AND "answer_by"::date IS NOT NULL));
