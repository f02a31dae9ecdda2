import { dayInWords } from "../../calendar/day";
import { isOpen } from "../../task/status";
import { type Block, grid, heading, numbered, plain, type Report } from "./report";
import type { ReportTask } from "./report-task";
import {
  askInWords,
  counted,
  doerInWords,
  dueInWords,
  resolutionPhrase,
  sentenceCase,
  standingInWords,
} from "./words";

export type HandoverInput = {
  /** Whose work is handed over: a unit or a person. */
  readonly name: string;
  readonly tasks: readonly ReportTask[];
  readonly contacts: readonly { readonly name: string; readonly role: string; readonly email: string }[];
  readonly day: string;
  readonly origin: string;
};

/** Everything a successor needs: what is open, its next day, how it came to stand where it does, whom to ask. */
export function handoverPack(input: HandoverInput): Report {
  const open = input.tasks.filter((task) => isOpen(task.status));
  return {
    organ: input.name,
    session: "",
    title: "Handover of open mandates",
    subtitle: `As at ${dayInWords(input.day)}`,
    day: input.day,
    origin: input.origin,
    blocks: [
      numbered(
        `${counted(open.length, "action")} ${open.length === 1 ? "is" : "are"} open. They follow in the order of their next day, each with its history.`,
      ),
      overview(open),
      contactGrid(input),
      ...[...open].sort(byDay).flatMap(taskBlocks),
    ],
  };
}

const overview = (open: readonly ReportTask[]): Block =>
  grid(
    {
      caption: "Open actions",
      head: ["No.", "Mandate", "Action", "Owner", "Next day"],
      widths: [7, 19, 42, 18, 14],
      rows: [...open]
        .sort(byDay)
        .map((task) => [
          String(task.number),
          `${sentenceCase(resolutionPhrase(task.symbol))}, para. ${task.para}`,
          askInWords(task),
          task.owner ?? "Nobody",
          nextDay(task),
        ]),
    },
    "Nothing is open.",
  );

/** "FOCAL_POINT" -> "Focal point". */
const roleInWords = (role: string): string => sentenceCase(role.toLowerCase().replaceAll("_", " "));

const contactGrid = (input: HandoverInput): Block =>
  grid(
    {
      caption: "Whom to ask",
      head: ["Name", "Role", "Address"],
      widths: [35, 25, 40],
      rows: input.contacts.map((person) => [person.name, roleInWords(person.role), person.email]),
    },
    "No member of the unit is known here.",
  );

function taskBlocks(task: ReportTask): Block[] {
  return [
    heading(`No. ${task.number}: ${resolutionPhrase(task.symbol)}, para. ${task.para}`, 2),
    { kind: "plain", text: askInWords(task), isQuote: true },
    {
      kind: "list",
      items: [
        `Responsible: ${doerInWords(task)}`,
        `Owner: ${task.owner ?? "nobody"}`,
        `Due: ${dueInWords(task)}`,
        `Next day: ${nextDay(task)}`,
        `Status: ${standingInWords(task)}`,
      ],
    },
    ...(task.history.length === 0
      ? [plain("No history.")]
      : [
          grid(
            {
              caption: "History",
              head: ["Day", "What happened"],
              widths: [18, 82],
              rows: task.history.map((line) => [dayInWords(line.day), line.text]),
            },
            "",
          ),
        ]),
  ];
}

const nextDay = (task: ReportTask): string =>
  task.nextStep ? dayInWords(task.nextStep.on) : dueInWords(task);
const key = (task: ReportTask): string => task.nextStep?.on ?? task.dueOn ?? "9999";
const byDay = (a: ReportTask, b: ReportTask): number => key(a).localeCompare(key(b)) || a.number - b.number;
