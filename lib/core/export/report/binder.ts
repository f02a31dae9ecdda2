import type { Report } from "./report";
import type { ReportTask } from "./report-task";

/** What the binder of a session holds: its tasks with their history, and the text of every resolution they come from. */
export type Binder = {
  readonly title: string;
  readonly day: string;
  readonly origin: string;
  readonly brief: Report;
  readonly tasks: readonly ReportTask[];
  readonly texts: readonly {
    readonly symbol: string;
    readonly title: string;
    readonly paragraphs: readonly {
      readonly number: string;
      readonly kind: string;
      readonly depth: number;
      readonly text: string;
    }[];
  }[];
};
