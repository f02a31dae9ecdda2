import type { SheetField } from "./fields";
import type { SheetRow } from "./read-row";

/** A task as it stands, with what a sheet may change in it. */
export type StandingTask = {
  readonly number: number;
  readonly version: number;
  readonly reference: string;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly deliverable: string;
  readonly agendaTitle: string;
  readonly status: string;
  readonly responsible: string | null;
  readonly owner: string | null;
  readonly internalTarget: string | null;
  readonly meetingOn: string | null;
  readonly agreedSlot: string | null;
  readonly jobNumber: string;
};

/** The fields that a sheet may change, in the order in which the changes are made. */
export const changeableFields = [
  "responsible",
  "owner",
  "ask",
  "deliverable",
  "agendaTitle",
  "internalTarget",
  "meetingOn",
  "agreedSlot",
  "jobNumber",
  "status",
] as const satisfies readonly SheetField[];
export type ChangeableField = (typeof changeableFields)[number];

export type FieldChange = { readonly field: ChangeableField; readonly from: string; readonly to: string };

/** Fields that nobody may empty: a blank cell means nothing there. */
const neverBlank: readonly ChangeableField[] = ["ask", "deliverable", "status"];

/**
 * What a row would change in its task. In a sheet of ours (`isOurs`: it bears versions) a blank cell empties the field;
 * in any other sheet it says nothing. Names are compared without regard to case, text without regard to its white space.
 */
export function diffRow(row: SheetRow, task: StandingTask, isOurs: boolean): readonly FieldChange[] {
  return changeableFields.flatMap((field) => {
    const to = row.values[field];
    if (to === undefined) return [];
    const from = task[field] ?? "";
    if (to === "" && (!isOurs || neverBlank.includes(field))) return [];
    return same(field, from, to) ? [] : [{ field, from, to }];
  });
}

function same(field: ChangeableField, from: string, to: string): boolean {
  const even = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
  const isName = field === "responsible" || field === "owner";
  return isName ? even(from).toLowerCase() === even(to).toLowerCase() : even(from) === even(to);
}

/**
 * The task that a row without number or reference speaks of, among those of its paragraph: the only one, or the one
 * whose words it shares most. Null where the words do not decide.
 */
export function bestMatch(row: SheetRow, candidates: readonly StandingTask[]): StandingTask | null {
  if (candidates.length <= 1) return candidates[0] ?? null;
  const asked = wordsOf(row.values.ask ?? "");
  const ranked = candidates
    .map((task) => ({ task, shared: overlap(asked, wordsOf(task.ask)) }))
    .sort((a, b) => b.shared - a.shared);
  const [first, second] = ranked;
  return first && second && first.shared >= 0.5 && first.shared > second.shared + 0.1 ? first.task : null;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  return [...a].filter((word) => b.has(word)).length / Math.min(a.size, b.size);
}
