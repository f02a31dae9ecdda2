import { dayInWords } from "../calendar/day";
import { assertNever } from "../result";
import type { EventValues, TaskEvent, TaskEventType } from "./events";
import { statusInWords } from "./move";
import type { WorkStatus } from "./status";
import type { EvidenceRef } from "./task";
import { type TransitionName, workflow } from "./workflow";

/** A sentence as a code of the catalogue with its values, so that it can be said in any language. */
export type Sentence = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

type Params = Sentence["params"];

/** The codes of history sentences: one for every kind of line and every move of the workflow. */
export type EventCode = `event.${Exclude<TaskEventType, "status">}` | `event.status.${TransitionName}`;

/**
 * A history line as a code with values: `actor`, `day` (YYYY-MM-DD), `evidence` ("A/53/226, A/53/250"), `reason`
 * ("" where none), and what the kind of line adds (`status`, `owner`, `document`, `due` …).
 */
export function eventSentence(
  event: Pick<
    TaskEvent,
    "type" | "transition" | "from" | "to" | "reason" | "evidence" | "effectiveOn" | "actorName"
  >,
): {
  readonly code: EventCode;
  readonly params: Params;
} {
  const base = {
    actor: event.actorName,
    day: event.effectiveOn,
    reason: event.reason,
    evidence: event.evidence
      .map(nameOfEvidence)
      .filter((name) => name !== "")
      .join(", "),
  };
  const code: EventCode =
    event.type === "status" ? `event.status.${event.transition ?? "confirm"}` : `event.${event.type}`;
  return { code, params: { ...base, ...particulars(event.type, event.from ?? {}, event.to ?? {}) } };
}

/** The symbol of a document, else its title, else its address. */
export const nameOfEvidence = (evidence: EvidenceRef): string =>
  evidence.symbol || evidence.title || evidence.url;

function particulars(type: TaskEventType, from: EventValues, to: EventValues): Params {
  switch (type) {
    case "created":
      return { ask: text(to.ask), para: text(to.para), previous: text(to.previous) };
    case "status":
      return {
        document: text(to.decidingDocument),
        successor: text(to.successor),
        job: text(to.jobNumber),
        session: sessionOf(to.newSession),
      };
    case "owner":
      return { owner: text(to.ownerName), former: text(from.ownerName) };
    case "responsible":
      return { unit: text(to.responsibleName), former: text(from.responsibleName) };
    case "deadline":
      return { ...dues(from.deadline, to.deadline), document: text(to.authorisingText) };
    case "deadline-proposed":
      return { due: text(to.dueOn), former: text(from.dueOn) };
    case "session-moved":
      return { ...dues(from.deadline, to.deadline), session: text(to.label), source: text(to.source) };
    case "holiday":
      return {
        due: stepDay(to.nextStep),
        former: text(from.nextStepOn),
        holiday: text(to.holiday),
        station: text(to.station),
        ended: to.isEnded === true ? "yes" : "",
      };
    case "meeting":
      return { due: text(to.meetingOn) };
    case "slot":
      return { due: text(to.agreedSlot), job: text(to.jobNumber) };
    case "target":
      return { due: text(to.internalTarget) };
    case "blocked":
    case "unblocked":
      return { held: text(to.blockedReason) || text(from.blockedReason) };
    case "evidence":
      return { file: text(to.fileName) };
    case "link":
      return { relation: text(to.relation), other: text(to.other) };
    case "output":
      return { kind: text(to.outputKind), words: text(to.draftWords), limit: text(to.wordLimit) };
    case "series":
      return { document: text(to.document), successor: text(to.successor), verdict: text(to.verdict) };
    case "host-moved":
      return { due: stepDay(to.nextStep), former: stepDay(from.nextStep) };
    case "text":
      return {
        fields: Object.keys(to)
          .map((field) => fieldNames[field] ?? field)
          .join(", "),
      };
    case "undo":
      return { status: text(to.status), undone: text(from.undone) };
    case "asked":
      return { unit: text(to.unitName), due: text(to.answerBy), round: text(to.round) };
    case "answered":
    case "answer-returned":
    case "answer-accepted":
      return { answer: text(to.answer), unit: text(to.unitName), round: text(to.round) };
    case "closure-proposed":
    case "closure-declined":
    case "deadline-declined":
    case "bodies":
    case "comment":
      return {};
    case "reopened-review":
      return { version: text(to.textVersion) };
    default:
      return assertNever(type);
  }
}

const fieldNames: Readonly<Record<string, string>> = {
  ask: "what is asked",
  deliverable: "deliverable",
  agendaTitle: "title of the agenda item",
};

const text = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

const sessionOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "organ" in value && "session" in value
    ? `${text(value.organ)} ${text(value.session)}`
    : "";

const stepDay = (value: unknown): string =>
  typeof value === "object" && value !== null && "on" in value ? text(value.on) : "";

function dues(from: unknown, to: unknown): { due: string; former: string } {
  const due = (value: unknown): string =>
    typeof value === "object" && value !== null && "dueOn" in value ? text(value.dueOn) : "";
  return { due: due(to), former: due(from) };
}

/** A history line in English, as one or two sentences: "Ana Silva marked it submitted on 30 July 1998: A/53/226." */
export function eventInEnglish(sentence: { readonly code: EventCode; readonly params: Params }): string {
  const value = (name: string): string => String(sentence.params[name] ?? "");
  const words = english[sentence.code];
  const main = typeof words === "string" ? words : words(value);
  const day = value("day") === "" ? "" : ` on ${dayInWords(value("day"))}`;
  const shown = value("evidence") === "" || sentence.code === "event.comment" ? "" : `: ${value("evidence")}`;
  const reason = value("reason") === "" ? "" : ` ${finished(value("reason"))}`;
  return `${value("actor")} ${main}${day}${shown}.${reason}`;
}

