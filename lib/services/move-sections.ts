import type { SessionCalendar } from "@/lib/core/calendar/rule";
import { nextStepOf, outputOf, planOf } from "@/lib/core/task/schedule";
import type { TaskChanges } from "@/lib/core/task/task";
import type { Db } from "@/lib/db/client";
import { type NewEvent, streamOf } from "@/lib/db/events";
import { readCarried } from "@/lib/db/lineage";
import { readTask, type StoredTask, storeChanges } from "@/lib/db/tasks";

const dates = [
  "deadline",
  "meetingOn",
  "agreedSlot",
  "outputKind",
  "status",
] as const satisfies readonly (keyof TaskChanges)[];

type Change = {
  readonly tx: Db;
  readonly host: StoredTask;
  readonly changes: TaskChanges;
  readonly calendar: SessionCalendar;
  readonly today: string;
  readonly at: Date;
  readonly actorId: string | null;
  readonly actorName: string;
};

/**
 * After the days of a report changed: the sections that it carries take their next step from its new plan. Stores the
 * steps and gives the history lines, to be appended with that of the change itself. Most changes touch no day.
 */
export async function moveSections(change: Change): Promise<NewEvent[]> {
  const { tx, host, calendar, today } = change;
  if (!dates.some((field) => field in change.changes)) return [];
  const lines: NewEvent[] = [];
  for (const { number } of await readCarried(tx, host.id)) {
    const section = await readTask(tx, number);
    if (!section || outputOf({ ...section, host: section.hostId }) !== "section") continue;
    const planned = { ...section, host: section.hostId };
    const nextStep = nextStepOf(planned, planOf(planned, calendar, today));
    if (nextStep?.on === section.nextStep?.on && nextStep?.code === section.nextStep?.code) continue;
    if (!(await storeChanges(tx, section.id, section.version, { nextStep }))) continue;
    lines.push({
      type: "host-moved",
      transition: null,
      from: { nextStep: section.nextStep },
      to: { nextStep, host: host.number },
      reason: "",
      evidence: [],
      taskId: section.id,
      stream: streamOf(section),
      sequence: section.version + 1,
      at: change.at,
      effectiveOn: today,
      actorId: change.actorId,
      actorName: change.actorName,
    });
  }
  return lines;
}
