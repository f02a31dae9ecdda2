import { dayInWords } from "../../calendar/day";
import { organInWords } from "../../calendar/session-names";
import { isOpen } from "../../task/status";
import type { Column } from "../table";
import { grid, numbered, type Report } from "./report";
import type { ReportTask } from "./report-task";
import { counted, doerInWords, resolutionPhrase, sentenceCase, sessionPhrase } from "./words";

/** One document to come, with the fields that documents management asks for in a slot request. */
export type ForecastLine = {
  readonly title: string;
  readonly mandate: string;
  readonly author: string;
  readonly agendaItem: string;
  readonly wordCount: number | null;
  readonly language: string;
  readonly submission: string | null;
  readonly issue: string | null;
  readonly meeting: string | null;
  readonly slot: string;
  readonly taskNumber: number;
};

/** The documents that open tasks will bring, in order of their submission. Sections of host reports are no documents. */
export function forecastLines(tasks: readonly ReportTask[]): ForecastLine[] {
  return tasks
    .filter(
      (task) => task.deliverable === "report" && isOpen(task.status) && task.plan["host-issue"] === undefined,
    )
    .map((task) => ({
      title: titleOf(task),
      mandate: `${sentenceCase(resolutionPhrase(task.symbol))}, para. ${task.para}`,
      author: doerInWords(task),
      agendaItem: task.agendaTitle,
      wordCount: task.wordLimit,
      language: "English",
      submission: task.agreedSlot ?? task.plan.slot ?? null,
      issue: task.plan.issue ?? null,
      meeting: task.plan.meeting ?? task.plan.consideration ?? null,
      slot: task.jobNumber,
      taskNumber: task.number,
    }))
    .sort(
      (a, b) => (a.submission ?? "9999").localeCompare(b.submission ?? "9999") || a.taskNumber - b.taskNumber,
    );
}

/** A working title from the words of the request: "to report … on the implementation of …" -> "Implementation of …". */
function titleOf(task: ReportTask): string {
  const subject =
    /\breports?\b.*?\b(?:on|concerning|regarding)\s+(.+)$/i.exec(task.ask)?.[1] ??
    task.ask.replace(/^to\s+/i, "");
  const named = subject.replace(
    /\bthe present resolution\b/gi,
    `the ${resolutionPhrase(task.symbol)}`.replace(/^the /, ""),
  );
  const short =
    named
      .replace(/^the\s+/i, "")
      .replace(/[;,.]\s*$/, "")
      .split(/[;]/)[0] ?? named;
  return sentenceCase(short.length > 220 ? `${short.slice(0, 217).replace(/\s+\S*$/, "")}…` : short);
}

/** The forecast as a sheet: the fields under the names of the slot form. */
export const forecastColumns: readonly Column<ForecastLine>[] = [
  { key: "title", title: "Title", kind: "text", width: 50, value: (line) => line.title },
  { key: "mandate", title: "Legislative mandate", kind: "text", width: 28, value: (line) => line.mandate },
  { key: "author", title: "Author department", kind: "text", width: 26, value: (line) => line.author },
  { key: "agendaItem", title: "Agenda item", kind: "text", width: 30, value: (line) => line.agendaItem },
  { key: "wordCount", title: "Word count", kind: "number", width: 12, value: (line) => line.wordCount },
  {
    key: "language",
    title: "Language of submission",
    kind: "text",
    width: 14,
    value: (line) => line.language,
  },
  { key: "submission", title: "Submission", kind: "day", width: 12, value: (line) => line.submission },
  { key: "issue", title: "Issue", kind: "day", width: 12, value: (line) => line.issue },
  { key: "meeting", title: "Meeting", kind: "day", width: 12, value: (line) => line.meeting },
  { key: "slot", title: "Slot or job number", kind: "text", width: 16, value: (line) => line.slot },
  { key: "taskNumber", title: "No.", kind: "number", width: 8, value: (line) => line.taskNumber },
];

/** The forecast as a document. */
export function forecastReport(input: {
  readonly organ: string;
  readonly session: number;
  readonly tasks: readonly ReportTask[];
  readonly day: string;
  readonly origin: string;
}): Report {
  const lines = forecastLines(input.tasks);
  const day = (value: string | null) => (value === null ? "Not known yet" : dayInWords(value));
  return {
    organ: organInWords(input.organ),
    session: sentenceCase(sessionPhrase(input.organ, input.session)),
    title: "Forecast of documents",
    subtitle: `Documents due at the ${sessionPhrase(input.organ, input.session)}`,
    day: input.day,
    origin: input.origin,
    blocks: [
      numbered(
        `${counted(lines.length, "document")} ${lines.length === 1 ? "is" : "are"} forecast. Days follow the 10-4-6 rule (submitted ten weeks before the meeting, issued six weeks before it) unless a slot is agreed. The word count is the limit for the kind of document.`,
      ),
      grid(
        {
          caption: "Documents by day of submission",
          head: [
            "Title",
            "Legislative mandate",
            "Author",
            "Words",
            "Submission",
            "Issue",
            "Meeting",
            "Slot or job number",
          ],
          widths: [21, 13, 14, 7, 13, 11, 11, 10],
          rows: lines.map((line) => [
            line.title,
            line.mandate,
            line.author,
            line.wordCount === null ? "" : String(line.wordCount),
            day(line.submission),
            day(line.issue),
            day(line.meeting),
            line.slot === "" ? "None yet" : line.slot,
          ]),
        },
        "No document is forecast.",
      ),
    ],
  };
}