const finished = (reason: string): string => (/[.!?…]$/.test(reason) ? reason : `${reason}.`);

const dayOr = (day: string, none: string): string => (day === "" ? none : dayInWords(day));

type Words = string | ((value: (name: string) => string) => string);

const english: Record<EventCode, Words> = {
  "event.created": (value) =>
    value("previous") === ""
      ? "made this a task"
      : `opened it as the next occurrence after task ${value("previous")}`,
  "event.status.confirm": "confirmed it as pending",
  "event.status.dismiss": "set it aside as needing no follow-up",
  "event.status.revive": "took it up after all",
  "event.status.start": "started work",
  "event.status.monitor": "put it under monitoring as a standing call",
  "event.status.submit": (value) =>
    value("evidence") === "" ? `marked it submitted under job number ${value("job")}` : "marked it submitted",
  "event.status.return": "returned it for more work",
  "event.status.implement": "confirmed it as implemented",
  "event.status.defer": (value) =>
    `recorded that ${value("document")} deferred it to session ${value("session")}`,
  "event.status.resume": "took it up again after the deferral",
  "event.status.supersede": (value) =>
    `recorded that ${value("document")} took its place (${value("successor")})`,
  "event.status.retire": (value) => `recorded that ${value("document")} ended it`,
  "event.status.fail": "recorded it as not implemented",
  "event.status.reopen": "reopened it",
  "event.closure-proposed": "proposed its closure",
  "event.closure-declined": "declined the closure",
  "event.deadline": (value) =>
    `moved the deadline from ${dayOr(value("former"), "no date")} to ${dayOr(value("due"), "no date")}${value("document") === "" ? "" : ` under ${value("document")}`}`,
  "event.deadline-proposed": (value) => `asked for the deadline to become ${dayOr(value("due"), "open")}`,
  "event.deadline-declined": "kept the deadline as it was",
  "event.session-moved": (value) =>
    `moved the dates of session ${value("session")}: due ${dayOr(value("due"), "on a day not yet known")} instead of ${dayOr(value("former"), "a day not known")}`,
  "event.holiday": (value) =>
    `${value("ended") === "" ? "entered" : "took back"} ${value("holiday")} as a holiday in ${value("station")}: next step ${dayOr(value("due"), "on a day not yet known")} instead of ${dayOr(value("former"), "a day not known")}`,
  "event.owner": (value) =>
    value("owner") === ""
      ? `took it from ${value("former")}`
      : `gave it to ${value("owner")}${value("former") === "" ? "" : ` in place of ${value("former")}`}`,
  "event.responsible": (value) =>
    value("unit") === "" ? `took it from ${value("former")}` : `made ${value("unit")} responsible`,
  "event.bodies": "corrected the bodies",
  "event.text": (value) => `corrected ${value("fields")}`,
  "event.blocked": "marked it as blocked",
  "event.unblocked": "removed the mark that it was blocked",
  "event.comment": "wrote",
  "event.evidence": (value) =>
    value("evidence") === "" && value("file") !== "" ? `added the file ${value("file")}` : "added evidence",
  "event.meeting": (value) =>
    value("due") === ""
      ? "removed the day of the meeting"
      : `set the meeting for ${dayInWords(value("due"))}`,
  "event.slot": (value) =>
    value("due") === ""
      ? "changed the slot"
      : `recorded the agreed slot of ${dayInWords(value("due"))}${value("job") === "" ? "" : ` (job ${value("job")})`}`,
  "event.target": (value) =>
    value("due") === ""
      ? "removed the internal target"
      : `set the internal target to ${dayInWords(value("due"))}`,
  "event.link": (value) =>
    value("other") === ""
      ? `removed the tie (${value("relation")})`
      : `tied it to task ${value("other")} (${value("relation")})`,
  "event.output": "set the kind of output and its limits",
  "event.series": (value) =>
    value("verdict") === "silent"
      ? `read it beside ${value("document")}: the later text is silent, so it stays`
      : `read it beside ${value("document")}: ${value("verdict")} by ${value("successor")}`,
  "event.host-moved": (value) =>
    `moved the days of the host report: next step ${dayOr(value("due"), "on a day not yet known")} instead of ${dayOr(value("former"), "a day not known")}`,
  "event.reopened-review": "opened its review again because the text changed",
  "event.asked": (value) =>
    `asked ${value("unit")} how it stands${value("due") === "" ? "" : `, to be answered by ${dayInWords(value("due"))}`}`,
  "event.answered": (value) => `answered for ${value("unit")}: ${answerInWords(value("answer"))}`,
  "event.answer-returned": (value) => `returned the answer of ${value("unit")}`,
  "event.answer-accepted": (value) => `accepted the answer of ${value("unit")}`,
  "event.undo": (value) => {
    const status = value("status");
    return status === ""
      ? "took the last change back"
      : `took the last change back; it is ${statusInWords[status as WorkStatus] ?? status} again`;
  },
};

/** What a unit answers in a round, as the end of a sentence. */
const answerInWords = (answer: string): string => {
  const move = workflow.find((one) => one.name === answer);
  return move ? `it should become ${statusInWords[move.to]}` : "it stands as it is";
};
