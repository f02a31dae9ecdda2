import type { Actor } from "@/lib/auth/actor";
import { type Concern, concerned } from "@/lib/core/task/concerned";
import type { TaskMove } from "@/lib/core/task/move";
import type { Db } from "@/lib/db/client";
import { createNotices, mutedFor, watchersOf } from "@/lib/db/notices";
import type { StoredTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";

type NoticeKind = Concern | "mention" | "question" | "answer" | "round";

/** What a notice says of one task: the same shape as a line of the digest, so that the inbox has one way to show both. */
export const noticeLine = (
  task: Pick<StoredTask, "id" | "number" | "reference" | "ask">,
  why: string,
  day: string,
  address?: string,
) => ({
  taskId: task.id,
  taskNumber: task.number,
  reference: task.reference,
  ask: task.ask,
  why,
  anchorDay: day,
  band: "later",
  onBehalfOfName: null,
  ...(address !== undefined && { address }),
});

/** A message about tasks, in the form of a digest of one day. */
export const noticeBody = (day: string, subject: string, lines: readonly object[]) => ({
  day,
  subject,
  lines,
  rest: null,
  keys: [],
});

/** Tells people of something about one task, in their inboxes, in the transaction that made it so. */
export async function tell(
  tx: Db,
  deps: Pick<Deps, "clock">,
  day: string,
  people: ReadonlyMap<string, { readonly kind: NoticeKind; readonly title: string }>,
  task: Pick<StoredTask, "id" | "number" | "reference" | "ask">,
  why: string,
): Promise<void> {
  const at = deps.clock.now();
  await createNotices(
    tx,
    [...people].map(([personId, { kind, title }]) => ({
      personId,
      at,
      day,
      kind,
      title,
      body: noticeBody(day, title, [noticeLine(task, why, day)]),
      taskId: task.id,
    })),
  );
}

const titles: Readonly<Record<Concern, (who: string, task: string) => string>> = {
  given: (who, task) => `${who} gave you ${task}`,
  returned: (who, task) => `${who} returned ${task}`,
  declined: (who, task) => `${who} answered your proposal on ${task}`,
  watched: (who, task) => `${who} changed ${task}, which you watch`,
};

/** "task 8 (A/RES/52/205, para. 9)". */
export const taskInWords = (task: Pick<StoredTask, "number" | "symbol" | "para">): string =>
  `task ${task.number} (${task.symbol}, para. ${task.para})`;

/** Tells those whom a change concerns and those who watch the task; never the person who made it. */
export async function tellOfChange(
  tx: Db,
  deps: Pick<Deps, "clock">,
  scene: { readonly actor: Actor; readonly task: StoredTask; readonly today: string },
  move: TaskMove,
  sentence: string,
): Promise<void> {
  const { actor, task, today } = scene;
  const told = new Map<string, Concern>(concerned(task, move.event, actor.personId));
  for (const personId of await watchersOf(tx, task.id))
    if (personId !== actor.personId && !told.has(personId)) told.set(personId, "watched");
  if (told.size === 0) return;
  const muted = await mutedFor(tx, task.id);
  const people = new Map(
    [...told]
      .filter(([personId]) => !muted.has(personId))
      .map(([personId, kind]) => [personId, { kind, title: titles[kind](actor.name, taskInWords(task)) }]),
  );
  await tell(tx, deps, today, people, task, sentence);
}
