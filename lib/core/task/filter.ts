import { z } from "zod";
import { isIsoDate } from "../calendar/day";
import { deliverables } from "../mandate/candidate-action";
import { workStatuses } from "./status";
import { timelinesses } from "./timeliness";

const isoDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "Give the day as YYYY-MM-DD.")
  .refine(isIsoDate, "There is no such day.");

/** Text that the database could not hold finds nothing and would break the query. */
const words = z
  .string()
  .refine((text) => !/\0|\p{Surrogate}/u.test(text), "This text holds characters that cannot be looked up.");

/** One value or several: a URL may say `status=PENDING` or repeat the parameter. */
const oneOrMore = <T extends z.ZodType>(value: T) =>
  z.preprocess(
    (given) => (given === undefined || given === "" ? undefined : Array.isArray(given) ? given : [given]),
    z.array(value).max(20).optional(),
  );

/** "1", "true" and true mean yes; anything absent means: do not filter by it. */
const flag = z.preprocess((given) => {
  if (given === undefined || given === "") return undefined;
  return given === true || given === "1" || given === "true";
}, z.boolean().optional());

/**
 * What a list of tasks may be narrowed by. The same shape stands in the URL, in saved views and beside every
 * figure of the dashboard. All conditions must hold; several values of one condition mean "any of these".
 */
export const taskFilterSchema = z.object({
  status: oneOrMore(z.enum(workStatuses)),
  /** Only tasks on which work may still be needed. */
  open: flag,
  timeliness: oneOrMore(z.enum(timelinesses)),
  /** A body by id, found under every name it had and under its successors; "none" for tasks with no known lead. */
  body: words.min(1).max(120).optional(),
  /** With `body`: as lead only, or in any role (the default). */
  bodyRole: z.enum(["lead", "any"]).optional(),
  /** The session at which the action is due. "none" for tasks without one. */
  organ: words.min(1).max(200).optional(),
  session: z.coerce.number().int().min(1).max(9999).optional(),
  /** The session that adopted the resolution. */
  adoptedOrgan: words.min(1).max(200).optional(),
  adoptedSession: z.coerce.number().int().min(1).max(9999).optional(),
  owner: words.min(1).max(60).optional(),
  responsible: words.min(1).max(120).optional(),
  resolution: words.min(1).max(80).optional(),
  deliverable: oneOrMore(z.enum(deliverables)),
  dueFrom: isoDay.optional(),
  dueTo: isoDay.optional(),
  /** The day on which the task was recorded. */
  addedFrom: isoDay.optional(),
  addedTo: isoDay.optional(),
  /** The day since which the task has its present status. */
  sinceFrom: isoDay.optional(),
  sinceTo: isoDay.optional(),
  /** The Main Committee on whose report the resolution was adopted: "1" to "6", "plenary", or "none". */
  committee: z.enum(["1", "2", "3", "4", "5", "6", "plenary", "none"]).optional(),
  /** Words of the ask, a symbol, or a task number. */
  text: words.trim().max(200).optional(),
  blocked: flag,
  unassigned: flag,
  closureProposed: flag,
});
export type TaskFilter = z.infer<typeof taskFilterSchema>;

/** The orders a list can stand in. Ties are broken by the task's id, so that a page never repeats a row. */
export const taskSorts = ["due", "step", "number"] as const;
export const taskSortSchema = z.object({
  by: z.enum(taskSorts).default("due"),
  direction: z.enum(["asc", "desc"]).default("asc"),
});
export type TaskSort = z.infer<typeof taskSortSchema>;
