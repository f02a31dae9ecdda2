import { ruleInWords } from "@/lib/core/calendar/rule-in-words";
import type { CandidateAction, Found } from "@/lib/core/mandate/candidate-action";
import type { Highlight } from "./types";

/** Every value of a proposal with the words it was read from, in the order that people read them. */
export function highlightsOf(action: CandidateAction): Highlight[] {
  const of = <T>(field: string, value: string, found: Found<T>): Highlight => ({
    field,
    value,
    quote: found.quote.text,
    spans: found.quote.spans,
    basis: found.basis,
    rule: found.rule,
    certainty: found.certainty,
  });
  const said = (
    field: string,
    quote: { readonly text: string; readonly spans: Highlight["spans"] },
  ): Highlight => ({
    field,
    value: quote.text,
    quote: quote.text,
    spans: quote.spans,
    basis: "exact",
    rule: "",
    certainty: 1,
  });
  return [
    of("verb", action.verb.value, action.verb),
    ...action.lead.map((found) => of("lead", found.value.name, found)),
    ...action.with.map((found) => of("with", found.value.name, found)),
    of("deliverable", action.deliverable.value, action.deliverable),
    ...action.deadlines.map((found) => of("deadline", ruleInWords(found.value), found)),
    ...(action.recurrence ? [of("recurrence", action.recurrence.value.label, action.recurrence)] : []),
    ...(action.agendaTitle ? [said("agendaTitle", action.agendaTitle)] : []),
    said("ask", action.ask),
    ...action.conditions.map((found) => of("condition", found.value, found)),
  ];
}
