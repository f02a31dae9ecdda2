import type { DeadlineRule, SessionPart } from "@/lib/core/calendar/rule";
import { ruleInWords } from "@/lib/core/calendar/rule-in-words";

const parts: readonly SessionPart[] = [
  "beginning",
  "main",
  "resumed",
  "first-resumed",
  "second-resumed",
  "substantive",
  "organizational",
  "high-level",
  "end",
];

/** Deadline rules as a person edits them: "GA-53 beginning; 1998-12-31". */
export const writeRules = (rules: readonly DeadlineRule[]): string => rules.map(writeRule).join("; ");

function writeRule(rule: DeadlineRule): string {
  switch (rule.kind) {
    case "session":
      return `${rule.organ}-${rule.session}${rule.part ? ` ${rule.part}` : ""}`;
    case "date":
      return rule.on;
    case "month":
      return rule.month;
    case "year":
      return String(rule.year);
    default:
      // A rule that has no short form is kept as its words; left as it stands, it stays the rule it was.
      return ruleInWords(rule);
  }
}

/**
 * Reads what a person wrote. What is written as it was before keeps the rule it was; what cannot be read as a session,
 * a day, a month or a year is kept as an event in words.
 */
export function readRules(text: string, before: readonly DeadlineRule[]): DeadlineRule[] {
  return text
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "")
    .map((one) => before.find((rule) => writeRule(rule) === one) ?? readRule(one));
}

function readRule(text: string): DeadlineRule {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return { kind: "date", on: text, operator: "by" };
  if (/^\d{4}-\d{2}$/u.test(text)) return { kind: "month", month: text, operator: "by" };
  if (/^\d{4}$/u.test(text)) return { kind: "year", year: Number(text), operator: "by" };
  const groups = /^(?<organ>.+?)[\s-]+(?<session>\d{1,4})(?:\s+(?<part>[a-z-]+))?$/u.exec(text)?.groups;
  const part = parts.find((one) => one === groups?.part);
  if (!groups?.organ || !groups.session || (groups.part && !part))
    return { kind: "event", name: text, operator: "at" };
  const base = { kind: "session", organ: groups.organ, session: Number(groups.session) } as const;
  return part
    ? { ...base, part, operator: part === "beginning" ? "beginning" : "at" }
    : { ...base, operator: "at" };
}
