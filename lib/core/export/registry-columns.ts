import type { TextParagraph } from "./akoma-ntoso";
import type { ReportResolution, ReportTask } from "./report/report-task";
import type { Column } from "./table";

/** A paragraph as the registry of mandates keeps it: the text, and what was read from it. */
export type RegistryParagraph = {
  readonly resolution: ReportResolution;
  readonly paragraph: TextParagraph;
  readonly tasks: readonly ReportTask[];
};

const text = (
  key: string,
  title: string,
  width: number,
  value: (row: RegistryParagraph) => string | null,
): Column<RegistryParagraph> => ({
  key,
  title,
  kind: "text",
  width,
  value,
});
const each = (row: RegistryParagraph, read: (task: ReportTask) => string): string =>
  [...new Set(row.tasks.map(read).filter((one) => one !== ""))].join("; ");

/** One row for each paragraph, as mandate registries exchange them. */
export const registryColumns: readonly Column<RegistryParagraph>[] = [
  text("document_symbol", "document_symbol", 18, ({ resolution }) => resolution.symbol),
  text("document_title", "document_title", 40, ({ resolution }) => resolution.title),
  { key: "adopted", title: "adopted", kind: "day", width: 12, value: ({ resolution }) => resolution.adopted },
  text("paragraph_id", "paragraph_id", 24, ({ paragraph }) => paragraph.id),
  text("paragraph_type", "paragraph_type", 14, ({ paragraph }) => paragraph.kind),
  text("paragraph_number", "paragraph_number", 12, ({ paragraph }) => paragraph.number),
  {
    key: "paragraph_level",
    title: "paragraph_level",
    kind: "number",
    width: 10,
    value: ({ paragraph }) => paragraph.depth + 1,
  },
  text("text", "text", 80, ({ paragraph }) => paragraph.text),
  text("action_verbs", "action_verbs", 18, (row) => each(row, (task) => task.verb)),
  text("assignees", "assignees", 30, (row) => each(row, (task) => task.leads.join("; "))),
  text("deliverables", "deliverables", 18, (row) => each(row, (task) => task.deliverable)),
  text("deadlines", "deadlines", 24, (row) =>
    each(row, (task) => (task.target ? `${task.target.organ} ${task.target.session}` : (task.dueOn ?? ""))),
  ),
  text("statuses", "statuses", 18, (row) => each(row, (task) => task.status)),
];

/** The rows of one resolution: every paragraph, those without an action too. */
export const registryRows = (
  resolution: ReportResolution,
  paragraphs: readonly TextParagraph[],
  tasks: readonly ReportTask[],
): RegistryParagraph[] =>
  paragraphs.map((paragraph) => ({
    resolution,
    paragraph,
    tasks: tasks.filter((task) => task.reference.replace(/\/\d+$/, "") === paragraph.id),
  }));
