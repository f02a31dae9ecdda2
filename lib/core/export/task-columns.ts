import type { Column } from "./table";

/** What a line of a list must hold to be exported. The rows of the task list fit as they are. */
export type TaskLine = {
  readonly number: number;
  readonly reference: string;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly verb: string;
  readonly deliverable: string;
  readonly agendaTitle: string;
  readonly status: string;
  readonly statusSince: string;
  readonly timeliness: string;
  readonly blockedReason: string;
  readonly leads: readonly { readonly name: string }[];
  readonly responsible: { readonly name: string } | null;
  readonly owner: { readonly name: string } | null;
  readonly target: { readonly organ: string; readonly session: number } | null;
  readonly dueFrom: string | null;
  readonly dueOn: string | null;
  readonly dueCertainty: string;
  readonly nextStep: { readonly code: string; readonly on: string } | null;
  readonly internalTarget: string | null;
  readonly version: number;
};

const text = (
  key: string,
  title: string,
  width: number,
  value: (task: TaskLine) => string | null,
): Column<TaskLine> => ({
  key,
  title,
  kind: "text",
  width,
  value,
});
const day = (key: string, title: string, value: (task: TaskLine) => string | null): Column<TaskLine> => ({
  key,
  title,
  kind: "day",
  width: 12,
  value,
});

/**
 * The columns of a list of tasks, in the order of the sheet. "No." and "Version" let an edited sheet find its tasks
 * again and show whether somebody else changed them meanwhile.
 */
export const taskColumns: readonly Column<TaskLine>[] = [
  { key: "number", title: "No.", kind: "number", width: 8, value: (task) => task.number },
  text("symbol", "Resolution", 16, (task) => task.symbol),
  text("para", "Paragraph", 10, (task) => task.para),
  text("ask", "What is asked", 60, (task) => task.ask),
  text("verb", "Verb", 14, (task) => task.verb),
  text("deliverable", "Deliverable", 14, (task) => task.deliverable),
  text("agendaTitle", "Agenda item", 30, (task) => task.agendaTitle),
  text("leads", "Addressed to", 30, (task) => task.leads.map((lead) => lead.name).join("; ")),
  text("responsible", "Responsible unit", 26, (task) => task.responsible?.name ?? null),
  text("owner", "Owner", 22, (task) => task.owner?.name ?? null),
  text("status", "Status", 16, (task) => task.status),
  day("statusSince", "Status since", (task) => task.statusSince),
  text("timeliness", "Timeliness", 14, (task) => task.timeliness),
  text("session", "Due at session", 14, (task) =>
    task.target ? `${task.target.organ} ${task.target.session}` : null,
  ),
  day("dueFrom", "Due from", (task) => task.dueFrom),
  day("dueOn", "Due on", (task) => task.dueOn),
  text("dueCertainty", "Date is", 12, (task) => task.dueCertainty),
  text("nextStep", "Next step", 22, (task) => task.nextStep?.code ?? null),
  day("nextStepOn", "Next step on", (task) => task.nextStep?.on ?? null),
  day("internalTarget", "Internal target", (task) => task.internalTarget),
  text("blockedReason", "Blocked by", 26, (task) => task.blockedReason || null),
  text("reference", "Reference", 24, (task) => task.reference),
  { key: "version", title: "Version", kind: "number", width: 8, value: (task) => task.version },
];

/** schema.org's states of an action, as near as they come. */
const actionStatus = (status: string): string => {
  if (["IMPLEMENTED", "SUPERSEDED", "RETIRED"].includes(status)) return "CompletedActionStatus";
  if (status === "NOT_IMPLEMENTED") return "FailedActionStatus";
  return ["IN_PROGRESS", "SUBMITTED", "ONGOING"].includes(status)
    ? "ActiveActionStatus"
    : "PotentialActionStatus";
};

/** A task as linked data: an Action on a legal text. `base` is the address of the installation. */
export const linkedTask =
  (base: string) =>
  (task: TaskLine): Readonly<Record<string, unknown>> => ({
    "@id": `${base}/tasks/${task.number}`,
    "@type": "Action",
    identifier: task.reference,
    name: task.ask,
    deliverable: task.deliverable,
    actionStatus: actionStatus(task.status),
    status: task.status,
    agent: task.leads.map((lead) => ({ "@type": "Organization", name: lead.name })),
    ...(task.responsible && { provider: { "@type": "Organization", name: task.responsible.name } }),
    object: {
      "@type": ["Legislation", "eli:LegalResourceSubdivision"],
      legislationIdentifier: task.symbol,
      "eli:number": task.para,
    },
    dueFrom: task.dueFrom,
    dueOn: task.dueOn,
    dueCertainty: task.dueCertainty,
    ...(task.target && {
      dueAt: { "@type": "Event", name: `${task.target.organ} ${task.target.session}` },
    }),
  });
