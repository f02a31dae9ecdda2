import { createHash } from "node:crypto";
import { addDays } from "@/lib/core/calendar/day";
import { dayAt } from "@/lib/core/calendar/day-instant";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { composeDigest, urgentOf } from "@/lib/core/reminder/digest";
import { catchUpDays, digestDayAt } from "@/lib/core/reminder/timing";
import { type Db, inTransaction } from "@/lib/db/client";
import { madeDigests, type NewDigest, queueDigests } from "@/lib/db/outbox";
import {
  dueOfUnit,
  holdDue,
  markTold,
  type PersonWithDue,
  peopleWithDue,
  type StoredDue,
} from "@/lib/db/reminders";
import { readUnitDigests, tellUnitUntil, type UnitDigest } from "@/lib/db/unit-digests";
import type { Deps } from "@/lib/deps";
import { reminderWords } from "@/lib/i18n/reminder-words";

type Here = Pick<Deps, "db" | "clock">;

/** How a run makes digests. `workingDay` is the day of an installation that works in the past, else null. */
export type DigestRun = {
  readonly channels: readonly string[];
  readonly latestDay: IsoDate;
  readonly workingDay: IsoDate | null;
  /** Without waiting for anybody's hour. */
  readonly anyHour: boolean;
};

/** People of one transaction: few enough to be short, many enough that fifty thousand do not take all night. */
const batchSize = 100;

/** A person whose digest, or whose urgent lines, are to go now. */
type Turn = { readonly person: PersonWithDue; readonly day: IsoDate; readonly isUrgent: boolean };

/**
 * Puts together the digest of everybody whose hour has come, and what cannot wait for those who wish to hear of it at
 * once. Digest, inbox entry, outbox rows and "told" are written in one transaction: a crash leaves a person wholly
 * before or wholly after it. Gives how many were made.
 */
export async function makeDigests(deps: Here, run: DigestRun): Promise<number> {
  const now = deps.clock.now();
  const people = await peopleWithDue(deps.db, run.latestDay);
  const turns = await withoutMade(
    deps,
    people.flatMap((person) => turnOf(person, now, run) ?? []),
  );
  let made = 0;
  for (let start = 0; start < turns.length; start += batchSize)
    made += await makeBatch(deps, turns.slice(start, start + batchSize), run);
  return made;
}

function turnOf(person: PersonWithDue, now: Date, run: DigestRun): Turn | null {
  const today = run.workingDay ?? dayAt(now, person.timeZone);
  const day = run.anyHour ? today : digestDayAt(person, now, run.workingDay);
  if (day !== null) return { person, day, isUrgent: false };
  return person.urgentAtOnce ? { person, day: today, isUrgent: true } : null;
}

// Somebody who has had the digest of the day waits for the next one; what is urgent does not.
async function withoutMade(deps: Here, turns: readonly Turn[]): Promise<Turn[]> {
  const made = await madeDigests(
    deps.db,
    turns.filter(({ isUrgent }) => !isUrgent).map(({ person, day }) => digestId(person.id, day)),
  );
  return turns.flatMap((turn) => {
    if (turn.isUrgent || !made.has(digestId(turn.person.id, turn.day))) return turn;
    return turn.person.urgentAtOnce ? { ...turn, isUrgent: true } : [];
  });
}

async function makeBatch(deps: Here, turns: readonly Turn[], run: DigestRun): Promise<number> {
  return inTransaction(deps.db, async (tx) => {
    const latest = turns.reduce((day, turn) => (turn.day > day ? turn.day : day), "");
    const due = await holdDue(
      tx,
      turns.map(({ person }) => person.id),
      latest,
    );
    const digests = turns.flatMap((turn) => digestOf(turn, due.get(turn.person.id) ?? [], run) ?? []);
    const at = deps.clock.now();
    const isNew = await queueDigests(tx, digests, at);
    const fresh = digests.filter(({ id }) => isNew.has(id));
    await markTold(
      tx,
      fresh.map(({ id, digest }) => ({ digestId: id, keys: digest.keys })),
      at,
    );
    return fresh.length;
  });
}

function digestOf(
  { person, day, isUrgent }: Turn,
  due: readonly StoredDue[],
  run: DigestRun,
): NewDigest | null {
  const upToday = due.filter((reminder) => reminder.day <= day);
  const digest = composeDigest(isUrgent ? urgentOf(upToday, day) : upToday, day);
  if (digest === null) return null;
  const kind = isUrgent ? "urgent" : "digest";
  return {
    id: isUrgent ? urgentId(person.id, day, digest.keys) : digestId(person.id, day),
    kind,
    to: { kind: "person", id: person.id },
    subject: reminderWords(person.locale).subject(digest, kind),
    digest,
    channels: channelsOf(person, run.channels),
  };
}

const channelsOf = (person: PersonWithDue, channels: readonly string[]): NewDigest["channels"] =>
  channels.flatMap((id) => {
    if (id === "webhook") return person.webhooks.map((hook) => ({ id, target: hook.id }));
    return id === "email" && person.mailMuted ? [] : [{ id, target: "" }];
  });

const digestId = (personId: string, day: IsoDate): string => `digest/${personId}/${day}`;

// Several may go on one day: each is known by what it tells.
const urgentId = (personId: string, day: IsoDate, keys: readonly string[]): string =>
  `urgent/${personId}/${day}/${hashOf(keys)}`;

const hashOf = (keys: readonly string[]): string =>
  createHash("sha256")
    .update([...keys].sort().join("\n"))
    .digest("hex")
    .slice(0, 16);

/**
 * The digests of units to their mailboxes: what was told of the unit's tasks and not yet to the unit, one line for each
 * task, at most one digest a day. What a unit was told is read from its digests, so that a clock that ran ahead neither
 * silences it nor tells it twice. Needs a channel for mail. Gives how many were made.
 */
export async function makeUnitDigests(deps: Here, run: DigestRun): Promise<number> {
  if (!run.channels.includes("email")) return 0;
  let made = 0;
  for (const unit of await readUnitDigests(deps.db)) {
    const now = deps.clock.now();
    const today = run.workingDay ?? dayAt(now, unit.timeZone);
    const day = run.anyHour ? today : digestDayAt(unit, now, run.workingDay);
    if (!unit.isActive || day === null || day === unit.toldUntil) continue;
    if (await inTransaction(deps.db, (tx) => tellUnit(tx, unit, day, now))) made += 1;
  }
  return made;
}

/** The turn of one unit. False where another instance was faster, or there is nothing to say. */
async function tellUnit(tx: Db, unit: UnitDigest, day: IsoDate, now: Date): Promise<boolean> {
  const { bodyId, since, toldUntil } = unit;
  if (!(await tellUnitUntil(tx, bodyId, toldUntil, day))) return false;
  const earliest = addDays(day, -catchUpDays);
  const after = since > earliest && since <= day ? since : earliest;
  const digest = composeDigest(await dueOfUnit(tx, bodyId, after, day), day);
  if (digest === null) return false;
  const subject = reminderWords(unit.locale).subject(digest, { unit: unit.bodyName });
  const to = { kind: "unit" as const, id: bodyId };
  const id = `unit/${bodyId}/${day}/${hashOf(digest.keys)}`;
  await queueDigests(tx, [{ id, kind: "unit", to, subject, digest, channels: [] }], now);
  return true;
}
