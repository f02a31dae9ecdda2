-- Lists of a session in the order of days and of next steps, without reading the whole session first.
DROP INDEX "task_target_organ_target_session_status_due_on_id_idx";
CREATE INDEX "task_target_organ_target_session_due_on_id_idx" ON "task"("target_organ", "target_session", "due_on", "id");
CREATE INDEX "task_open_session_due_idx" ON "task"("target_organ", "target_session", "due_on", "id")
  WHERE "status" IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');
CREATE INDEX "task_session_step_idx" ON "task"("target_organ", "target_session", "next_step_on", "id") WHERE "next_step_on" IS NOT NULL;

-- Counts of open work by time read the index alone.
DROP INDEX "task_open_due_idx";
CREATE INDEX "task_open_due_idx" ON "task"("due_on", "id") INCLUDE ("status", "next_step_on")
  WHERE "status" IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');

-- Most tasks have no parent, host, forerunner, proposal, unit or next step: an index without the empty ones is small,
-- and a change of status has fewer indexes to write.
DROP INDEX "task_candidate_id_idx";
CREATE INDEX "task_candidate_id_idx" ON "task"("candidate_id") WHERE "candidate_id" IS NOT NULL;
DROP INDEX "task_parent_id_idx";
CREATE INDEX "task_parent_id_idx" ON "task"("parent_id") WHERE "parent_id" IS NOT NULL;
DROP INDEX "task_host_id_idx";
CREATE INDEX "task_host_id_idx" ON "task"("host_id") WHERE "host_id" IS NOT NULL;
DROP INDEX "task_next_step_on_id_idx";
CREATE INDEX "task_next_step_on_id_idx" ON "task"("next_step_on", "id") WHERE "next_step_on" IS NOT NULL;
DROP INDEX "task_owner_id_status_due_on_id_idx";
CREATE INDEX "task_owner_id_status_due_on_id_idx" ON "task"("owner_id", "status", "due_on", "id") WHERE "owner_id" IS NOT NULL;
DROP INDEX "task_responsible_id_status_due_on_id_idx";
CREATE INDEX "task_responsible_id_status_due_on_id_idx" ON "task"("responsible_id", "status", "due_on", "id") WHERE "responsible_id" IS NOT NULL;
-- Nobody asks for finished work without an owner.
DROP INDEX "task_unassigned_idx";
CREATE INDEX "task_unassigned_idx" ON "task"("due_on", "id")
  WHERE "owner_id" IS NULL AND "status" IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');

-- The registry of bodies, the calendar and the settings are kept in memory by each instance as long as their mark stays.
-- The mark is drawn from a sequence, so that two changes never share one, not even where the first was taken back.
CREATE SEQUENCE "registry_mark_seq";
CREATE TABLE "registry_mark" (
    "kind" TEXT NOT NULL,
    "mark" BIGINT NOT NULL,
    CONSTRAINT "registry_mark_pkey" PRIMARY KEY ("kind")
);
CREATE FUNCTION registry_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO registry_mark AS r VALUES (TG_ARGV[0], nextval('registry_mark_seq'))
    ON CONFLICT (kind) DO UPDATE SET mark = excluded.mark;
  RETURN NULL;
END $$;
CREATE TRIGGER body_registry_mark AFTER INSERT OR UPDATE OR DELETE ON "body" FOR EACH STATEMENT EXECUTE FUNCTION registry_changed('bodies');
CREATE TRIGGER calendar_registry_mark AFTER INSERT OR UPDATE OR DELETE ON "calendar_session" FOR EACH STATEMENT EXECUTE FUNCTION registry_changed('calendar');
CREATE TRIGGER setting_registry_mark AFTER INSERT OR UPDATE OR DELETE ON "setting" FOR EACH STATEMENT EXECUTE FUNCTION registry_changed('settings');
