import { z } from "zod";
import { fail, ok, type Result } from "../result";
import { isIsoDate } from "./day";
import type { CalendarSession, SessionDetails } from "./rule";

const day = z.string().refine(isIsoDate, { error: "must be a day that exists, as YYYY-MM-DD" });
const span = z
  .object({ from: day, to: day })
  .strict()
  .refine((value) => value.from <= value.to, { error: "ends before it starts" });
const standing = z.enum(["fixed", "derived", "reported", "bounds", "unknown"]);

const sessionRow = z
  .object({
    session: z.int().min(1).max(9999),
    label: z.string().min(1).max(40),
    opens: day.nullable(),
    closes: day.nullable(),
    standing,
    closesStanding: standing.exactOptional(),
    neverCloses: z.boolean().exactOptional(),
    mainPartEnds: day.exactOptional(),
    within: span.exactOptional(),
    highLevel: span.exactOptional(),
    generalDebate: z.object({ from: day, to: day.nullable() }).strict().exactOptional(),
    resumedParts: z
      .array(z.object({ from: day, to: day.nullable(), name: z.string().max(120).exactOptional() }).strict())
      .max(40)
      .default([]),
    parts: z
      .array(
        z
          .object({
            name: z.string().min(1).max(200),
            from: day,
            to: day,
            source: z.string().max(500).exactOptional(),
            note: z.string().max(500).exactOptional(),
          })
          .strict()
          .refine((value) => value.from <= value.to, { error: "ends before it starts" }),
      )
      .max(100)
      .exactOptional(),
    source: z.string().trim().min(1, "name the document or page that gives these days").max(1000),
    note: z.string().max(1000).default(""),
    confidence: z.string().max(200).exactOptional(),
  })
  .strict()
  .refine((row) => row.opens === null || row.closes === null || row.opens <= row.closes, {
    error: "the session closes before it opens",
    path: ["closes"],
  });

const packSchema = z
  .object({
    organ: z.string().trim().min(1).max(120),
    name: z.string().trim().min(1).max(200),
    timeZone: z.string().refine(isTimeZone, { error: "must be an IANA time zone such as Europe/Zurich" }),
    sessions: z.array(sessionRow).min(1, "a calendar pack holds at least one session").max(5000),
  })
  .strict();

/** A calendar pack: one data file with the sessions of one body. */
export type CalendarPack = {
  readonly organ: string;
  readonly name: string;
  readonly timeZone: string;
  readonly sessions: readonly CalendarSession[];
};

/**
 * Reads a calendar pack: the text of a JSON file, or its parsed value. Answers `invalid-input` with one plain sentence
 * for each field at fault (`fields`, by path) and changes nothing of what the pack says.
 */
export function parseCalendarPack(json: unknown): Result<CalendarPack> {
  const value = typeof json === "string" ? parsedJson(json) : json;
  if (value === undefined) return fail("invalid-input", "The calendar pack is not valid JSON.");
  const parsed = packSchema.safeParse(value);
  if (!parsed.success) return faulty(parsed.error.issues.map((issue) => [pathOf(issue.path), issue.message]));
  const { organ, name, timeZone, sessions } = parsed.data;
  const doubles = doubled(sessions.map((row) => row.session));
  if (doubles.length > 0) {
    return faulty(doubles.map((session) => ["sessions", `session ${session} stands in the pack twice`]));
  }
  return ok({ organ, name, timeZone, sessions: sessions.map((row) => toSession(organ, timeZone, row)) });
}

function toSession(organ: string, timeZone: string, row: z.infer<typeof sessionRow>): CalendarSession {
  const details: SessionDetails = {
    ...(row.within && { within: row.within }),
    ...(row.closesStanding && { closesStanding: row.closesStanding }),
    ...(row.neverCloses && { neverCloses: true }),
    ...(row.generalDebate && { generalDebate: row.generalDebate }),
    ...(row.parts && { parts: row.parts }),
    ...(row.confidence && { confidence: row.confidence }),
  };
  return {
    organ,
    session: row.session,
    label: row.label,
    opens: row.opens,
    closes: row.closes,
    mainPartEnds: row.mainPartEnds ?? null,
    resumedParts: row.resumedParts,
    highLevel: row.highLevel ?? null,
    standing: row.standing,
    source: row.source,
    note: row.note,
    timeZone,
    ...(Object.keys(details).length > 0 && { details }),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join(".") || "pack";

const doubled = (numbers: readonly number[]): number[] => [
  ...new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index)),
];

/** At most twenty faults are listed: more than a person mends in one go. */
function faulty(faults: readonly (readonly [string, string])[]): Result<never> {
  const listed = faults.slice(0, 20);
  const [first] = listed;
  return fail(
    "invalid-input",
    `The calendar pack has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}; first: ${first?.[0] ?? "pack"}: ${first?.[1] ?? ""}.`,
    { fields: Object.fromEntries(listed) },
  );
}
