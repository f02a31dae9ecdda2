import type { Result } from "@/lib/core/result";
import type { Requirement } from "@/lib/core/task/workflow";

/** A move that may be made, as the status menu shows it. */
export type Move = {
  readonly name: string;
  readonly label: string;
  readonly to: string;
  readonly toLabel: string;
  readonly needs: readonly Requirement[];
  readonly problem: string | null;
};

/** The moves of one task and the version they were read at. */
export type MovesOfTask = { readonly version: number; readonly moves: readonly Move[] };

/** What the person gave with a move, by field of the form. */
export type MoveInput = {
  readonly number: number;
  readonly expectedVersion: number;
  readonly transition: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** A status with its name, as a cell shows it. */
export type Shown = { readonly status: string; readonly statusLabel: string };

/** A move that was made: what is shown at once and how it can be taken back. */
export type Moved = Shown & {
  readonly version: number;
  readonly sentence: string;
};

/** The server actions behind the menu, handed down by the layout so that this folder stays free of use cases. */
export type StatusActions = {
  readonly moves: (number: number) => Promise<Result<MovesOfTask>>;
  readonly advance: (input: MoveInput) => Promise<Result<Moved>>;
  readonly undo: (input: { number: number; expectedVersion: number }) => Promise<Result<Moved>>;
};

/** Words of the menu. */
export type StatusWords = Readonly<
  Record<"change" | "title" | "loading" | "none" | "notThere" | "apply", string>
> & {
  readonly fields: Readonly<Record<string, { label: string; hint: string }>>;
};

/** The fields that a requirement asks for. Requirements without an entry are settled elsewhere (`problem` says so). */
export const fieldsFor: Readonly<Partial<Record<Requirement, readonly string[]>>> = {
  documentSymbol: ["documentSymbol", "jobNumber"],
  evidence: ["evidence"],
  comment: ["reason"],
  reason: ["reason"],
  decidingDocument: ["decidingDocument"],
  newSession: ["newSession"],
  reviewSession: ["reviewSession"],
  successor: ["successor"],
};

/** The distinct fields of a move, in the order of its requirements. */
export const fieldsOf = (needs: readonly Requirement[]): readonly string[] => [
  ...new Set(needs.flatMap((need) => fieldsFor[need] ?? [])),
];
