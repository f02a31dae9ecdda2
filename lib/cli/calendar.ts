import { parseArgs } from "node:util";
import { becauseInWords } from "@/lib/core/calendar/because";
import { builtInPacks, builtInSessions } from "@/lib/core/calendar/built-in";
import { isIsoDate, weekdayInWords } from "@/lib/core/calendar/day";
import { dayAt } from "@/lib/core/calendar/day-instant";
import { type OutputKind, outputKinds } from "@/lib/core/calendar/document-rules";
import { stationOf } from "@/lib/core/calendar/duty-stations";
import { planBackward } from "@/lib/core/calendar/plan";
import type { Plan } from "@/lib/core/calendar/plan-shapes";
import { outputInWords, standingInWords, stepInWords, warningsInWords } from "@/lib/core/calendar/plan-words";
import { resolveDeadline } from "@/lib/core/calendar/resolve";
import {
  type CalendarSession,
  type DeadlineOperator,
  type DeadlineRule,
  deadlineOperators,
  type IsoDate,
  type SessionPart,
  sessionParts,
} from "@/lib/core/calendar/rule";
import { ruleInWords } from "@/lib/core/calendar/rule-in-words";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";
import { sessionTitle } from "@/lib/core/calendar/session-names";

const usage = `Sessions, deadlines and plans from the built-in calendar.

  calendar series                            the bodies and how many sessions each has
  calendar GA 53 [options]                   a session, and the plan for an output due at it
  calendar at GA 1998-10-07                  the session in which a day falls
  calendar resolve GA 53 [options]           the window of "at the fifty-third session"
  calendar resolve 2026-06-30 [options]      the window of a day, a month (2026-06) or a year (2026)

Options
  --part       ${sessionParts.join(", ")}
  --operator   ${deadlineOperators.join(", ")}   (default: at)
  --output     ${outputKinds.join(", ")}   (default: report)
  --adopted    day of adoption          --meeting   day of the meeting, once known
  --slot       agreed submission day    --as-of     day of reading (default: today at the duty station)
  --json       print data instead of text`;

const calendar = loadCalendar(builtInSessions());
process.exitCode = main(process.argv.slice(2));

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      part: { type: "string" },
      operator: { type: "string", default: "at" },
      output: { type: "string", default: "report" },
      adopted: { type: "string" },
      meeting: { type: "string" },
      slot: { type: "string" },
      "as-of": { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [first, ...rest] = positionals;
  if (values.help || first === undefined) return say(usage);
  for (const name of ["adopted", "meeting", "slot", "as-of"] as const) {
    const day = values[name];
    if (day !== undefined && !isIsoDate(day))
      return complain(`--${name} must be a day such as 2026-09-08, not "${day}".`);
  }
  const part = oneOf(sessionParts, values.part);
  const operator = oneOf(deadlineOperators, values.operator);
  const output = oneOf(outputKinds, values.output);
  if (values.part !== undefined && !part)
    return complain(`--part must be one of: ${sessionParts.join(", ")}.`);
  if (!operator) return complain(`--operator must be one of: ${deadlineOperators.join(", ")}.`);
  if (!output) return complain(`--output must be one of: ${outputKinds.join(", ")}.`);
  const asked: Asked = {
    part,
    operator,
    output,
    adopted: values.adopted ?? null,
    meeting: values.meeting ?? null,
    slot: values.slot ?? null,
    asOf: values["as-of"] ?? null,
    json: values.json,
  };
  if (first === "series") return series(values.json);
  if (first === "at") return at(rest);
  if (first === "resolve") return resolve(rest, asked);
  return session(positionals, asked);
}

type Asked = {
  readonly part: SessionPart | undefined;
  readonly operator: DeadlineOperator;
  readonly output: OutputKind;
  readonly adopted: IsoDate | null;
  readonly meeting: IsoDate | null;
  readonly slot: IsoDate | null;
  readonly asOf: IsoDate | null;
  readonly json: boolean;
};

function series(json: boolean): number {
  const rows = builtInPacks().map(({ organ, name, sessions }) => ({
    organ,
    name,
    sessions: sessions.length,
  }));
  if (json) return print(rows);
  for (const row of rows)
    say(`${row.organ === row.name ? row.organ : `${row.organ}: ${row.name}`}, ${row.sessions}`);
  return 0;
}

function at(words: readonly string[]): number {
  const [day = ""] = words.slice(-1);
  const organ = words.slice(0, -1).join(" ");
  if (!isIsoDate(day) || organ === "") return complain("Write: calendar at GA 1998-10-07");
  const found = calendar.at(organ, day);
  return found ? say(described(found).join("\n")) : complain(`No session of ${organ} is known for ${day}.`);
}

