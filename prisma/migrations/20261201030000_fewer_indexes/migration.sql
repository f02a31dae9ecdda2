-- A change of a task's days or status writes every index of the table anew, so each task stands in as few as possible.
-- What is open and what is closed have an index each: a list of both reads the two side by side, in order.
DROP INDEX "task_due_on_id_idx";
CREATE INDEX "task_closed_due_idx" ON "task" ("due_on", "id")
  WHERE "status" NOT IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');
DROP INDEX "task_target_organ_target_session_due_on_id_idx";
CREATE INDEX "task_closed_session_due_idx" ON "task" ("target_organ", "target_session", "due_on", "id")
  WHERE "status" NOT IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');
DROP INDEX "task_lead_body_id_status_due_on_id_idx";
CREATE INDEX "task_closed_lead_idx" ON "task" ("lead_body_id", "due_on", "id")
  WHERE "status" NOT IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');
-- Most open tasks are pending: a list of these reads the index of open tasks.
DROP INDEX "task_status_due_on_id_idx";
CREATE INDEX "task_status_due_on_id_idx" ON "task" ("status", "due_on", "id") WHERE "status" <> 'PENDING';
-- One index knows a reference and the beginning of one.
DROP INDEX "task_reference_start_idx";
DROP INDEX "task_reference_key";
CREATE UNIQUE INDEX "task_reference_key" ON "task" ("reference" text_pattern_ops);
