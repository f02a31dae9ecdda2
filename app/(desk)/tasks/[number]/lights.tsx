import type { ReactNode } from "react";
import { ruleInWords } from "@/lib/core/calendar/rule-in-words";
import type { Highlight, TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";

/** The id by which a value lights its words: the place of what was read among all that was read. */
const idOf = (page: TaskPage, isIt: (highlight: Highlight) => boolean): string | undefined => {
  const at = page.highlights.findIndex((highlight) => isIt(highlight) && highlight.spans.length > 0);
  return at < 0 ? undefined : `h${at}`;
};

/** What lights the words of one field: "verb", "deliverable", "agendaTitle", "ask". */
export const lightsField = (page: TaskPage, field: string): string | undefined =>
  idOf(page, (highlight) => highlight.field === field);

/** What lights the words of the deadline that stands: none where a person set another since. */
export const lightsDeadline = (page: TaskPage): string | undefined => {
  const said = page.deadline.rules.map(ruleInWords);
  return idOf(page, (highlight) => highlight.field === "deadline" && said.includes(highlight.value));
};

/** What lights the words that name a body in its part. */
export const lightsBody = (page: TaskPage, body: TaskPage["bodies"][number]): string | undefined =>
  idOf(
    page,
    (highlight) =>
      highlight.field === (body.role === "lead" ? "lead" : "with") &&
      (highlight.value === body.printed || highlight.spans[0]?.start === body.spans[0]?.start),
  );

/** A value with the dotted line that says: point at it, focus it or press it, and its words light up in the text. */
export function Lit({ id, children }: { id: string | undefined; children: ReactNode }) {
  return id === undefined ? (
    children
  ) : (
    <button type="button" className={styles.lit} data-lights={id}>
      {children}
    </button>
  );
}
