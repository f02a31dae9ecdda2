-- Reminders beyond one person's mail: units with a mailbox, webhooks of one's own, calendar entries that keep their number.

-- A digest goes to a person or to the mailbox of a unit; "target" names the webhook where there are several.
alter table "delivery" alter column "person_id" drop not null;
alter table "delivery" add column "body_id" text references "body"("id") on update cascade on delete restrict;
alter table "delivery" add column "target" text not null default '';
alter table "delivery" add constraint "delivery_has_one_addressee" check (("person_id" is null) <> ("body_id" is null));
create index "delivery_created_at_id_idx" on "delivery"("created_at", "id");

-- Who has something due, without reading everything that was ever told.
create index "reminder_due" on "reminder"("day", "person_id") where "state" = 'due';
create index "reminder_told_at_idx" on "reminder"("told_at");

create table "unit_digest" (
    "body_id" text not null,
    "address" text not null,
    "locale" text not null default 'en',
    "time_zone" text not null default 'America/New_York',
    "digest_hour" integer not null default 8,
    "digest_days" integer[] default array[1]::integer[],
    "is_active" boolean not null default true,
    "told_until" varchar(10) not null,
    "version" integer not null default 1,
    "updated_at" timestamptz(3) not null default current_timestamp,
    constraint "unit_digest_pkey" primary key ("body_id"),
    constraint "unit_digest_body_id_fkey" foreign key ("body_id") references "body"("id") on update cascade on delete restrict
);

create table "webhook" (
    "id" text not null,
    "person_id" text not null,
    "label" text not null default '',
    "url" text not null,
    "created_at" timestamptz(3) not null default current_timestamp,
    "revoked_at" timestamptz(3),
    constraint "webhook_pkey" primary key ("id"),
    constraint "webhook_person_id_fkey" foreign key ("person_id") references "person"("id") on update cascade on delete restrict
);
create index "webhook_person_id_idx" on "webhook"("person_id");

-- What calendars were last told about an entry: SEQUENCE rises when its day moves.
create table "feed_entry" (
    "uid" text not null,
    "days" text not null,
    "sequence" integer not null default 0,
    "changed_at" timestamptz(3) not null default current_timestamp,
    constraint "feed_entry_pkey" primary key ("uid")
);
