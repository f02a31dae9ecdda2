import { deliverables } from "@/lib/core/mandate/candidate-action";
import { type TaskFilter, taskFilterSchema } from "@/lib/core/task/filter";
import { workStatuses } from "@/lib/core/task/status";
import { timelinesses } from "@/lib/core/task/timeliness";

// The filter language: what is typed above a list, what stands in its address (?q=…), what a saved view keeps.
//   status:pending,in-progress   is:open   not:blocked   is:overdue   is:unassigned   body:unctad   lead:unctad
//   session:GA-53   adopted:GA-52   owner:me   unit:desa   in:A/RES/52/205   deliverable:report
//   due:1998-09-01..1998-12-31   added:1998-01-01..   since:..1998-08-03   committee:2   and any other words are looked for in the text.

/** What a text of the filter language says; `unknown` holds the parts that say nothing, as typed. */
export type ReadFilter = { readonly filter: TaskFilter; readonly unknown: readonly string[] };

type Draft = { -readonly [K in keyof TaskFilter]?: TaskFilter[K] };
type Term = (value: string, draft: Draft) => boolean;

const flags = {
  open: "open",
  blocked: "blocked",
  unassigned: "unassigned",
  "closure-proposed": "closureProposed",
} as const;
const word = (value: string): string => value.toLowerCase().replaceAll("_", "-");
const session = /^(?<organ>.+)-(?<session>\d{1,4})$/u;
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** "GA-53" into an organ and a number; an organ's key may itself hold hyphens. */
function readSession(value: string): { organ: string; session: number } | null {
  const groups = session.exec(value)?.groups;
  return groups?.organ && groups.session ? { organ: groups.organ, session: Number(groups.session) } : null;
}

/** The members of a vocabulary that a comma list names, or null where one is not of it. */
function among<T extends string>(value: string, vocabulary: readonly T[]): T[] | null {
  const found = value.split(",").map((one) => vocabulary.find((member) => word(member) === word(one)));
  return found.every((one) => one !== undefined) ? (found as T[]) : null;
}

const set = <K extends keyof Draft>(draft: Draft, key: K, value: Draft[K] | null): boolean => {
  if (value === null || value === undefined || value === "") return false;
  draft[key] = value as Draft[K];
  return true;
};

const committees = ["1", "2", "3", "4", "5", "6", "plenary", "none"] as const;

type DayKey = "dueFrom" | "dueTo" | "addedFrom" | "addedTo" | "sinceFrom" | "sinceTo";

/** "1998-09-01..1998-12-31", open at either end, or one day. */
function setDays(draft: Draft, first: DayKey, last: DayKey, value: string): boolean {
  const [from = "", to = from] = value.split("..");
  if ((from && !day.test(from)) || (to && !day.test(to)) || (!from && !to)) return false;
  if (from) draft[first] = from;
  if (to) draft[last] = to;
  return true;
}

const daysInWords = (key: string, from: string | undefined, to: string | undefined): string | false =>
  !!(from || to) && (from === to ? `${key}:${from}` : `${key}:${from ?? ""}..${to ?? ""}`);

const terms: Readonly<Record<string, Term>> = {
  status: (value, draft) => set(draft, "status", among(value, workStatuses)),
  deliverable: (value, draft) => set(draft, "deliverable", among(value, deliverables)),
  is: (value, draft) => {
    const flag = Object.hasOwn(flags, word(value)) ? flags[word(value) as keyof typeof flags] : null;
    if (flag) return set(draft, flag, true);
    const times = among(value, timelinesses);
    return times !== null && set(draft, "timeliness", [...(draft.timeliness ?? []), ...times]);
  },
  not: (value, draft) =>
    Object.hasOwn(flags, word(value)) && set(draft, flags[word(value) as keyof typeof flags], false),
  body: (value, draft) => set(draft, "body", value),
  lead: (value, draft) => set(draft, "body", value) && set(draft, "bodyRole", "lead"),
  organ: (value, draft) => set(draft, "organ", value),
  session: (value, draft) => {
    if (value === "none") return set(draft, "organ", "none");
    const found = readSession(value);
    return found !== null && set(draft, "organ", found.organ) && set(draft, "session", found.session);
  },
  adopted: (value, draft) => {
    const found = readSession(value);
    return (
      found !== null && set(draft, "adoptedOrgan", found.organ) && set(draft, "adoptedSession", found.session)
    );
  },
  owner: (value, draft) => set(draft, "owner", value),
  unit: (value, draft) => set(draft, "responsible", value),
  in: (value, draft) => set(draft, "resolution", value),
  committee: (value, draft) =>
    set(draft, "committee", committees.find((committee) => committee === value.toLowerCase()) ?? null),
  due: (value, draft) => setDays(draft, "dueFrom", "dueTo", value),
  added: (value, draft) => setDays(draft, "addedFrom", "addedTo", value),
  since: (value, draft) => setDays(draft, "sinceFrom", "sinceTo", value),
};

