import type { DutyStationId } from "./duty-stations";
import type { Holiday } from "./holidays";

/** A calendar day, `YYYY-MM-DD`, without a time or zone. */
export type IsoDate = string;

/** How the deadline words relate to the time they name: "at", "before", "by the end of" … */
export const deadlineOperators = ["at", "beginning", "before", "by", "end", "after", "during"] as const;
export type DeadlineOperator = (typeof deadlineOperators)[number];

/** The part of a session that the words name. */
export const sessionParts = [
  "beginning",
  "main",
  "resumed",
  "first-resumed",
  "second-resumed",
  "substantive",
  "organizational",
  "high-level",
  "end",
] as const;
export type SessionPart = (typeof sessionParts)[number];

/**
 * One series of sessions: an organ's key ("GA", "GA-special", "GA-emergency", "ECOSOC", "HRC", "SC", "UNEA")
 * or the printed name of a body that numbers its own sessions.
 */
export type SessionSeries = string;

/** A deadline as the text states it: first a rule, only later a date. */
export type DeadlineRule =
  | {
      readonly kind: "session";
      readonly organ: SessionSeries;
      /** Session number; for ECOSOC's yearly sessions the year. */
      readonly session: number;
      readonly part?: SessionPart;
      readonly operator: DeadlineOperator;
    }
  | { readonly kind: "date"; readonly on: IsoDate; readonly operator: DeadlineOperator }
  | { readonly kind: "month"; readonly month: string; readonly operator: DeadlineOperator }
  | { readonly kind: "year"; readonly year: number; readonly operator: DeadlineOperator }
  | {
      readonly kind: "relative";
      readonly amount: number;
      readonly unit: "day" | "week" | "month" | "year";
      /** "adoption", or the event as printed. */
      readonly from: string;
      readonly operator: DeadlineOperator;
    }
  | { readonly kind: "event"; readonly name: string; readonly operator: DeadlineOperator };

/** How often an action comes back. `implied` marks a rhythm worked out from session numbers, not stated. */
export type Recurrence = {
  readonly every: number;
  readonly unit: "session" | "year" | "month" | "week" | "day" | "unspecified";
  /** The words of the labelling guide: "annual", "biennial", "every session", "every 30 days", "regular" … */
  readonly label: string;
  readonly basis: "stated" | "implied";
};

/**
 * How sure a date is: `fixed` (a source gives it), `expected` (a rule or projection proposes it),
 * `unknown` (no window can be given yet).
 */
export type Certainty = "fixed" | "expected" | "unknown";

/**
 * One step of a derivation. `code` names a sentence of the catalogue in `calendar/because.ts`;
 * `params` fill it. The interface can put it into any language.
 */
export type Because = {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly source?: string;
};

/** A rule read against the calendar of the day. Windows are inclusive at both ends and never end before they start. */
export type ResolvedDeadline = {
  readonly window: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** The last day on which the action is still in time; null where no window is known. */
  readonly due: IsoDate | null;
  readonly certainty: Certainty;
  readonly because: readonly Because[];
  /** For "after …": the first day that counts, where no last day can be named. */
  readonly notBefore?: IsoDate;
};

/** `fixed`: a source; `derived`: by rule; `reported`: remembered or second-hand; `bounds`: known to have sat on these days; `unknown`. */
export type Standing = "fixed" | "derived" | "reported" | "bounds" | "unknown";

/** What a calendar may know of a session beyond its first and last day. Everything is optional. */
export type SessionDetails = {
  /** The session is held within these days where its own first or last day is not known. */
  readonly within?: { readonly from: IsoDate; readonly to: IsoDate };
  /** How sure the closing day is, where it differs from the opening. */
  readonly closesStanding?: Standing;
  /** True for emergency special sessions that are adjourned and never closed. */
  readonly neverCloses?: boolean;
  /** The General Assembly's general debate; `to` is null where only its first day is known. */
  readonly generalDebate?: { readonly from: IsoDate; readonly to: IsoDate | null };
  /** Named segments: "humanitarian affairs segment", "youth forum" … */
  readonly parts?: readonly {
    readonly name: string;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly source?: string;
    readonly note?: string;
  }[];
  /** The words of the survey that the row was taken from: "high", "derived; agrees with memory" … */
  readonly confidence?: string;
};

/** One session of a series as the calendar holds it. */
export type CalendarSession = {
  readonly organ: SessionSeries;
  readonly session: number;
  /** "53", "S-32", "ES-10", "2026". */
  readonly label: string;
  readonly opens: IsoDate | null;
  readonly closes: IsoDate | null;
  readonly mainPartEnds: IsoDate | null;
  readonly resumedParts: readonly {
    readonly from: IsoDate;
    readonly to: IsoDate | null;
    readonly name?: string;
  }[];
  readonly highLevel?: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** How sure the opening day is (of the whole row, where nothing else is said). */
  readonly standing: Standing;
  readonly source: string;
  readonly note: string;
  /** IANA zone of the duty station, "America/New_York". */
  readonly timeZone: string;
  readonly details?: SessionDetails;
};

/** The calendar of the day: a table of sessions, answered by lookup; rules propose where no row exists. */
export interface SessionCalendar {
  /** The row of the table, or a projected session (standing "derived"), or null if nothing can be said. */
  find(organ: SessionSeries, session: number): CalendarSession | null;
  /** The session of the series in which `day` falls, or the one just before it. */
  at(organ: SessionSeries, day: IsoDate): CalendarSession | null;
  /** All rows of a series in order, without projections. */
  rows(organ: SessionSeries): readonly CalendarSession[];
  /** Holidays that an administrator entered for a duty station; none where the calendar was loaded from data alone. */
  readonly holidays?: (station: DutyStationId) => readonly Holiday[];
}
