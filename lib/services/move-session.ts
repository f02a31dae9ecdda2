import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import type { SessionCalendar } from "@/lib/core/calendar/rule";
import { type ChangedCalendar, changeSession, type SessionChange } from "@/lib/core/calendar/session-change";
import { sessionTitle } from "@/lib/core/calendar/session-names";
import { fail, ok, type Result } from "@/lib/core/result";
import { atomically } from "@/lib/db/atomically";
import { type Db, inTransaction } from "@/lib/db/client";
import { examplesOf } from "@/lib/db/session-move";
import { appendCalendarChange, readSession, storeSession } from "@/lib/db/sessions";
import type { Deps } from "@/lib/deps";
import type { moveSessionInput } from "./inputs";
import { type Redating, redate, regroup } from "./redate-tasks";
import { bodiesFromDatabase, calendarFromDatabase, recordOf } from "./registry";
import type { SessionMovePreview } from "./types";

type MoveInput = z.infer<typeof moveSessionInput>;

/** Moving a session may touch a hundred thousand tasks in one transaction. */
const longest = { timeoutMs: 180_000 };

/** How many tasks a preview names. */
const mostExamples = 50;

/** What moving a session would move, before anybody confirms it. Keeps nothing. */
export async function previewSessionMove(
  deps: Deps,
  actor: Actor,
  input: MoveInput,
): Promise<Result<SessionMovePreview>> {
  const today = await deps.today();
  return inTransaction(
    deps.db,
    async (tx) => {
      const checked = await checkedMove(tx, actor, input);
      if (!checked.ok) return checked;
      const { changed, version } = checked.value;
      const found = await regroup(tx, redatingOf(changed, input, today), false);
      const due = new Map(found.moved.map((group) => [group.key, group]));
      const examples = await examplesOf(tx, [...due.keys()], mostExamples);
      return ok({
        from: changed.before,
        to: changed.after,
        alsoChanged: changed.alsoChanged,
        tasks: { count: found.tasks, isExact: true },
        moved: found.tasksMoved,
        examples: examples.map(({ key, dueOn, nextStepOn, ...task }) => ({
          ...task,
          fromDue: dueOn,
          toDue: due.get(key)?.dueOn ?? null,
          fromStep: nextStepOn,
          toStep: due.get(key)?.nextStepOn ?? null,
        })),
        version,
      });
    },
    longest,
  );
}

/**
 * Moves a session: its row, every date and plan step that follows from it, reminders that were not told yet, and one
 * history line for each task that moves, in one transaction. A reason and the document that sets the days are asked for.
 */
export async function moveSession(
  deps: Deps,
  actor: Actor,
  input: MoveInput,
): Promise<Result<{ readonly version: number; readonly tasksMoved: number }>> {
  if (input.reason === "")
    return fail("invalid-input", "Say why the session moves.", {
      fields: { reason: "Say why the session moves." },
    });
  const today = await deps.today();
  const at = deps.clock.now();
  return atomically(
    deps.db,
    async (tx) => {
      const checked = await checkedMove(tx, actor, input);
      if (!checked.ok) return checked;
      const { changed, version } = checked.value;
      if (version !== input.expectedVersion || !(await storeSession(tx, changed.after, version, at))) {
        return fail("conflict", "Somebody changed this session just now. Look at its days, then try again.", {
          current: { version, session: changed.before },
        });
      }
      for (const neighbour of changed.alsoChanged) {
        const row = await readSession(tx, neighbour.organ, neighbour.session);
        if (row) await storeSession(tx, neighbour, row.version, at);
      }
      const tasksMoved = await redate(tx, redatingOf(changed, input, today), actor, at);
      const { organ, session, reason, source } = input;
      await appendCalendarChange(tx, {
        organ,
        session,
        at,
        actorId: recordedActorId(actor),
        from: version === 0 ? null : changed.before,
        to: changed.after,
        reason,
        source,
        tasksMoved,
      });
      return ok({ version: version + 1, tasksMoved });
    },
    longest,
  );
}

const redatingOf = (changed: ChangedCalendar, input: MoveInput, today: string): Redating => ({
  calendar: changed.calendar,
  touched: { sessions: [changed.after, ...changed.alsoChanged] },
  type: "session-moved",
  said: {
    label: changed.after.label,
    session: sessionTitle(changed.after.organ, changed.after.session),
    source: input.source,
  },
  reason: input.reason,
  today,
});

/** What a person gave beside the days; the rest moves along. */
const given = (input: MoveInput): Partial<SessionChange> => {
  const { label, note, timeZone, highLevel, generalDebate, resumedParts, parts } = input;
  const fields = { label, note, timeZone, highLevel, generalDebate, resumedParts, parts };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
};

async function checkedMove(
  db: Db,
  actor: Actor,
  input: MoveInput,
): Promise<Result<{ changed: ChangedCalendar; version: number }>> {
  if (!can(actor, "calendar.change", recordOf(input.organ, await bodiesFromDatabase(db)))) {
    return fail(
      "not-permitted",
      "Only an Admin, or a Secretary of this organ, changes the days of its sessions.",
    );
  }
  const { organ, session, opens, closes, mainPartEnds, source, standing, isNew } = input;
  const calendar: SessionCalendar = await calendarFromDatabase(db);
  const row = await readSession(db, organ, session);
  const changed = changeSession(calendar, {
    organ,
    session,
    source,
    standing,
    ...(opens !== null && { opens }),
    ...(closes !== null && { closes }),
    ...(mainPartEnds !== null && { mainPartEnds }),
    isNew,
    ...given(input),
  });
  if (!changed.ok) return changed;
  return ok({ changed: changed.value, version: row?.version ?? 0 });
}