/** The keys of the language, for help and completion. */
export const filterKeys: readonly string[] = Object.keys(terms);

/** Reads a text of the filter language. Never fails: what says nothing is given back in `unknown`. */
export function readFilter(text: string): ReadFilter {
  const draft: Draft = {};
  const unknown: string[] = [];
  const words: string[] = [];
  for (const part of text.match(/(?:[^\s"]|"[^"]*")+/gu) ?? []) {
    const colon = part.indexOf(":");
    const key = part.slice(0, colon).toLowerCase();
    const value = part.slice(colon + 1).replaceAll('"', "");
    if (colon < 1) words.push(part.replaceAll('"', ""));
    else if (!Object.hasOwn(terms, key) || !terms[key]?.(value, draft)) unknown.push(part);
  }
  const free = words.join(" ").trim();
  const parsed = taskFilterSchema.safeParse(free ? { ...draft, text: free } : draft);
  return parsed.success ? { filter: parsed.data, unknown } : { filter: {}, unknown: [text] };
}

const quoted = (value: string): string => (/\s/u.test(value) ? `"${value}"` : value);

/** Writes a filter in the language; reading it again gives the same filter. */
export function writeFilter(filter: TaskFilter): string {
  const parts: (string | false)[] = [
    ...Object.entries(flags).map(
      ([name, key]) => filter[key] !== undefined && `${filter[key] ? "is" : "not"}:${name}`,
    ),
    !!filter.timeliness?.length && `is:${filter.timeliness.map(word).join(",")}`,
    !!filter.status?.length && `status:${filter.status.map(word).join(",")}`,
    !!filter.body && `${filter.bodyRole === "lead" ? "lead" : "body"}:${quoted(filter.body)}`,
    !!filter.organ &&
      (filter.session
        ? `session:${quoted(`${filter.organ}-${filter.session}`)}`
        : filter.organ === "none"
          ? "session:none"
          : `organ:${quoted(filter.organ)}`),
    !!filter.adoptedOrgan &&
      !!filter.adoptedSession &&
      `adopted:${quoted(`${filter.adoptedOrgan}-${filter.adoptedSession}`)}`,
    !!filter.owner && `owner:${quoted(filter.owner)}`,
    !!filter.responsible && `unit:${quoted(filter.responsible)}`,
    !!filter.resolution && `in:${quoted(filter.resolution)}`,
    !!filter.deliverable?.length && `deliverable:${filter.deliverable.map(word).join(",")}`,
    !!filter.committee && `committee:${filter.committee}`,
    daysInWords("due", filter.dueFrom, filter.dueTo),
    daysInWords("added", filter.addedFrom, filter.addedTo),
    daysInWords("since", filter.sinceFrom, filter.sinceTo),
    !!filter.text && filter.text,
  ];
  return parts.filter((part) => part !== false).join(" ");
}

/** The query string of a list that shows exactly the rows of `filter`; `more` adds sort, columns or the as-of day. */
export function searchOf(filter: TaskFilter, more: Readonly<Record<string, string>> = {}): string {
  const text = writeFilter(filter);
  const search = new URLSearchParams({ ...(text ? { q: text } : {}), ...more }).toString();
  // Colons, commas and slashes may stand in a query as they are; so the address can be read and typed.
  return search.replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%2F", "/");
}
