import { fail, ok, type Result } from "../result";
import { addDays, daysBetween, isIsoDate } from "./day";
import type {
  CalendarSession,
  IsoDate,
  SessionCalendar,
  SessionDetails,
  SessionSeries,
  Standing,
} from "./rule";
import { withSessions } from "./session-calendar";
import { sessionTitle } from "./session-names";

/** New days for a session. What is left out stays, or moves along with the opening (see `changeSession`). */
export type SessionChange = {
  readonly organ: SessionSeries;
  readonly session: number;
  readonly opens?: IsoDate;
  readonly closes?: IsoDate;
  readonly mainPartEnds?: IsoDate;
  /** The document that sets the new days. */
  readonly source: string;
  /** Default "fixed": a document sets the days. */
  readonly standing?: Standing;
  readonly note?: string;
  readonly label?: string;
  readonly timeZone?: string;
  /** True where the session is not in the calendar yet and is to be added. */
  readonly isNew?: boolean;
  /** Given: they take the place of what stands; left out: they move along. Null takes away. */
  readonly highLevel?: { readonly from: IsoDate; readonly to: IsoDate } | null;
  readonly generalDebate?: { readonly from: IsoDate; readonly to: IsoDate | null } | null;
  readonly resumedParts?: CalendarSession["resumedParts"];
  readonly parts?: NonNullable<SessionDetails["parts"]>;
};

export type ChangedCalendar = {
  readonly calendar: SessionCalendar;
  readonly before: CalendarSession;
  readonly after: CalendarSession;
  /** Neighbours whose closing day follows from the new opening. */
  readonly alsoChanged: readonly CalendarSession[];
};

/**
 * The calendar with a session moved; the calendar given stays as it is. A regular session of the Assembly keeps its
 * closing day (the next session sets it) and its general debate moves along; any other session moves as a whole. The
 * session before, where it closes the day before, follows. Answers `not-found` for a session that cannot be found and
 * `invalid-input` for days that contradict each other.
 */
export function changeSession(calendar: SessionCalendar, change: SessionChange): Result<ChangedCalendar> {
  const before = calendar.find(change.organ, change.session) ?? (change.isNew ? blankSession(change) : null);
  const title = sessionTitle(change.organ, change.session);
  if (!before) return fail("not-found", `The ${title} is not in the calendar. Add it first.`);
  for (const field of ["opens", "closes", "mainPartEnds"] as const) {
    const day = change[field];
    if (day !== undefined && !isIsoDate(day)) {
      return fail("invalid-input", `"${day}" is not a day. Write it as 2026-09-08.`, {
        fields: { [field]: "not a day" },
      });
    }
  }
  if (change.source.trim() === "") {
    return fail("invalid-input", "Name the document that sets the new days.", {
      fields: { source: "missing" },
    });
  }
  const after = moved(before, change);
  if (after.opens && after.closes && after.closes < after.opens) {
    return fail("invalid-input", `The ${title} would close before it opens.`, {
      fields: { closes: "before the opening" },
    });
  }
  if (after.opens && after.mainPartEnds && after.mainPartEnds < after.opens) {
    return fail("invalid-input", `The main part of the ${title} would end before the session opens.`, {
      fields: { mainPartEnds: "before the opening" },
    });
  }
  const turned = [
    change.highLevel,
    change.generalDebate,
    ...(change.resumedParts ?? []),
    ...(change.parts ?? []),
  ].find((span) => span?.to && span.to < span.from);
  if (turned) {
    return fail(
      "invalid-input",
      `A part of the ${title} would end on ${turned.to} before it starts on ${turned.from}.`,
      {
        fields: { parts: "ends before it starts" },
      },
    );
  }
  const previous = followingNeighbour(calendar, before, after);
  if (previous?.opens && previous.closes && previous.closes < previous.opens) {
    return fail("invalid-input", `The ${title} would open before the session before it.`, {
      fields: { opens: "too early" },
    });
  }
  const alsoChanged = previous ? [previous] : [];
  return ok({ calendar: withSessions(calendar, [after, ...alsoChanged]), before, after, alsoChanged });
}

