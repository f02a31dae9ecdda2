-- Lists that filter and sort read one index in its order, and counts of open work read nothing else.
DROP INDEX "task_organ_adopted_session_idx";
CREATE INDEX "task_organ_adopted_session_due_on_id_idx" ON "task"("organ", "adopted_session", "due_on", "id");
DROP INDEX "task_open_due_idx";
CREATE INDEX "task_open_due_idx" ON "task"("due_on", "id") INCLUDE ("status", "next_step_on", "deliverable")
  WHERE "status" IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');
DROP INDEX "task_next_step_on_id_idx";
CREATE INDEX "task_next_step_on_id_idx" ON "task"("next_step_on", "id") INCLUDE ("status", "due_on") WHERE "next_step_on" IS NOT NULL;
-- A symbol typed half: the beginning of a reference.
CREATE INDEX "task_reference_start_idx" ON "task" (upper("reference") text_pattern_ops);
