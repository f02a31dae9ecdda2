import { dayInWords, daysBetween } from "../../calendar/day";
import { organInWords } from "../../calendar/session-names";
import { isOpen } from "../../task/status";
import { grid, heading, numbered, type Report } from "./report";
import type { ReportTask } from "./report-task";
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

export type SessionBriefInput = {
  readonly organ: string;
  readonly session: number;
  readonly opens: string | null;
  readonly tasks: readonly ReportTask[];
  readonly day: string;
  readonly origin: string;
};

/** Two pages for a chief before a session: are we ready, what is late, what nobody holds, what falls due next. */
export function sessionBrief(input: SessionBriefInput): Report {
  const { organ, session, tasks, day, opens } = input;
  const open = tasks.filter((task) => isOpen(task.status) && task.status !== "ONGOING");
  const late = open.filter((task) => task.timeliness === "OVERDUE" || task.timeliness === "STEP_LATE");
  const unowned = open.filter((task) => task.owner === null);
  const handed = tasks.filter((task) => task.status === "SUBMITTED" || task.status === "IMPLEMENTED");
  return {
    organ: organInWords(organ),
    session: sentenceCase(sessionPhrase(organ, session)),
    title: "Brief before the session",
    subtitle: openingPhrase(opens, day),
    day,
    origin: input.origin,
    blocks: [
      numbered(
        `${handed.length} of ${counted(tasks.length, "action")} due at the ${sessionPhrase(organ, session)} ${handed.length === 1 ? "is" : "are"} submitted or implemented; ${late.length} late, ${unowned.length} without an owner.`,
      ),
      heading("Late"),
      rowsOf("Actions that are overdue or behind their plan", late, "Nothing is late."),
      heading("Without an owner"),
      rowsOf("Open actions that nobody holds", unowned, "Every open action has an owner."),
      heading("Falling due, in order of days"),
      rowsOf("Open actions by their next step", [...open].sort(byNextDay), "Nothing is open."),
    ],
  };
}

function openingPhrase(opens: string | null, day: string): string {
  if (opens === null) return "Day of opening not known yet";
  const days = daysBetween(day, opens);
  if (days < 0) return `Opened on ${dayInWords(opens)}`;
  return days === 0 ? "Opens today" : `Opens on ${dayInWords(opens)}, in ${counted(days, "day")}`;
}

const rowsOf = (caption: string, tasks: readonly ReportTask[], ifEmpty: string) =>
  grid(
    {
      caption,
      head: ["Mandate", "Action", "Responsible", "Next step", "Status"],
      widths: [16, 34, 18, 14, 18],
      rows: tasks.map((task) => [
        `${sentenceCase(resolutionPhrase(task.symbol))}, para. ${task.para}`,
        askInWords(task),
        task.owner === null ? doerInWords(task) : `${doerInWords(task)} (${task.owner})`,
        task.nextStep ? dayInWords(task.nextStep.on) : dueInWords(task),
        standingInWords(task),
      ]),
    },
    ifEmpty,
  );

const dayOf = (task: ReportTask): string => task.nextStep?.on ?? task.dueOn ?? "9999";
const byNextDay = (a: ReportTask, b: ReportTask): number =>
  dayOf(a).localeCompare(dayOf(b)) || a.number - b.number;
