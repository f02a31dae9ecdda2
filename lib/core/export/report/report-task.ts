import type { WorkStatus } from "../../task/status";
import type { Timeliness } from "../../task/timeliness";

/** A task as reports tell of it. */
export type ReportTask = {
  readonly number: number;
  readonly reference: string;
  readonly symbol: string;
  readonly para: string;
  /** What is asked, in the words of the text, its first word an infinitive where the text has one. */
  readonly ask: string;
  /** Base form: "request". */
  readonly verb: string;
  readonly deliverable: string;
  readonly agendaTitle: string;
  readonly status: WorkStatus;
  readonly statusSince: string;
  readonly timeliness: Timeliness;
  readonly blockedReason: string;
  readonly leads: readonly string[];
  readonly responsible: string | null;
  readonly owner: string | null;
  readonly target: { readonly organ: string; readonly session: number } | null;
  readonly dueOn: string | null;
  readonly dueCertainty: string;
  readonly nextStep: { readonly code: string; readonly on: string } | null;
  /** Days of the backward plan by step: "slot", "issue", "meeting" … Empty where not asked for. */
  readonly plan: Readonly<Record<string, string>>;
  readonly agreedSlot: string | null;
  readonly jobNumber: string;
  readonly wordLimit: number | null;
  /** Symbols or titles of what shows it was done. */
  readonly evidence: readonly string[];
  /** Lines of the history, oldest first; empty where not asked for. */
  readonly history: readonly { readonly day: string; readonly text: string }[];
};

/** The text that the tasks come from. */
export type ReportResolution = {
  readonly symbol: string;
  readonly title: string;
  readonly organ: string;
  readonly session: number | null;
  readonly adopted: string | null;
};
