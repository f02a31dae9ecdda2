-- What a calendar row says beside its days: bounds, general debate, named parts.
ALTER TABLE "calendar_session" ADD COLUMN "details" JSONB;

-- Words of a task, for the search box. The expression must stand in queries exactly as it stands here.
CREATE INDEX "task_words_idx" ON "task" USING GIN (to_tsvector('english', "ask" || ' ' || "agenda_title"));

-- The few rows that lists ask for by a flag.
CREATE INDEX "task_blocked_idx" ON "task" ("due_on", "id") WHERE "is_blocked";
CREATE INDEX "task_closure_proposed_idx" ON "task" ("due_on", "id") WHERE "closure_proposal" IS NOT NULL;
CREATE INDEX "task_unassigned_idx" ON "task" ("due_on", "id") WHERE "owner_id" IS NULL;
