-- What the database itself refuses, whoever writes: a record that changes, a day that is none, a word outside its list,
-- a reference to nothing. And the indexes of the search box and of lists of open work.

-- ------------------------------------------------------------------ references

CREATE INDEX "candidate_merged_into_id_idx" ON "candidate"("merged_into_id");
CREATE INDEX "review_decision_paragraph_id_idx" ON "review_decision"("paragraph_id");
CREATE INDEX "review_decision_task_id_idx" ON "review_decision"("task_id");

ALTER TABLE "candidate" ADD CONSTRAINT "candidate_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "candidate"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_paragraph_id_fkey" FOREIGN KEY ("paragraph_id") REFERENCES "paragraph"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------ append-only tables

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % is a record: rows are added and never changed or removed (% refused).', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['task_event', 'review_decision', 'calendar_change', 'audit_entry', 'source_document'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE OR TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
      name || '_append_only', name);
  END LOOP;
END $$;

-- ------------------------------------------------------------------ days

-- A day that exists, written YYYY-MM-DD: the pattern refuses other ways of writing, the cast refuses 30 February.
DO $$
DECLARE place text[];
BEGIN
  FOREACH place SLICE 1 IN ARRAY ARRAY[
    ['calendar_session', 'opens'], ['calendar_session', 'closes'], ['calendar_session', 'main_part_ends'],
    ['resolution', 'adopted'], ['review_decision', 'effective_on'],
    ['task', 'adopted'], ['task', 'status_since'], ['task', 'due_from'], ['task', 'due_on'], ['task', 'meeting_on'],
    ['task', 'agreed_slot'], ['task', 'internal_target'], ['task', 'next_step_on'], ['task', 'created_on'],
    ['task_event', 'effective_on'], ['evidence', 'day'], ['watch', 'until'],
    ['reminder', 'day'], ['delivery', 'day'], ['inbox_entry', 'day'],
    ['person', 'delegate_from'], ['person', 'delegate_until']
  ] LOOP
    EXECUTE format('ALTER TABLE %1$I ADD CONSTRAINT %2$I CHECK (%3$I IS NULL OR (%3$I ~ %4$L AND %3$I::date IS NOT NULL))',
      place[1], place[1] || '_' || place[2] || '_is_day', place[2], '^\d{4}-\d{2}-\d{2}$');
  END LOOP;
END $$;

ALTER TABLE "task" ADD CONSTRAINT "task_window_in_order" CHECK ("due_from" <= "due_on");
ALTER TABLE "calendar_session" ADD CONSTRAINT "calendar_session_in_order" CHECK ("opens" <= "closes");

-- ------------------------------------------------------------------ words with a closed list

-- tests/db/constraints.test.ts compares these lists with those of the code.
ALTER TABLE "task" ADD CONSTRAINT "task_status_known" CHECK ("status" IN
  ('PROPOSED', 'NOT_ACTIONABLE', 'PENDING', 'IN_PROGRESS', 'SUBMITTED', 'IMPLEMENTED', 'ONGOING', 'DEFERRED', 'SUPERSEDED', 'RETIRED', 'NOT_IMPLEMENTED'));
ALTER TABLE "task" ADD CONSTRAINT "task_mandate_status_known" CHECK ("mandate_status" IN ('in_force', 'deferred', 'superseded', 'retired'));
ALTER TABLE "task" ADD CONSTRAINT "task_due_certainty_known" CHECK ("due_certainty" IN ('fixed', 'expected', 'unknown'));
ALTER TABLE "task" ADD CONSTRAINT "task_version_positive" CHECK ("version" > 0);
ALTER TABLE "task" ADD CONSTRAINT "task_not_its_own_parent" CHECK ("parent_id" <> "id" AND "host_id" <> "id" AND "previous_id" <> "id");
ALTER TABLE "task_body" ADD CONSTRAINT "task_body_role_known" CHECK ("role" IN ('lead', 'cooperation', 'consultation', 'support', 'through'));
ALTER TABLE "membership" ADD CONSTRAINT "membership_role_known" CHECK ("role" IN ('VIEWER', 'CONTRIBUTOR', 'FOCAL_POINT', 'SECRETARY', 'ADMIN'));
ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_decision_known" CHECK ("decision" IN ('undecided', 'tasks', 'not_actionable', 'not_applicable'));
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_state_known" CHECK ("state" IN ('proposed', 'accepted', 'edited', 'dismissed', 'merged', 'split'));
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_origin_known" CHECK ("origin" IN ('machine', 'person'));
ALTER TABLE "calendar_session" ADD CONSTRAINT "calendar_session_standing_known" CHECK ("standing" IN ('fixed', 'derived', 'reported', 'bounds', 'unknown'));
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_state_known" CHECK ("state" IN ('due', 'told', 'cancelled'));
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_state_known" CHECK ("state" IN ('queued', 'sending', 'sent', 'failed', 'dead'));
ALTER TABLE "person" ADD CONSTRAINT "person_email_folded" CHECK ("email" = lower("email"));

-- ------------------------------------------------------------------ search

-- Parts of words, for symbols and names typed half. Comes with every PostgreSQL, the embedded one too.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "paragraph_words_idx" ON "paragraph" USING GIN (to_tsvector('english', "text"));
CREATE INDEX "resolution_words_idx" ON "resolution" USING GIN (to_tsvector('english', "title"));
CREATE INDEX "resolution_symbol_parts_idx" ON "resolution" USING GIN (lower("symbol") gin_trgm_ops);
CREATE INDEX "body_name_parts_idx" ON "body_name" USING GIN ("key" gin_trgm_ops);
CREATE INDEX "person_name_parts_idx" ON "person" USING GIN (lower("name") gin_trgm_ops);

-- ------------------------------------------------------------------ open work

-- Work that may still be needed is a small part of a long record; lists ask for it first.
CREATE INDEX "task_open_due_idx" ON "task" ("due_on", "id")
  WHERE "status" IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');
CREATE INDEX "task_open_lead_idx" ON "task" ("lead_body_id", "due_on", "id")
  WHERE "status" IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');
CREATE INDEX "task_open_owner_idx" ON "task" ("owner_id", "due_on", "id")
  WHERE "status" IN ('PENDING', 'IN_PROGRESS', 'SUBMITTED', 'ONGOING', 'DEFERRED');
CREATE INDEX "candidate_proposed_idx" ON "candidate" ("version_id") WHERE "state" = 'proposed';
