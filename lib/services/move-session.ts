import type { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import type { IsoDate, SessionCalendar } from "@/lib/core/calendar/rule";
import { type ChangedCalendar, changeSession } from "@/lib/core/calendar/session-change";
import { sessionTitle } from "@/lib/core/calendar/session-names";
import { fail, ok, type Result } from "@/lib/core/result";
import { nextStepOf, planOf, resolveTaskDeadline } from "@/lib/core/task/schedule";
import { atomically } from "@/lib/db/atomically";
import type { Db } from "@/lib/db/client";
import { appendEvents, streamOf } from "@/lib/db/events";
import { type DatedTask, type NewDates, readDatedTasks, storeDates } from "@/lib/db/session-tasks";
import { appendCalendarChange, readSession, storeSession } from "@/lib/db/sessions";
import type { Deps } from "@/lib/deps";
import type { moveSessionInput } from "./inputs";
import { bodiesFromDatabase, calendarFromDatabase, recordOf } from "./registry";
import type { SessionMovePreview } from "./types";

type MoveInput = z.infer<typeof moveSessionInput>;
type Moved = { readonly task: DatedTask; readonly dates: NewDates };

const batch = 5_000;

/** Moving a session may touch a hundred thousand tasks in one transaction. */
const longest = { timeoutMs: 180_000 };

/** What moving a session would move, before anybody confirms it. Writes nothing. */
export async function previewSessionMove(
  deps: Deps,
  actor: Actor,
  input: MoveInput,
): Promise<Result<SessionMovePreview>> {
  const checked = await checkedMove(deps.db, actor, input);
  if (!checked.ok) return checked;
  const { changed, version } = checked.value;
  const today = await deps.today();
  const examples: SessionMovePreview["examples"][number][] = [];
  let total = 0;
  let moved = 0;
  const redated = redating(changed.calendar, today);
  for await (const tasks of dueAt(deps.db, changed, false)) {
    total += tasks.length;
    for (const { task, dates } of redated(tasks)) {
      moved += 1;
      if (examples.length < 50) {
        const { number, symbol, para, ask } = task;
        examples.push({ number, symbol, para, ask, fromDue: task.dueOn, toDue: dates.dueOn });
      }
    }
  }
  return ok({
    from: changed.before,
    to: changed.after,
    tasks: { count: total, isExact: true },
    moved,
    examples,
    version,
  });
}

/**
 * Moves a session: its row, every date that follows from it, and one history line for each task that moves, in one
 * transaction and in batches. A reason and the document that sets the days are asked for.
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
      let tasksMoved = 0;
      const redated = redating(changed.calendar, today);
      for await (const tasks of dueAt(tx, changed, true)) {
        const moved = redated(tasks);
        if (moved.length === 0) continue;
        await storeDates(
          tx,
          moved.map((one) => one.dates),
          at,
        );
        await appendEvents(
          tx,
          moved.map((one) => eventOf(one, changed, input, { at, today, actor })),
        );
        tasksMoved += moved.length;
      }
      const { organ, session, reason, source } = input;
      await appendCalendarChange(tx, {
        organ,
        session,
        at,
        actorId: recordedActorId(actor),
        from: changed.before,
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
  const { organ, session, opens, closes, mainPartEnds, source, standing } = input;
  const calendar = await calendarFromDatabase(db);
  const row = await readSession(db, organ, session);
  const changed = changeSession(calendar, {
    organ,
    session,
    source,
    standing,
    ...(opens !== null && { opens }),
    ...(closes !== null && { closes }),
    ...(mainPartEnds !== null && { mainPartEnds }),
  });
  if (!changed.ok) return changed;
  return ok({ changed: changed.value, version: row?.version ?? 0 });
}

/** The open tasks due at the sessions that change, batch by batch. */
async function* dueAt(db: Db, changed: ChangedCalendar, lock: boolean): AsyncGenerator<DatedTask[]> {
  const sessions = [changed.after, ...changed.alsoChanged];
  let after = "";
  for (;;) {
    const tasks = await readDatedTasks(db, sessions, after, batch, lock);
    if (tasks.length > 0) yield tasks;
    if (tasks.length < batch) return;
    after = tasks.at(-1)?.id ?? after;
  }
}

/** New dates against the changed calendar; tasks with equal rules are worked out once. Only tasks that move are given back. */
function redating(calendar: SessionCalendar, today: IsoDate): (tasks: readonly DatedTask[]) => Moved[] {
  const known = new Map<string, Omit<NewDates, "id">>();
  const datesOf = (task: DatedTask): Omit<NewDates, "id"> => {
    const key = JSON.stringify([
      task.rules,
      task.organ,
      task.adopted,
      task.deliverable,
      task.status,
      task.meetingOn,
      task.agreedSlot,
      task.hostId !== null,
    ]);
    const found = known.get(key);
    if (found) return found;
    const deadline = resolveTaskDeadline(task, calendar, task);
    const planned = { ...task, deadline, host: task.hostId };
    const next = nextStepOf(planned, planOf(planned, calendar, today));
    const { dueFrom, dueOn, certainty } = deadline;
    const dates = {
      dueFrom,
      dueOn,
      certainty,
      nextStep: next?.code ?? null,
      nextStepOn: next?.on ?? null,
    };
    known.set(key, dates);
    return dates;
  };
  return (tasks) =>
    tasks.flatMap((task) => {
      const dates = datesOf(task);
      const stays =
        dates.dueFrom === task.dueFrom &&
        dates.dueOn === task.dueOn &&
        dates.certainty === task.certainty &&
        dates.nextStepOn === task.nextStepOn;
      return stays ? [] : [{ task, dates: { id: task.id, ...dates } }];
    });
}

function eventOf(
  { task, dates }: Moved,
  changed: ChangedCalendar,
  input: MoveInput,
  by: { readonly at: Date; readonly today: IsoDate; readonly actor: Actor },
) {
  const { targetOrgan, targetSession, targetPart } = task;
  const place = { targetOrgan, targetSession, targetPart };
  const { dueFrom, dueOn, certainty } = dates;
  return {
    type: "session-moved" as const,
    transition: null,
    from: { deadline: { ...place, dueFrom: task.dueFrom, dueOn: task.dueOn, certainty: task.certainty } },
    to: {
      deadline: { ...place, dueFrom, dueOn, certainty },
      nextStep: dates.nextStep !== null ? { code: dates.nextStep, on: dates.nextStepOn } : null,
      label: changed.after.label,
      session: sessionTitle(changed.after.organ, changed.after.session),
      source: input.source,
    },
    reason: input.reason,
    evidence: [],
    taskId: task.id,
    stream: streamOf(task),
    sequence: task.version + 1,
    at: by.at,
    effectiveOn: by.today,
    actorId: recordedActorId(by.actor),
    actorName: by.actor.name,
  };
}
