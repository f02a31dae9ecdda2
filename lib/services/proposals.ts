import { matchBody } from "@/lib/core/bodies/match";
import type { SessionCalendar } from "@/lib/core/calendar/rule";
import type { Addressee, BodyRole, CandidateAction, Found } from "@/lib/core/mandate/candidate-action";
import { hostReportOf } from "@/lib/core/task/host-report";
import { isExact } from "@/lib/core/task/review";
import { routeOf } from "@/lib/core/task/route";
import { resolveTaskDeadline } from "@/lib/core/task/schedule";
import type { TaskBodyRef, TaskDeadline } from "@/lib/core/task/task";
import { bodiesByName } from "@/lib/db/bodies";
import type { Db } from "@/lib/db/client";
import type { StoredCandidate } from "@/lib/db/resolutions";
import { highlightsOf } from "./highlights";
import { becauseViews } from "./task-views";
import type { ProposalView } from "./types";

/** What the registry knows of the names that proposals print. */
export type KnownBodies = Map<string, { id: string; name: string; kind: string }>;

/**
 * Looks all names of these proposals up at once: as printed, or else under the full name that the list of bodies gives
 * for a printed variant.
 */
export async function knownBodies(db: Db, actions: readonly CandidateAction[]): Promise<KnownBodies> {
  const names = [
    ...new Set(
      actions.flatMap((action) => [
        ...[...action.lead, ...action.with].map((found) => found.value.name),
        ...(routeOf(action.ask.text) === "" ? [] : [routeOf(action.ask.text)]),
      ]),
    ),
  ];
  const full = new Map(names.map((name) => [name, registeredName(name)]));
  const found = await bodiesByName(db, [...new Set([...names, ...full.values()])]);
  const known: KnownBodies = new Map();
  for (const name of names) {
    const body = found.get(name) ?? found.get(full.get(name) ?? name);
    if (body) known.set(name, body);
  }
  return known;
}

/** The full name in the list of bodies; "the Special Unit … of the United Nations Development Programme" is that unit. */
function registeredName(name: string): string {
  const known = matchBody(name);
  if (known) return known.body.name;
  for (let at = name.lastIndexOf(" of the "); at > 0; at = name.lastIndexOf(" of the ", at - 1)) {
    const [unit, parent] = [matchBody(name.slice(0, at)), matchBody(name.slice(at + " of the ".length))];
    if (unit && parent) return unit.body.name;
  }
  return name;
}

/** The bodies of a proposal in the order of the text: leads first, then those who take part. */
export function bodiesOf(action: CandidateAction, known: KnownBodies): TaskBodyRef[] {
  const one = (found: Found<Addressee>, role: BodyRole): TaskBodyRef => {
    const body = known.get(found.value.name);
    const isClass = found.value.isClass || body?.kind === "class";
    return {
      bodyId: body?.id ?? null,
      name: body?.name ?? found.value.name,
      printed: found.value.name,
      role,
      isClass,
      spans: found.quote.spans,
    };
  };
  return [
    ...action.lead.map((found) => one(found, "lead")),
    ...action.with.map((found) => one(found, found.role)),
    ...between(action, known),
  ];
}

/** "Through the Economic and Social Council to the General Assembly": the body in between is on the way of the output. */
function between(action: CandidateAction, known: KnownBodies): TaskBodyRef[] {
  const printed = routeOf(action.ask.text);
  if (printed === "" || action.with.some((found) => found.value.name === printed)) return [];
  const body = known.get(printed);
  return [
    {
      bodyId: body?.id ?? null,
      name: body?.name ?? printed,
      printed,
      role: "through",
      isClass: false,
      spans: action.ask.spans,
    },
  ];
}

/** The deadline of a proposal, resolved against the calendar of the day. */
export function deadlineOf(
  action: CandidateAction,
  calendar: SessionCalendar,
  context: { readonly adopted: string | null; readonly organ: string },
): TaskDeadline {
  const words = {
    rules: action.deadlines.map((found) => found.value),
    quote: action.deadlines
      .map((found) => found.quote.text)
      .filter((text, index, all) => text !== "" && all.indexOf(text) === index)
      .join("; "),
    recurrence: action.recurrence?.value ?? null,
  };
  return resolveTaskDeadline(words, calendar, context);
}

/** Ties that the words suggest; a person confirms them when accepting. `before` are the proposals above it in its paragraph. */
export function suggestionsFor(
  action: CandidateAction,
  before: readonly StoredCandidate[],
): ProposalView["suggestions"] {
  const meeting = before.find(
    (candidate) =>
      candidate.action.deliverable.value === "meeting" && candidate.action.verb.value === "decide",
  );
  const host = hostReportOf(action.ask.text);
  return [
    ...(meeting && action.deliverable.value === "meeting"
      ? [
          {
            kind: "parent" as const,
            stableId: meeting.stableId,
            text: `This prepares the meeting that the same paragraph decides on (${meeting.stableId}).`,
          },
        ]
      : []),
    ...(host !== ""
      ? [
          {
            kind: "host" as const,
            stableId: "",
            text: `A section of another report is asked for ("${host}"). Tie it to that report's task, where there is one.`,
          },
        ]
      : []),
  ];
}

/** A proposal as the review shows it. */
export function proposalView(
  candidate: StoredCandidate,
  scene: {
    readonly known: KnownBodies;
    readonly calendar: SessionCalendar;
    readonly context: { readonly adopted: string | null; readonly organ: string };
    readonly before: readonly StoredCandidate[];
    readonly taskNumber: number | null;
    readonly today: string;
  },
): ProposalView {
  const { action } = candidate;
  const deadline = deadlineOf(action, scene.calendar, scene.context);
  return {
    id: candidate.id,
    stableId: candidate.stableId,
    origin: candidate.origin,
    state: candidate.state,
    action,
    isExact: isExact(action),
    bodies: bodiesOf(action, scene.known),
    deadline,
    because: becauseViews(deadline.because, scene.today),
    highlights: highlightsOf(action),
    taskNumber: scene.taskNumber,
    suggestions: suggestionsFor(action, scene.before),
  };
}