function resolve(words: readonly string[], asked: Asked): number {
  const rule = ruleOf(words, asked);
  if (!rule) return complain("Write: calendar resolve GA 53, or calendar resolve 2026-06-30");
  const organ = rule.kind === "session" ? rule.organ : "GA";
  const resolved = resolveDeadline(rule, calendar, { adopted: asked.adopted, organ });
  if (asked.json) return print({ rule, resolved });
  say(ruleInWords(rule));
  const { window } = resolved;
  say(
    window ? `  ${window.from} to ${window.to}; due ${resolved.due} (${resolved.certainty})` : "  no window",
  );
  for (const line of becauseInWords(resolved.because, asked.asOf ?? today("America/New_York")))
    say(`  - ${line}`);
  return 0;
}

function session(words: readonly string[], asked: Asked): number {
  const number = Number(words.at(-1));
  const organ = words.slice(0, -1).join(" ");
  const found = organ && Number.isInteger(number) ? calendar.find(organ, number) : null;
  if (!found)
    return complain(
      `"${words.join(" ")}" is not in the calendar and no rule proposes it. Try: calendar series`,
    );
  const rule: DeadlineRule = {
    kind: "session",
    organ,
    session: number,
    operator: asked.operator,
    ...(asked.part && { part: asked.part }),
  };
  const deadline = resolveDeadline(rule, calendar, { adopted: asked.adopted, organ });
  const plan = planBackward({
    deadline,
    deliverable: asked.output,
    meetingDay: asked.meeting,
    agreedSlot: asked.slot,
    session: found,
    dutyStation: stationOf(found.timeZone),
    adopted: asked.adopted,
    asOf: asked.asOf ?? today(found.timeZone),
  });
  if (asked.json) return print({ session: found, deadline, plan });
  say(described(found).join("\n"));
  say(`\nPlan for a ${outputInWords[asked.output]} due ${ruleInWords(rule)}`);
  return say(planLines(plan).join("\n"));
}

function described(found: CalendarSession): string[] {
  const days = (day: IsoDate | null): string => (day ? weekdayInWords(day) : "not known");
  const within = found.details?.within;
  const debate = found.details?.generalDebate;
  return [
    sessionTitle(found.organ, found.session),
    `  opens    ${days(found.opens)} (${found.standing})`,
    `  closes   ${days(found.closes)} (${found.details?.closesStanding ?? found.standing})`,
    ...(within ? [`  within   ${within.from} to ${within.to}`] : []),
    ...(found.mainPartEnds ? [`  main part ends ${days(found.mainPartEnds)}`] : []),
    ...(debate ? [`  general debate ${debate.from} to ${debate.to ?? "not known"}`] : []),
    ...found.resumedParts.map((part) => `  resumed  ${part.from} to ${part.to ?? "not known"}`),
    ...(found.details?.parts ?? []).map((part) => `  ${part.from} to ${part.to}  ${part.name}`),
    `  source   ${found.source}`,
    ...(found.note ? [`  note     ${found.note}`] : []),
  ];
}

function planLines(plan: Plan): string[] {
  const lines = plan.steps.map((step) => {
    const day = step.day ?? `${step.window?.from ?? "?"}..${step.window?.to ?? "?"}`;
    const until = step.day && step.window ? ` (until ${step.window.to} if the meeting is last)` : "";
    return `  ${day.padEnd(22)} ${stepInWords[step.id]}${until} [${standingInWords[step.standing]}, ${step.certainty}]`;
  });
  const hand = plan.handOver ? [`  hand over by ${weekdayInWords(plan.handOver)}`] : [];
  return [...lines, ...hand, ...warningsInWords(plan.warnings).map((warning) => `  ! ${warning}`)];
}

function ruleOf(words: readonly string[], asked: Asked): DeadlineRule | null {
  const { operator } = asked;
  const [only = ""] = words;
  if (words.length === 1) {
    if (isIsoDate(only)) return { kind: "date", on: only, operator };
    if (/^\d{4}-\d{2}$/.test(only)) return { kind: "month", month: only, operator };
    return /^\d{4}$/.test(only) ? { kind: "year", year: Number(only), operator } : null;
  }
  const number = Number(words.at(-1));
  const organ = words.slice(0, -1).join(" ");
  if (organ === "" || !Number.isInteger(number)) return null;
  return { kind: "session", organ, session: number, operator, ...(asked.part && { part: asked.part }) };
}

function oneOf<T extends string>(values: readonly T[], word: string | undefined): T | undefined {
  return values.find((value) => value === word);
}

function today(timeZone: string): IsoDate {
  return dayAt(new Date(), timeZone);
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function print(value: unknown): number {
  return say(JSON.stringify(value, null, 2));
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}
