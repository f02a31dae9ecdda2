import { addDays, isoOf, yearOf } from "./day";
import { type DocumentRule, documentRules, type OutputKind, planningHabits } from "./document-rules";
import type { PlanStep, PlanStepId } from "./plan-shapes";
import { clearanceBefore, onWorkingDay } from "./plan-steps";
import type { CalendarSession, IsoDate } from "./rule";
import { certaintyOf, named } from "./session-span";
import type { WorkingDays } from "./working-days";

/** Opening, closing and, for the Assembly, the provisional agenda. */
export function sessionSteps(
  session: CalendarSession | null,
  kind: OutputKind,
  days: WorkingDays,
): PlanStep[] {
  if (!session) return [];
  const steps: PlanStep[] = [];
  if (session.opens && session.standing !== "bounds") {
    steps.push(sessionDay("session-opens", session, session.opens, session.standing));
    if (session.organ === "GA" && kind !== "agenda-item") {
      steps.push(
        daysBeforeOpening(
          "provisional-agenda",
          documentRules.provisionalAgenda,
          session,
          session.opens,
          days,
        ),
      );
    }
  }
  if (session.closes && session.standing !== "bounds") {
    steps.push(
      sessionDay(
        "session-closes",
        session,
        session.closes,
        session.details?.closesStanding ?? session.standing,
      ),
    );
  }
  return steps;
}

const sessionDay = (
  id: "session-opens" | "session-closes",
  session: CalendarSession,
  day: IsoDate,
  standing: CalendarSession["standing"],
): PlanStep => ({
  id,
  day,
  window: null,
  certainty: certaintyOf(standing),
  standing: "calendar",
  because: [{ code: id, params: { ...named(session), day, standing } }],
  source: session.source,
});

/** How an item comes on the agenda of the Assembly: the lists, the provisional agenda, and the ways left after it. */
export function agendaSteps(session: CalendarSession, days: WorkingDays): PlanStep[] {
  if (!session.opens || session.standing === "bounds") return [];
  const { opens } = session;
  const agenda = daysBeforeOpening(
    "provisional-agenda",
    documentRules.provisionalAgenda,
    session,
    opens,
    days,
  );
  return [
    clearanceBefore(agenda, planningHabits.clearance, days, "clearance", "plan-from-agenda"),
    listStep("annotated-list", isoOf(yearOf(opens), 6, 15), days),
    agenda,
    daysBeforeOpening("supplementary-request", documentRules.supplementaryRequest, session, opens, days),
    daysBeforeOpening("supplementary-list", documentRules.supplementaryList, session, opens, days),
  ];
}

function daysBeforeOpening(
  id: PlanStepId,
  rule: DocumentRule,
  session: CalendarSession,
  opens: IsoDate,
  days: WorkingDays,
): PlanStep {
  const exact = addDays(opens, -(rule.days ?? 0));
  const moved = onWorkingDay(exact, days);
  return {
    id,
    day: moved.day,
    window: null,
    certainty: certaintyOf(session.standing),
    standing: "rule",
    because: [
      { code: "plan-from-opening", params: { ...named(session), day: opens } },
      { code: "plan-days-before", params: { days: rule.days ?? 0, day: exact }, source: rule.source },
      ...moved.because,
    ],
    source: rule.source,
  };
}

/** The annotated preliminary list (A/nn/100) is issued around 15 June of the year in which the session opens. */
function listStep(id: "annotated-list", usual: IsoDate, days: WorkingDays): PlanStep {
  const moved = onWorkingDay(usual, days);
  const source = "research.un.org/en/docs/ga/agenda";
  return {
    id,
    day: moved.day,
    window: null,
    certainty: "expected",
    standing: "habit",
    because: [{ code: "fixed-day-of-year", params: { day: usual }, source }, ...moved.because],
    source,
  };
}
