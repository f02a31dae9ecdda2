import { assertNever } from "../result";
import { dayInWords, isIsoDate, monthInWords } from "./day";
import type { DeadlineOperator, DeadlineRule } from "./rule";
import { organInWords, partInWords, sessionTitle } from "./session-names";

/** A deadline rule as a short English phrase: "at the beginning of the 53rd session of the General Assembly". */
export function ruleInWords(rule: DeadlineRule): string {
  switch (rule.kind) {
    case "session": {
      const session = `the ${sessionTitle(rule.organ, rule.session)}`;
      // "The substantive session of 1998" is the session itself, so it is not "of the 1998 session".
      const isSession = rule.part === "substantive" || rule.part === "organizational";
      const of = isSession ? `${rule.session} of the ${organInWords(rule.organ)}` : session;
      const part = rule.part === undefined ? session : `the ${partInWords(rule.part)} of ${of}`;
      if (rule.part === "beginning" && rule.operator === "beginning") return `at ${part}`;
      return `${operatorWords[rule.operator]} ${part}`;
    }
    case "date":
      return `${dateWords[rule.operator]} ${isIsoDate(rule.on) ? dayInWords(rule.on) : rule.on}`;
    case "month":
      return `${timeWords[rule.operator]} ${monthInWords(rule.month)}`;
    case "year":
      return `${timeWords[rule.operator]} ${rule.year}`;
    case "relative": {
      const length = `${rule.amount} ${rule.unit}${rule.amount === 1 ? "" : "s"}`;
      if (rule.operator === "before") return `${length} before ${rule.from}`;
      return rule.operator === "at" || rule.operator === "after"
        ? `${length} after ${rule.from}`
        : `within ${length} of ${rule.from}`;
    }
    case "event":
      return `${operatorWords[rule.operator]} ${rule.name}`;
    default:
      return assertNever(rule);
  }
}

const operatorWords = {
  at: "at",
  during: "during",
  beginning: "at the beginning of",
  before: "before",
  by: "by",
  end: "by the end of",
  after: "after",
} as const satisfies Record<DeadlineOperator, string>;

const timeWords = { ...operatorWords, at: "in" } as const satisfies Record<DeadlineOperator, string>;

const dateWords = {
  ...operatorWords,
  at: "on",
  during: "on",
  beginning: "on",
  end: "by",
} as const satisfies Record<DeadlineOperator, string>;
