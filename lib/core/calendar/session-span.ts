import { earlier, later } from "./day";
import type { Because, CalendarSession, Certainty, IsoDate, Standing } from "./rule";

/** Days of a session or of a part of it. An unknown end stays null; `fromCertainty` speaks of the first day alone. */
export type SessionSpan = {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly fromCertainty: Certainty;
  readonly certainty: Certainty;
  readonly because: readonly Because[];
};

/** A standing as a certainty: only what a source gives is fixed. */
export const certaintyOf = (standing: Standing): Certainty =>
  standing === "fixed" ? "fixed" : standing === "unknown" ? "unknown" : "expected";

/** The less sure of the two. */
export function lessSure(a: Certainty, b: Certainty): Certainty {
  if (a === "unknown" || b === "unknown") return "unknown";
  return a === "expected" || b === "expected" ? "expected" : "fixed";
}

/** What every sentence about a session needs to name it. */
export const named = (session: CalendarSession): { organ: string; session: number; label: string } => ({
  organ: session.organ,
  session: session.session,
  label: session.label,
});

/** The session from its first to its last day, as far as the calendar knows them. */
export function wholeSpan(session: CalendarSession): SessionSpan {
  const within = session.details?.within;
  if (session.standing === "bounds" && session.opens && session.closes) {
    const sat: Because = {
      code: "session-sat",
      params: { ...named(session), from: session.opens, to: session.closes },
      source: session.source,
    };
    const from = within ? earlier(within.from, session.opens) : session.opens;
    const to = within ? later(within.to, session.closes) : session.closes;
    const because = within ? [sat, heldWithin(session, from, to)] : [sat];
    return { from, to, fromCertainty: "expected", certainty: "expected", because };
  }
  if (session.opens === null) {
    if (!within)
      return nothing([{ code: "session-days-unknown", params: named(session), source: session.source }]);
    const because = [heldWithin(session, within.from, within.to)];
    return { from: within.from, to: within.to, fromCertainty: "expected", certainty: "expected", because };
  }
  const fromCertainty = certaintyOf(session.standing);
  const opens: Because = {
    code: "session-opens",
    params: { ...named(session), day: session.opens, standing: session.standing },
    source: sourceOfOpening(session),
  };
  if (session.closes === null) {
    if (session.details?.neverCloses) {
      const because = [opens, { code: "session-never-closes", params: named(session) }];
      return { from: session.opens, to: null, fromCertainty, certainty: "unknown", because };
    }
    const to = within?.to ?? null;
    const because = [
      opens,
      to
        ? { code: "session-closes-by", params: { ...named(session), day: to } }
        : { code: "session-closing-unknown", params: named(session) },
    ];
    return { from: session.opens, to, fromCertainty, certainty: to ? "expected" : "unknown", because };
  }
  const closesStanding = session.details?.closesStanding ?? session.standing;
  const closes: Because = {
    code: "session-closes",
    params: { ...named(session), day: session.closes, standing: closesStanding },
    ...sourceOfClosing(session),
  };
  const certainty = lessSure(fromCertainty, certaintyOf(closesStanding));
  return { from: session.opens, to: session.closes, fromCertainty, certainty, because: [opens, closes] };
}

const heldWithin = (session: CalendarSession, from: IsoDate, to: IsoDate): Because => ({
  code: "session-within",
  params: { ...named(session), from, to },
  source: session.source,
});

const nothing = (because: readonly Because[]): SessionSpan => ({
  from: null,
  to: null,
  fromCertainty: "unknown",
  certainty: "unknown",
  because,
});

/** A row's source may read "… | closes: …": the first half speaks of the opening. */
const sourceOfOpening = (session: CalendarSession): string => (session.source.split("|")[0] ?? "").trim();

function sourceOfClosing(session: CalendarSession): { readonly source?: string } {
  const closing = /\| closes: ([^|]+)/.exec(session.source)?.[1]?.trim();
  return closing ? { source: closing } : {};
}