/** A session of which nothing is known yet. */
export const blankSession = (change: SessionChange): CalendarSession => ({
  organ: change.organ,
  session: change.session,
  label: change.label ?? String(change.session),
  opens: null,
  closes: null,
  mainPartEnds: null,
  resumedParts: [],
  highLevel: null,
  standing: "unknown",
  source: change.source,
  note: "",
  timeZone: change.timeZone ?? "America/New_York",
});

function moved(before: CalendarSession, change: SessionChange): CalendarSession {
  const delta = before.opens && change.opens ? daysBetween(before.opens, change.opens) : 0;
  const isAssembly = before.organ === "GA";
  const along = (day: IsoDate): IsoDate => addDays(day, delta);
  const alongSpan = <T extends { readonly from: IsoDate; readonly to: IsoDate }>(span: T): T => ({
    ...span,
    from: along(span.from),
    to: along(span.to),
  });
  const { details } = before;
  // A stretch that only bounded unknown days says nothing once the days are set.
  const { within, closesStanding, ...kept } = details ?? {};
  const keepsBounds = within && !(change.opens && change.closes);
  const closes = change.closes ?? (isAssembly || !before.closes ? before.closes : along(before.closes));
  const movedDetails = {
    ...kept,
    ...(keepsBounds && { within: isAssembly ? within : alongSpan(within) }),
    ...(closesStanding && change.closes === undefined && { closesStanding }),
    ...(kept.generalDebate && {
      generalDebate: {
        from: along(kept.generalDebate.from),
        to: kept.generalDebate.to && along(kept.generalDebate.to),
      },
    }),
    ...(kept.parts && !isAssembly && { parts: kept.parts.map(alongSpan) }),
    ...(change.closes === undefined &&
      closesStanding === undefined &&
      closes !== null &&
      before.standing !== (change.standing ?? "fixed") && { closesStanding: before.standing }),
  };
  const { generalDebate: debate = movedDetails.generalDebate, parts = movedDetails.parts } = change;
  const { generalDebate: _debate, parts: _parts, ...otherDetails } = movedDetails;
  const newDetails = {
    ...otherDetails,
    ...(debate && { generalDebate: debate }),
    ...(parts && parts.length > 0 && { parts }),
  };
  const { details: _before, ...rest } = before;
  return {
    ...rest,
    label: change.label ?? before.label,
    timeZone: change.timeZone ?? before.timeZone,
    opens: change.opens ?? before.opens,
    closes,
    mainPartEnds:
      change.mainPartEnds ??
      (before.mainPartEnds && !isAssembly ? along(before.mainPartEnds) : before.mainPartEnds),
    resumedParts: change.resumedParts
      ? change.resumedParts
      : isAssembly
        ? before.resumedParts
        : before.resumedParts.map((part) => ({
            ...part,
            from: along(part.from),
            to: part.to && along(part.to),
          })),
    highLevel:
      change.highLevel !== undefined
        ? change.highLevel
        : before.highLevel
          ? alongSpan(before.highLevel)
          : null,
    standing: change.standing ?? "fixed",
    source: change.source,
    note: change.note ?? before.note,
    ...(Object.keys(newDetails).length > 0 ? { details: newDetails } : {}),
  };
}

/** The session before, closing the day before the new opening, if it closed the day before the old one. */
function followingNeighbour(
  calendar: SessionCalendar,
  before: CalendarSession,
  after: CalendarSession,
): CalendarSession | null {
  if (before.organ !== "GA" || !before.opens || !after.opens || before.opens === after.opens) return null;
  const previous = calendar.find(before.organ, before.session - 1);
  if (!previous?.closes || previous.closes !== addDays(before.opens, -1)) return null;
  return {
    ...previous,
    closes: addDays(after.opens, -1),
    details: { ...previous.details, closesStanding: "derived" },
  };
}
