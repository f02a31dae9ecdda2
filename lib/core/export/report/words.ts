import { dayInWords } from "../../calendar/day";
import { sessionInWords } from "../../calendar/ordinal-words";
import { organInWords } from "../../calendar/session-names";
import { statusInWords } from "../../task/move";
import type { ReportTask } from "./report-task";

/** A capital letter in front. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The request as a row of a document has it: a capital in front, without the stop or the "; and" that ended it in its list. */
export const askInWords = (task: Pick<ReportTask, "ask">): string =>
  sentenceCase(task.ask.trim().replace(/(?:\s*[;,]\s*(?:and|or))?[\s;,.:؛،；。]*$/u, ""));

/** "1 task", "3 tasks". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** "fifty-third session", for ECOSOC "session of 1998". */
export const sessionPhrase = (organ: string, session: number): string =>
  organ === "ECOSOC" && session > 1900 ? `session of ${session}` : `${sessionInWords(session)} session`;

/** "53rd session of GA" is for lists; here the whole: "fifty-third session of the General Assembly". */
export const sessionOf = (organ: string, session: number): string =>
  `${sessionPhrase(organ, session)} of the ${organInWords(organ)}`;

/** "resolution 52/205" for the Assembly, the whole symbol for others. */
export const resolutionPhrase = (symbol: string): string => {
  const short = /^A\/RES\/(.+)$/.exec(symbol)?.[1];
  return `resolution ${short ?? symbol}`;
};

/** When a task is due, with how sure that is; "no date yet" where there is none. */
export function dueInWords(task: ReportTask): string {
  if (task.dueOn === null) {
    return task.target
      ? `At the ${sessionOf(task.target.organ, task.target.session)}; no date yet`
      : "No date";
  }
  const day = dayInWords(task.dueOn);
  return task.dueCertainty === "expected" ? `${day} (expected)` : day;
}

/** Where a task stands, in a sentence for the last column: status, since when, what is late, what shows it. */
export function standingInWords(task: ReportTask): string {
  const parts = [`${sentenceCase(statusInWords[task.status])} since ${dayInWords(task.statusSince)}.`];
  if (task.timeliness === "OVERDUE") parts.push("Overdue.");
  if (task.timeliness === "STEP_LATE") parts.push("A step of its plan is late.");
  if (task.blockedReason !== "") parts.push(`Held up: ${task.blockedReason}.`);
  if (task.evidence.length > 0) parts.push(`See ${task.evidence.join(", ")}.`);
  return parts.join(" ");
}

/** Who does it: the responsible unit, else the addressees of the text. */
export const doerInWords = (task: ReportTask): string =>
  task.responsible ?? (task.leads.length > 0 ? task.leads.join("; ") : "Nobody named");
