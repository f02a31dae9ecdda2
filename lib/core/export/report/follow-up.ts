import { dayInWords } from "../../calendar/day";
import { organInWords } from "../../calendar/session-names";
import { statusInWords } from "../../task/move";
import { isOpen, workStatuses } from "../../task/status";
import { type Block, grid, heading, numbered, type Report } from "./report";
import type { ReportResolution, ReportTask } from "./report-task";
import {
  askInWords,
  counted,
  doerInWords,
  dueInWords,
  resolutionPhrase,
  sentenceCase,
  sessionPhrase,
  standingInWords,
} from "./words";

/** What a follow-up report is about. */
export type ReportScope =
  | { readonly kind: "resolution"; readonly resolution: ReportResolution }
  | { readonly kind: "body"; readonly name: string }
  | { readonly kind: "session"; readonly organ: string; readonly session: number };

export type FollowUpInput = {
  readonly scope: ReportScope;
  readonly tasks: readonly ReportTask[];
  readonly resolutions: readonly ReportResolution[];
  readonly day: string;
  readonly origin: string;
};

/**
 * The status of implementation of a resolution, or of all mandates of a body or session: a summary in numbered
 * paragraphs, the count by status, and for each resolution a table of its actions in the order of its paragraphs.
 */
export function followUpReport(input: FollowUpInput): Report {
  const { scope, tasks, day } = input;
  return {
    ...headOf(scope),
    day,
    origin: input.origin,
    blocks: [
      heading("Summary"),
      ...summary(tasks, day),
      statusGrid(tasks),
      heading("Status of implementation by resolution"),
      ...input.resolutions.flatMap((resolution) =>
        resolutionBlocks(
          resolution,
          tasks.filter((task) => task.symbol === resolution.symbol),
        ),
      ),
    ],
  };
}

function headOf(scope: ReportScope): Pick<Report, "organ" | "session" | "title" | "subtitle"> {
  switch (scope.kind) {
    case "resolution": {
      const { organ, session, symbol, title } = scope.resolution;
      return {
        organ: organInWords(organ),
        session: session === null ? "" : sentenceCase(sessionPhrase(organ, session)),
        title: `Status of implementation of ${resolutionPhrase(symbol)}`,
        subtitle: title,
      };
    }
    case "body":
      return {
        organ: scope.name,
        session: "",
        title: "Status of implementation of mandates",
        subtitle: `Mandates addressed to or routed to: ${scope.name}`,
      };
    case "session":
      return {
        organ: organInWords(scope.organ),
        session: sentenceCase(sessionPhrase(scope.organ, scope.session)),
        title: "Status of implementation of mandates",
        subtitle: `Actions due at the ${sessionPhrase(scope.organ, scope.session)}`,
      };
  }
}

function summary(tasks: readonly ReportTask[], day: string): Block[] {
  const open = tasks.filter((task) => isOpen(task.status));
  const overdue = tasks.filter((task) => task.timeliness === "OVERDUE");
  const unowned = open.filter((task) => task.owner === null);
  const done = tasks.filter((task) => task.status === "IMPLEMENTED");
  const are = (count: number) => (count === 1 ? "is" : "are");
  const first = `As at ${dayInWords(day)}, ${counted(tasks.length, "action")} ${are(tasks.length)} followed up: ${done.length} ${are(done.length)} implemented and ${open.length} ${are(open.length)} open.`;
  const lines = [first];
  if (overdue.length > 0)
    lines.push(
      `${counted(overdue.length, "action")} ${are(overdue.length)} overdue: ${overdue.slice(0, 12).map(short).join(", ")}${overdue.length > 12 ? " and others" : ""}.`,
    );
  if (unowned.length > 0)
    lines.push(
      `${counted(unowned.length, "open action")} ${unowned.length === 1 ? "has" : "have"} no owner.`,
    );
  return lines.map(numbered);
}

const short = (task: ReportTask): string => `${resolutionPhrase(task.symbol)}, para. ${task.para}`;

const statusGrid = (tasks: readonly ReportTask[]): Block =>
  grid(
    {
      caption: "Actions by status",
      head: ["Status", "Actions", "Of these overdue"],
      widths: [60, 20, 20],
      rows: workStatuses.flatMap((status) => {
        const found = tasks.filter((task) => task.status === status);
        const late = found.filter((task) => task.timeliness === "OVERDUE").length;
        return found.length === 0
          ? []
          : [[sentenceCase(statusInWords[status]), String(found.length), String(late)]];
      }),
    },
    "No action is followed up.",
  );

function resolutionBlocks(resolution: ReportResolution, tasks: readonly ReportTask[]): Block[] {
  const ordered = [...tasks].sort((a, b) => a.reference.localeCompare(b.reference, "en", { numeric: true }));
  const adopted = resolution.adopted === null ? "" : `, adopted on ${dayInWords(resolution.adopted)}`;
  return [
    heading(`${sentenceCase(resolutionPhrase(resolution.symbol))}. ${resolution.title}`, 2),
    grid(
      {
        caption: `${sentenceCase(resolutionPhrase(resolution.symbol))}${adopted}`,
        head: ["Para.", "Action", "Responsible", "Due", "Status of implementation"],
        widths: [8, 36, 18, 15, 23],
        rows: ordered.map((task) => [
          task.para,
          askInWords(task),
          doerInWords(task),
          dueInWords(task),
          standingInWords(task),
        ]),
      },
      "No action of this resolution is followed up.",
    ),
  ];
}
