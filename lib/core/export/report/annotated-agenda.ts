import { dayInWords } from "../../calendar/day";
import { organInWords } from "../../calendar/session-names";
import { isOpen } from "../../task/status";
import { pastRequest } from "./past-request";
import { type Block, heading, numbered, plain, type Report } from "./report";
import type { ReportResolution, ReportTask } from "./report-task";
import { sentenceCase, sessionPhrase } from "./words";

export type AnnotatedAgendaInput = {
  readonly organ: string;
  readonly session: number;
  readonly tasks: readonly ReportTask[];
  readonly resolutions: readonly ReportResolution[];
  readonly day: string;
  readonly origin: string;
};

/**
 * A draft of the annotations to the preliminary list of items: for each item what the organ asked for, with its source,
 * and the documents expected. Requests whose item the text does not name stand under the title of their resolution.
 */
export function annotatedAgenda(input: AnnotatedAgendaInput): Report {
  const bySymbol = new Map(input.resolutions.map((resolution) => [resolution.symbol, resolution]));
  const items = new Map<string, { task: ReportTask; resolution: ReportResolution }[]>();
  for (const task of [...input.tasks].sort((a, b) =>
    a.reference.localeCompare(b.reference, "en", { numeric: true }),
  )) {
    const resolution = bySymbol.get(task.symbol);
    if (!resolution || task.status === "NOT_ACTIONABLE") continue;
    const item = itemOf(task, input.tasks) || resolution.title;
    items.set(item, [...(items.get(item) ?? []), { task, resolution }]);
  }
  return {
    organ: organInWords(input.organ),
    session: sentenceCase(sessionPhrase(input.organ, input.session)),
    title: "Draft annotations to the preliminary list of items",
    subtitle: `To be included in the provisional agenda of the ${sessionPhrase(input.organ, input.session)}`,
    day: input.day,
    origin: input.origin,
    blocks:
      items.size === 0
        ? [plain("No request leads to an item of this session.")]
        : [...items].flatMap(([item, entries]) => itemBlocks(item, entries)),
  };
}

/** The item named by the task itself or by the decision of the same paragraph that puts it on the agenda. */
function itemOf(task: ReportTask, tasks: readonly ReportTask[]): string {
  if (task.agendaTitle !== "") return task.agendaTitle;
  const sibling = tasks.find(
    (other) => other.symbol === task.symbol && other.para === task.para && other.agendaTitle !== "",
  );
  return sibling?.agendaTitle ?? "";
}

function itemBlocks(
  item: string,
  entries: readonly { readonly task: ReportTask; readonly resolution: ReportResolution }[],
): Block[] {
  const documents = entries.filter(({ task }) => task.deliverable === "report" && isOpen(task.status));
  return [
    heading(item, 2),
    ...entries.map(({ task, resolution }) => numbered(pastRequest(task, resolution))),
    ...(documents.length === 0
      ? []
      : [
          plain("Documents expected:"),
          {
            kind: "list" as const,
            items: documents.map(({ task, resolution }) => {
              const known = task.evidence[0] ?? (task.jobNumber === "" ? "" : `job ${task.jobNumber}`);
              const issue =
                task.plan.issue === undefined ? "" : `, to be issued by ${dayInWords(task.plan.issue)}`;
              return `Report under ${resolution.symbol}, para. ${task.para}${known === "" ? "" : ` (${known})`}${issue}`;
            }),
          },
        ]),
  ];
}
