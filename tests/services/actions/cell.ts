import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { Thing, Verb } from "@/lib/auth/policy";
import { ok, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import { parseInput } from "@/lib/http/parse-input";
import type { World } from "../a-world";

/** What a server action asks of whom: the cells of one row of the permission table, for one thing. */
export type Cell = {
  /** As tests/support/doors.ts names it. */
  readonly action: string;
  readonly verb: Verb;
  readonly about: (actor: Actor) => Thing;
  readonly use: (actor: Actor) => Promise<Result<unknown>>;
  /** How else it may be refused: what a person may not see is not found, and of what is not theirs nothing is left. */
  readonly orAs?: "not-found" | "not-allowed-now";
  /** Starts work that outlives the answer: only those who may not are sent through. */
  readonly isLong?: true;
};

export type Ask = <S extends z.ZodType>(
  useCase: (deps: Deps, actor: Actor, input: z.output<S>) => Promise<Result<unknown>>,
  schema: S,
  input: unknown,
) => (actor: Actor) => Promise<Result<unknown>>;

/** Asks a use case as the action does: the input through its schema first, and it must fit. */
export const askIn =
  (world: World): Ask =>
  (useCase, schema, input) =>
  async (actor) => {
    const given: unknown = typeof input === "function" ? await input(actor) : input;
    const parsed = parseInput(schema, given);
    if (!parsed.ok) throw new Error(`The input does not fit: ${JSON.stringify(parsed.error)}`);
    return useCase(world.deps, actor, parsed.value);
  };

/** Many at once answer row by row: a row that is refused for want of a right is told from one that is not. */
export const ofRows = (result: Result<{ readonly rows: readonly { ok: boolean; message: string }[] }>) =>
  result.ok && result.value.rows.some(({ message }) => /^You cannot change this in task/.test(message))
    ? ({ ok: false, error: { code: "not-permitted", message: "a row was refused" } } as const)
    : result.ok
      ? ok({})
      : result;

export const own = (actor: Actor): Thing => ({ kind: "person", personId: actor.personId });
export const house = (): Thing => ({ kind: "installation" });
export const ofAssembly = (): Thing => ({ kind: "record", bodyIds: ["general-assembly"] });
/** An open task without an owner, of one unit, on the Assembly's record. */
export const ofUnit = (): Thing => ({
  kind: "task",
  ownerId: null,
  bodyIds: ["special-unit"],
  recordBodyIds: ["general-assembly"],
});
