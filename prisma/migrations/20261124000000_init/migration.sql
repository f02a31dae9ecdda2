-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "body" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "category" TEXT NOT NULL DEFAULT '',
    "parent_id" TEXT,
    "successor_id" TEXT,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "source" TEXT NOT NULL DEFAULT '',
    "standing" TEXT NOT NULL DEFAULT 'reported',
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "body_name" (
    "id" TEXT NOT NULL,
    "body_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'alias',
    "source" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "body_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "time_zone" TEXT NOT NULL DEFAULT 'America/New_York',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "totp_secret" TEXT,
    "digest_hour" INTEGER NOT NULL DEFAULT 8,
    "digest_days" INTEGER[] DEFAULT ARRAY[1, 2, 3, 4, 5]::INTEGER[],
    "urgent_at_once" BOOLEAN NOT NULL DEFAULT false,
    "mail_muted" BOOLEAN NOT NULL DEFAULT false,
    "delegate_id" TEXT,
    "delegate_from" VARCHAR(10),
    "delegate_until" VARCHAR(10),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "body_id" TEXT,
    "role" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "method" TEXT NOT NULL DEFAULT 'password',

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_count" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_end" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_count_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "calendar_session" (
    "organ" TEXT NOT NULL,
    "session" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "opens" VARCHAR(10),
    "closes" VARCHAR(10),
    "main_part_ends" VARCHAR(10),
    "resumed_parts" JSONB NOT NULL DEFAULT '[]',
    "high_level" JSONB,
    "standing" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT NOT NULL DEFAULT 'America/New_York',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_session_pkey" PRIMARY KEY ("organ","session")
);

-- CreateTable
CREATE TABLE "calendar_change" (
    "id" BIGSERIAL NOT NULL,
    "organ" TEXT NOT NULL,
    "session" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "from" JSONB,
    "to" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "tasks_moved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "calendar_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_document" (
    "id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL DEFAULT '',
    "media_type" TEXT NOT NULL DEFAULT 'text/plain',
    "language" TEXT NOT NULL DEFAULT 'en',
    "text" TEXT NOT NULL,
    "bytes" BYTEA,
    "byte_length" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" TEXT,

    CONSTRAINT "source_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "session" INTEGER,
    "adopted" VARCHAR(10),
    "meeting" TEXT,
    "title" TEXT NOT NULL,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_by_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "operative_count" INTEGER NOT NULL DEFAULT 0,
    "decided_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution_version" (
    "id" TEXT NOT NULL,
    "resolution_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "source_id" TEXT NOT NULL,
    "header" JSONB NOT NULL,
    "footnotes" JSONB NOT NULL,
    "warnings" JSONB NOT NULL,
    "extractor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" TEXT,

    CONSTRAINT "resolution_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paragraph" (
    "id" TEXT NOT NULL,
    "stable_id" TEXT NOT NULL,
    "resolution_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "parent_stable_id" TEXT,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "text" TEXT NOT NULL,
    "spans" JSONB NOT NULL,
    "no_follow_up" JSONB,
    "decision" TEXT NOT NULL DEFAULT 'undecided',
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "paragraph_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "candidate" (
    "id" TEXT NOT NULL,
    "stable_id" TEXT NOT NULL,
    "version_id" TEXT NOT NULL,
    "paragraph_id" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'machine',
    "action" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "merged_into_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" TEXT,

    CONSTRAINT "candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_decision" (
    "id" BIGSERIAL NOT NULL,
    "resolution_id" TEXT NOT NULL,
    "paragraph_id" TEXT,
    "candidate_id" TEXT,
    "task_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effective_on" VARCHAR(10) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "changed_fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "from" JSONB,
    "to" JSONB,

    CONSTRAINT "review_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "resolution_id" TEXT NOT NULL,
    "paragraph_id" TEXT NOT NULL,
    "candidate_id" TEXT,
    "reference" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "para" TEXT NOT NULL,
    "organ" TEXT NOT NULL,
    "adopted_session" INTEGER,
    "adopted" VARCHAR(10),
    "ask" TEXT NOT NULL,
    "ask_spans" JSONB NOT NULL DEFAULT '[]',
    "verb" TEXT NOT NULL,
    "deliverable" TEXT NOT NULL,
    "agenda_title" TEXT NOT NULL DEFAULT '',
    "conditions" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "status_since" VARCHAR(10) NOT NULL,
    "is_blocked" BOOLEAN NOT NULL DEFAULT false,
    "blocked_reason" TEXT NOT NULL DEFAULT '',
    "mandate_status" TEXT NOT NULL DEFAULT 'in_force',
    "mandate_document" TEXT NOT NULL DEFAULT '',
    "closure_proposal" JSONB,
    "deadline_rules" JSONB NOT NULL DEFAULT '[]',
    "deadline_quote" TEXT NOT NULL DEFAULT '',
    "recurrence" JSONB,
    "target_organ" TEXT,
    "target_session" INTEGER,
    "target_part" TEXT,
    "due_from" VARCHAR(10),
    "due_on" VARCHAR(10),
    "due_certainty" TEXT NOT NULL DEFAULT 'unknown',
    "because" JSONB NOT NULL DEFAULT '[]',
    "meeting_on" VARCHAR(10),
    "agreed_slot" VARCHAR(10),
    "job_number" TEXT NOT NULL DEFAULT '',
    "internal_target" VARCHAR(10),
    "next_step" TEXT,
    "next_step_on" VARCHAR(10),
    "review_organ" TEXT,
    "review_session" INTEGER,
    "owner_id" TEXT,
    "responsible_id" TEXT,
    "lead_body_id" TEXT,
    "parent_id" TEXT,
    "host_id" TEXT,
    "previous_id" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_on" VARCHAR(10) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_body" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "body_id" TEXT,
    "printed" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "is_class" BOOLEAN NOT NULL DEFAULT false,
    "ordinal" INTEGER NOT NULL,
    "spans" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "task_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_event" (
    "id" BIGSERIAL NOT NULL,
    "task_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effective_on" VARCHAR(10) NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "transition" TEXT,
    "from" JSONB,
    "to" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB,
    "stream" TEXT NOT NULL,
    "stream_seq" BIGINT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "task_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chain_head" (
    "stream" TEXT NOT NULL,
    "stream_seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chain_head_pkey" PRIMARY KEY ("stream")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "symbol" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT NOT NULL DEFAULT '',
    "media_type" TEXT NOT NULL DEFAULT '',
    "bytes" BYTEA,
    "day" VARCHAR(10),
    "added_by_id" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL,
    "mentions" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watch" (
    "person_id" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'watch',
    "until" VARCHAR(10),

    CONSTRAINT "watch_pkey" PRIMARY KEY ("person_id","task_id")
);

-- CreateTable
CREATE TABLE "task_tally" (
    "target_organ" TEXT NOT NULL,
    "target_session" INTEGER NOT NULL,
    "lead_body_id" TEXT NOT NULL,
    "responsible_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "due_on" VARCHAR(10) NOT NULL,
    "has_owner" BOOLEAN NOT NULL,
    "shard" INTEGER NOT NULL DEFAULT 0,
    "count" INTEGER NOT NULL,

    CONSTRAINT "task_tally_pkey" PRIMARY KEY ("target_organ","target_session","lead_body_id","responsible_id","status","due_on","has_owner","shard")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_policy" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "rule" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" TEXT,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "key" TEXT NOT NULL,
    "task_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "policy_id" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "day" VARCHAR(10) NOT NULL,
    "reason" JSONB NOT NULL,
    "urgency" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'due',
    "told_at" TIMESTAMPTZ(3),
    "digest_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'digest',
    "day" VARCHAR(10) NOT NULL,
    "subject" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),
    "last_error" TEXT NOT NULL DEFAULT '',
    "message_id" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_entry" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "day" VARCHAR(10) NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "task_id" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "delivery_id" TEXT,

    CONSTRAINT "inbox_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "body_id" TEXT,
    "task_id" TEXT,
    "label" TEXT NOT NULL DEFAULT '',
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "started_by_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'running',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "rows" JSONB NOT NULL DEFAULT '[]',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" TEXT,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "from" JSONB,
    "to" JSONB,
    "reason" TEXT NOT NULL DEFAULT '',
    "stream" TEXT NOT NULL DEFAULT 'audit',
    "stream_seq" BIGINT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "body_parent_id_idx" ON "body"("parent_id");

-- CreateIndex
CREATE INDEX "body_successor_id_idx" ON "body"("successor_id");

-- CreateIndex
CREATE INDEX "body_name_key_idx" ON "body_name"("key");

-- CreateIndex
CREATE UNIQUE INDEX "body_name_body_id_key_key" ON "body_name"("body_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "person_delegate_id_idx" ON "person"("delegate_id");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE INDEX "membership_body_id_role_idx" ON "membership"("body_id", "role");

-- CreateIndex
CREATE INDEX "sign_in_person_id_idx" ON "sign_in"("person_id");

-- CreateIndex
CREATE INDEX "rate_count_window_end_idx" ON "rate_count"("window_end");

-- CreateIndex
CREATE INDEX "calendar_session_organ_opens_idx" ON "calendar_session"("organ", "opens");

-- CreateIndex
CREATE INDEX "calendar_change_organ_session_id_idx" ON "calendar_change"("organ", "session", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_document_sha256_key" ON "source_document"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_symbol_key" ON "resolution"("symbol");

-- CreateIndex
CREATE INDEX "resolution_organ_session_adopted_idx" ON "resolution"("organ", "session", "adopted");

-- CreateIndex
CREATE INDEX "resolution_adopted_idx" ON "resolution"("adopted");

-- CreateIndex
CREATE INDEX "resolution_version_source_id_idx" ON "resolution_version"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_version_resolution_id_version_key" ON "resolution_version"("resolution_id", "version");

-- CreateIndex
CREATE INDEX "paragraph_resolution_id_ordinal_idx" ON "paragraph"("resolution_id", "ordinal");

-- CreateIndex
CREATE INDEX "paragraph_stable_id_idx" ON "paragraph"("stable_id");

-- CreateIndex
CREATE UNIQUE INDEX "paragraph_version_id_stable_id_key" ON "paragraph"("version_id", "stable_id");

-- CreateIndex
CREATE INDEX "candidate_paragraph_id_idx" ON "candidate"("paragraph_id");

-- CreateIndex
CREATE UNIQUE INDEX "candidate_version_id_stable_id_key" ON "candidate"("version_id", "stable_id");

-- CreateIndex
CREATE INDEX "review_decision_resolution_id_id_idx" ON "review_decision"("resolution_id", "id");

-- CreateIndex
CREATE INDEX "review_decision_candidate_id_idx" ON "review_decision"("candidate_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_number_key" ON "task"("number");

-- CreateIndex
CREATE UNIQUE INDEX "task_reference_key" ON "task"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "task_previous_id_key" ON "task"("previous_id");

-- CreateIndex
CREATE INDEX "task_status_due_on_id_idx" ON "task"("status", "due_on", "id");

-- CreateIndex
CREATE INDEX "task_target_organ_target_session_status_due_on_id_idx" ON "task"("target_organ", "target_session", "status", "due_on", "id");

-- CreateIndex
CREATE INDEX "task_lead_body_id_status_due_on_id_idx" ON "task"("lead_body_id", "status", "due_on", "id");

-- CreateIndex
CREATE INDEX "task_responsible_id_status_due_on_id_idx" ON "task"("responsible_id", "status", "due_on", "id");

-- CreateIndex
CREATE INDEX "task_owner_id_status_due_on_id_idx" ON "task"("owner_id", "status", "due_on", "id");

-- CreateIndex
CREATE INDEX "task_due_on_id_idx" ON "task"("due_on", "id");

-- CreateIndex
CREATE INDEX "task_resolution_id_number_idx" ON "task"("resolution_id", "number");

-- CreateIndex
CREATE INDEX "task_paragraph_id_idx" ON "task"("paragraph_id");

-- CreateIndex
CREATE INDEX "task_candidate_id_idx" ON "task"("candidate_id");

-- CreateIndex
CREATE INDEX "task_parent_id_idx" ON "task"("parent_id");

-- CreateIndex
CREATE INDEX "task_host_id_idx" ON "task"("host_id");

-- CreateIndex
CREATE INDEX "task_organ_adopted_session_idx" ON "task"("organ", "adopted_session");

-- CreateIndex
CREATE INDEX "task_next_step_on_id_idx" ON "task"("next_step_on", "id");

-- CreateIndex
CREATE INDEX "task_body_task_id_ordinal_idx" ON "task_body"("task_id", "ordinal");

-- CreateIndex
CREATE INDEX "task_body_body_id_role_idx" ON "task_body"("body_id", "role");

-- CreateIndex
CREATE INDEX "task_event_task_id_type_effective_on_idx" ON "task_event"("task_id", "type", "effective_on");

-- CreateIndex
CREATE INDEX "task_event_at_idx" ON "task_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "task_event_task_id_sequence_key" ON "task_event"("task_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "task_event_stream_stream_seq_key" ON "task_event"("stream", "stream_seq");

-- CreateIndex
CREATE INDEX "evidence_task_id_idx" ON "evidence"("task_id");

-- CreateIndex
CREATE INDEX "evidence_symbol_idx" ON "evidence"("symbol");

-- CreateIndex
CREATE INDEX "comment_task_id_at_idx" ON "comment"("task_id", "at");

-- CreateIndex
CREATE INDEX "watch_task_id_idx" ON "watch"("task_id");

-- CreateIndex
CREATE INDEX "saved_view_owner_id_position_idx" ON "saved_view"("owner_id", "position");

-- CreateIndex
CREATE INDEX "reminder_person_id_state_day_idx" ON "reminder"("person_id", "state", "day");

-- CreateIndex
CREATE INDEX "reminder_task_id_idx" ON "reminder"("task_id");

-- CreateIndex
CREATE INDEX "reminder_digest_id_idx" ON "reminder"("digest_id");

-- CreateIndex
CREATE INDEX "delivery_state_next_try_at_idx" ON "delivery"("state", "next_try_at");

-- CreateIndex
CREATE INDEX "delivery_person_id_created_at_idx" ON "delivery"("person_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_entry_delivery_id_key" ON "inbox_entry"("delivery_id");

-- CreateIndex
CREATE INDEX "inbox_entry_person_id_read_at_at_idx" ON "inbox_entry"("person_id", "read_at", "at");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_person_id_kind_idx" ON "access_token"("person_id", "kind");

-- CreateIndex
CREATE INDEX "job_kind_created_at_idx" ON "job"("kind", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_at_idx" ON "audit_entry"("actor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_entry_stream_stream_seq_key" ON "audit_entry"("stream", "stream_seq");

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body" ADD CONSTRAINT "body_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_name" ADD CONSTRAINT "body_name_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_change" ADD CONSTRAINT "calendar_change_organ_session_fkey" FOREIGN KEY ("organ", "session") REFERENCES "calendar_session"("organ", "session") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_version" ADD CONSTRAINT "resolution_version_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_version" ADD CONSTRAINT "resolution_version_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source_document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "resolution_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "resolution_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "candidate" ADD CONSTRAINT "candidate_paragraph_id_fkey" FOREIGN KEY ("paragraph_id") REFERENCES "paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_paragraph_id_fkey" FOREIGN KEY ("paragraph_id") REFERENCES "paragraph"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_candidate_id_fkey" FOREIGN KEY ("candidate_id") REFERENCES "candidate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_responsible_id_fkey" FOREIGN KEY ("responsible_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_body" ADD CONSTRAINT "task_body_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_body" ADD CONSTRAINT "task_body_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watch" ADD CONSTRAINT "watch_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_entry" ADD CONSTRAINT "inbox_entry_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

