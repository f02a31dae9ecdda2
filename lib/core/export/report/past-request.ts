import { organInWords } from "../../calendar/session-names";
import type { ReportResolution, ReportTask } from "./report-task";
import { resolutionPhrase, sentenceCase, sessionPhrase } from "./words";

/** Verbs whose past is not made by -d or -ed. */
const irregular: Readonly<Record<string, string>> = {
  "call upon": "called upon",
  "call for": "called for",
  "call on": "called on",
  "look forward to": "looked forward to",
  undertake: "undertook",
};

/** "request" -> "requested", "invite" -> "invited", "call upon" -> "called upon", "urge" -> "urged". */
export function pastOf(verb: string): string {
  const [first = "", ...rest] = verb.trim().toLowerCase().split(" ");
  const known = irregular[verb.trim().toLowerCase()];
  if (known) return known;
  const past = first.endsWith("e")
    ? `${first}d`
    : /[^aeiou]y$/.test(first)
      ? `${first.slice(0, -1)}ied`
      : `${first}ed`;
  return [past, ...rest].join(" ");
}

/**
 * The sentence by which an annotated agenda recalls a request: "At its fifty-second session, the General Assembly
 * requested the Secretary-General to submit a report … (resolution 52/205, para. 12)." Words that pointed at the text
 * itself are made to point at it from outside. A draft: an editor reads it over.
 */
export function pastRequest(task: ReportTask, resolution: ReportResolution): string {
  const organ = organInWords(resolution.organ);
  const when =
    resolution.session === null ? "" : `At its ${sessionPhrase(resolution.organ, resolution.session)}, `;
  const ask = fromOutside(task.ask.trim().replace(/[;.,]\s*$/, ""), task);
  const addressees =
    task.leads.length > 0 && !startsWithBody(ask, task.leads)
      ? `${series(task.leads.map(withArticle))} `
      : "";
  const source = `${resolutionPhrase(resolution.symbol)}, para. ${task.para}`;
  // "decides to include", "decides that …": the organ itself acts, nobody is addressed.
  const isOwnAct = /^(decide|agree|resolve)$/.test(task.verb);
  const body = `${when}the ${organ} ${pastOf(task.verb)} ${isOwnAct ? "" : addressees}${ask} (${source}).`;
  return sentenceCase(body);
}

const fromOutside = (ask: string, task: ReportTask): string =>
  ask
    .replace(/\bthe present resolution\b/gi, "that resolution")
    .replace(/\bat (?:that|the same) session\b/gi, () =>
      task.target ? `at its ${sessionPhrase(task.target.organ, task.target.session)}` : "at that session",
    )
    .replace(/\s+/g, " ");

const startsWithBody = (ask: string, leads: readonly string[]): boolean =>
  leads.some((lead) =>
    ask.toLowerCase().replace(/^the /, "").startsWith(lead.toLowerCase().replace(/^the /, "")),
  );

/** Names of offices take an article in a sentence; names of open classes ("Member States", "all …") take none. */
function withArticle(name: string): string {
  if (
    /^(the|all|other|member states|states|governments|countries|regional|relevant|organizations|non-|parties|intergovernmental)\b/i.test(
      name,
    )
  )
    return name;
  return /^[A-Z]{2,}\b/.test(name) ? name : `the ${name}`;
}

const series = (names: readonly string[]): string =>
  names.length <= 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
