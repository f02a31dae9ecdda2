import type { CalendarSession, SessionDetails } from "@/lib/core/calendar/rule";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";
import { toJson } from "./json";

/** A row of the calendar with the version that a change of it has to name. */
export type StoredSession = CalendarSession & { readonly version: number };

type SessionRecord = Prisma.CalendarSessionGetPayload<Record<never, never>>;

const toSession = (row: SessionRecord): StoredSession => ({
  organ: row.organ,
  session: row.session,
  label: row.label,
  opens: row.opens,
  closes: row.closes,
  mainPartEnds: row.mainPartEnds,
  resumedParts: row.resumedParts as unknown as CalendarSession["resumedParts"],
  highLevel: row.highLevel as unknown as NonNullable<CalendarSession["highLevel"]> | null,
  standing: row.standing as CalendarSession["standing"],
  source: row.source,
  note: row.note,
  timeZone: row.timeZone,
  ...(row.details !== null && { details: row.details as unknown as SessionDetails }),
  version: row.version,
});

const toColumns = (session: CalendarSession) => ({
  label: session.label,
  opens: session.opens,
  closes: session.closes,
  mainPartEnds: session.mainPartEnds,
  resumedParts: session.resumedParts as unknown as Prisma.InputJsonValue,
  highLevel: toJson(session.highLevel ?? null),
  details: toJson(session.details ?? null),
  standing: session.standing,
  source: session.source,
  note: session.note,
  timeZone: session.timeZone,
});

/** Every row of the calendar: some hundreds. */
export async function readSessions(db: Db): Promise<StoredSession[]> {
  return (await db.calendarSession.findMany()).map(toSession);
}

/** One row; null where the calendar holds none (a rule may still propose the session). */
export async function readSession(db: Db, organ: string, session: number): Promise<StoredSession | null> {
  const row = await db.calendarSession.findUnique({ where: { organ_session: { organ, session } } });
  return row && toSession(row);
}

/** Changes a row that still stands at `version`, or adds one where `version` is 0. False where somebody else was faster. */
export async function storeSession(
  tx: Db,
  session: CalendarSession,
  version: number,
  at: Date,
): Promise<boolean> {
  const { organ, session: number } = session;
  if (version === 0) {
    const { count } = await tx.calendarSession.createMany({
      data: [{ organ, session: number, ...toColumns(session), updatedAt: at }],
      skipDuplicates: true,
    });
    return count === 1;
  }
  const { count } = await tx.calendarSession.updateMany({
    where: { organ, session: number, version },
    data: { ...toColumns(session), version: version + 1, updatedAt: at },
  });
  return count === 1;
}

/** Writes the line that says who changed which dates, and why. */
export async function appendCalendarChange(
  tx: Db,
  change: {
    readonly organ: string;
    readonly session: number;
    readonly at: Date;
    readonly actorId: string | null;
    readonly from: CalendarSession | null;
    readonly to: CalendarSession;
    readonly reason: string;
    readonly source: string;
    readonly tasksMoved: number;
  },
): Promise<void> {
  const { from, to, ...columns } = change;
  await tx.calendarChange.create({
    data: { ...columns, from: toJson(from), to: toJson(to) as Prisma.InputJsonValue },
  });
}

/** The changes of one session, newest first. */
export const readCalendarChanges = (db: Db, organ: string, session: number) =>
  db.calendarChange.findMany({
    where: { organ, session },
    orderBy: { id: "desc" },
    take: 50,
    select: { at: true, actorId: true, from: true, to: true, reason: true, source: true, tasksMoved: true },
  });

/** The latest changes of the whole calendar, newest first. */
export const readLatestChanges = (db: Db, limit: number) =>
  db.calendarChange.findMany({
    orderBy: { id: "desc" },
    take: limit,
    select: {
      organ: true,
      session: true,
      at: true,
      actorId: true,
      from: true,
      to: true,
      reason: true,
      source: true,
      tasksMoved: true,
    },
  });
