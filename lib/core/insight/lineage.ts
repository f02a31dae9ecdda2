import type { IsoDate, Recurrence } from "../calendar/rule";
import { isOpen, type WorkStatus } from "../task/status";

/** A task in a line of tasks that continue one another. */
export type LineageTask = {
  readonly number: number;
  readonly line: string;
  readonly organ: string;
  readonly session: number;
  readonly status: WorkStatus;
  readonly dueOn: IsoDate | null;
  readonly settledOn: IsoDate | null;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly recurrence: Recurrence | null;
};

/** One dot: what became of the ask at one session. `gap` is a session between two asks at which it was not asked. */
export type LineageDot = {
  readonly session: number;
  readonly state: "delivered" | "late" | "open" | "ended" | "gap" | "foreseen";
  readonly task: LineageTask | null;
};

/** The same ask over the sessions of one organ. */
export type LineageRow = {
  readonly line: string;
  readonly organ: string;
  readonly latest: LineageTask;
  readonly dots: readonly LineageDot[];
  /** "annual", "biennial" …; null where the text states and implies none. */
  readonly rhythm: Recurrence | null;
};

/** How many sessions ahead a rhythm is carried on, at most. */
const foreseenDots = 2;

/**
 * A row of dots for each line of asks that comes back or says that it will: filled where delivered in time, a ring where
 * late, a gap where a session passed without it, and hollow where its rhythm foresees it again.
 */
export function lineageRows(tasks: readonly LineageTask[]): readonly LineageRow[] {
  const lines = new Map<string, LineageTask[]>();
  for (const task of tasks)
    lines.set(`${task.line} ${task.organ}`, [...(lines.get(`${task.line} ${task.organ}`) ?? []), task]);
  return [...lines.values()]
    .map((line) => rowOf([...line].sort((a, b) => a.session - b.session)))
    .filter((row) => row !== null)
    .filter((row) => row.dots.length > 1)
    .sort(
      (a, b) =>
        b.dots.filter((dot) => dot.task !== null).length - a.dots.filter((dot) => dot.task !== null).length ||
        a.latest.number - b.latest.number,
    );
}

function rowOf(line: readonly LineageTask[]): LineageRow | null {
  const first = line[0];
  const latest = line.at(-1);
  if (!first || !latest) return null;
  const bySession = new Map(line.map((task) => [task.session, task]));
  const dots: LineageDot[] = [];
  for (let session = first.session; session <= latest.session; session++) {
    const task = bySession.get(session) ?? null;
    dots.push({ session, task, state: task ? stateOf(task) : "gap" });
  }
  const every = latest.recurrence?.unit === "session" ? latest.recurrence.every : yearsOf(latest.recurrence);
  if (every !== null && isForeseen(latest.status))
    for (let ahead = 1; ahead <= foreseenDots; ahead++)
      dots.push({ session: latest.session + ahead * every, task: null, state: "foreseen" });
  return { line: latest.line, organ: latest.organ, latest, dots, rhythm: latest.recurrence };
}

/** One regular session a year: a rhythm in years is one in sessions. */
const yearsOf = (recurrence: Recurrence | null): number | null =>
  recurrence?.unit === "year" ? recurrence.every : null;

const isForeseen = (status: WorkStatus): boolean => status !== "RETIRED" && status !== "SUPERSEDED";

function stateOf(task: LineageTask): LineageDot["state"] {
  if (task.status === "RETIRED" || task.status === "SUPERSEDED") return "ended";
  if (isOpen(task.status)) return "open";
  if (task.status === "NOT_IMPLEMENTED") return "late";
  return task.dueOn !== null && task.settledOn !== null && task.settledOn > task.dueOn ? "late" : "delivered";
}
