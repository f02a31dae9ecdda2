import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { isIsoDate } from "@/lib/core/calendar/day";
import { fail, ok, type Result } from "@/lib/core/result";
import { namesOf, readAudit, readAuditChoices } from "@/lib/db/audit";
import type { Deps } from "@/lib/deps";
import { words } from "./words";

const day = z.string().refine(isIsoDate, "Give a day as YYYY-MM-DD.").optional();

/** `actor` "nobody": lines of visitors and of the installation itself. */
export const auditInput = z.strictObject({
  actor: words(64).min(1).optional(),
  action: words(64).min(1).optional(),
  from: day,
  to: day,
  /** Pages back: the id of the last line seen. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

/** One line of the record; `params` are the values that its sentence needs, names already in words. */
export type AuditRow = {
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectName: string;
  readonly params: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly hash: string;
};

export type AuditPage = {
  readonly rows: readonly AuditRow[];
  readonly older: string | null;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly actions: readonly string[];
};

const pageSize = 100;

/** What happened outside of tasks, newest first: sign-ins, refusals, people, roles, settings, exports. */
export async function auditPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof auditInput>,
): Promise<Result<AuditPage>> {
  if (!can(actor, "audit.read"))
    return fail("not-permitted", "Only Secretaries and Administrators read the record of the house.");
  const { actor: who, action, from, to, before } = input;
  const filter = {
    ...(who === "nobody" ? { withoutActor: true } : { actorId: who }),
    action,
    from,
    to,
  };
  const db = await deps.reading();
  const [lines, choices] = await Promise.all([
    readAudit(db, pageSize + 1, before === undefined ? null : BigInt(before), filter),
    readAuditChoices(db),
  ]);
  const shown = lines.slice(0, pageSize);
  const mentioned = shown.flatMap((line) => [line.subject, ...valuesIn(line.from), ...valuesIn(line.to)]);
  const names = await namesOf(deps.db, mentioned);
  return ok({
    rows: shown.map(({ id, at, from: before, to: after, subject, ...line }) => ({
      ...line,
      id: String(id),
      at: at.toISOString(),
      subject,
      subjectName: names.get(subject) ?? subject,
      params: { ...paramsOf("from", before, names), ...paramsOf("to", after, names) },
    })),
    older: lines.length > pageSize ? String(shown.at(-1)?.id ?? "") : null,
    ...choices,
  });
}

const valuesIn = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.values(value).filter((one): one is string => typeof one === "string")
    : [];

/** The fields of what was or what became, each as a word: "toRole", "fromIsActive"; a plain value under its side's name. */
function paramsOf(
  side: "from" | "to",
  value: unknown,
  names: ReadonlyMap<string, string>,
): Record<string, string> {
  const word = (one: unknown): string => {
    if (one === null || one === undefined) return "";
    if (typeof one === "string") return names.get(one) ?? one;
    return Array.isArray(one)
      ? one.map(word).join(", ")
      : typeof one === "object"
        ? JSON.stringify(one)
        : String(one);
  };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { [side]: word(value) };
  return Object.fromEntries([
    ...Object.entries(value).map(([key, one]) => [
      `${side}${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      word(one),
    ]),
    [
      side,
      Object.entries(value)
        .map(([key, one]) => `${key} ${word(one)}`)
        .join(", "),
    ],
  ]);
}
