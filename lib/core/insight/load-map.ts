import type { IsoDate, Recurrence } from "../calendar/rule";
import { similarGroups } from "./similar";

/** A report that is asked for, with the session and committee that will have it before them. */
export type ReportRequest = {
  readonly number: number;
  readonly symbol: string;
  readonly para: string;
  readonly title: string;
  readonly session: number;
  /** "1" to "6", "plenary", or "" where the text names none. */
  readonly committee: string;
  readonly dueOn: IsoDate | null;
  readonly recurrence: Recurrence | null;
};

/** What might be asked of Member States: similar reports made one, yearly ones asked for every second session. */
export type WhatIf = { readonly combine: boolean; readonly biennialize: boolean };

/** One report as it would come before a session: the requests it answers. `isForeseen`: by rhythm, not by text. */
export type LoadReport = {
  readonly session: number;
  readonly committee: string;
  readonly month: string | null;
  readonly requests: readonly ReportRequest[];
  readonly isForeseen: boolean;
};

/** The cell of a map: one committee at one session. */
export type LoadCell = {
  readonly now: number;
  /** Those of `now` that no text asks for yet: a rhythm reaches them. */
  readonly foreseen: number;
  readonly after: number;
  readonly reports: readonly LoadReport[];
};
export type LoadRow = {
  readonly committee: string;
  readonly cells: readonly LoadCell[];
  readonly now: number;
  readonly after: number;
};

export type LoadMap = {
  readonly sessions: readonly number[];
  readonly rows: readonly LoadRow[];
  /** Reports by calendar month of their last day, "1998-09"; those without a day under null. */
  readonly months: readonly { readonly month: string | null; readonly now: number; readonly after: number }[];
  readonly now: number;
  readonly after: number;
  /** Requests that would be answered together: what the wish to combine rests on, to be judged by people. */
  readonly clusters: readonly LoadReport[];
};

/**
 * The reporting load over the sessions from `first` on, and what it would be. A request that comes back is carried on to
 * each session its rhythm reaches. Nothing is changed by it: it is a question to Member States, in numbers.
 */
export function loadMap(
  requests: readonly ReportRequest[],
  span: { readonly first: number; readonly count: number },
  whatIf: WhatIf,
): LoadMap {
  const sessions = Array.from({ length: span.count }, (_, index) => span.first + index);
  const now = reportsOf(requests, sessions, { combine: false, biennialize: false });
  const after = reportsOf(requests, sessions, whatIf);
  const committees = [...new Set(now.map((report) => report.committee))].sort(
    (a, b) => Number(a === "") - Number(b === "") || a.localeCompare(b, "en"),
  );
  const rows = committees.map((committee) => {
    const cells = sessions.map((session) => {
      const here = (report: LoadReport) => report.session === session && report.committee === committee;
      const reports = after.filter(here);
      const asked = now.filter(here);
      const foreseen = asked.filter((report) => report.isForeseen).length;
      return { now: asked.length, foreseen, after: reports.length, reports };
    });
    return { committee, cells, now: sum(cells, "now"), after: sum(cells, "after") };
  });
  const months = [...new Set(now.map((report) => report.month))].sort((a, b) =>
    (a ?? "9999").localeCompare(b ?? "9999"),
  );
  return {
    sessions,
    rows,
    months: months.map((month) => ({
      month,
      now: now.filter((report) => report.month === month).length,
      after: after.filter((report) => report.month === month).length,
    })),
    now: now.length,
    after: after.length,
    clusters: combined(reportsOf(requests, sessions, { combine: false, biennialize: false })).filter(
      (report) => report.requests.length > 1 && !report.isForeseen,
    ),
  };
}

const sum = (cells: readonly LoadCell[], key: "now" | "after"): number =>
  cells.reduce((total, cell) => total + cell[key], 0);

function reportsOf(
  requests: readonly ReportRequest[],
  sessions: readonly number[],
  whatIf: WhatIf,
): readonly LoadReport[] {
  const reports = requests.flatMap((request) =>
    occurrences(request, sessions, whatIf.biennialize).map((session) => ({
      session,
      committee: request.committee,
      month: session === request.session && request.dueOn ? request.dueOn.slice(0, 7) : null,
      requests: [request],
      isForeseen: session !== request.session,
    })),
  );
  return whatIf.combine ? combined(reports) : reports;
}

/** The sessions at which a request asks for a report: its own, and those that its rhythm reaches. */
function occurrences(
  request: ReportRequest,
  sessions: readonly number[],
  biennialize: boolean,
): readonly number[] {
  const { recurrence } = request;
  const stated =
    recurrence && (recurrence.unit === "session" || recurrence.unit === "year") ? recurrence.every : null;
  if (stated === null) return sessions.filter((session) => session === request.session);
  // A request that is less frequent than every second session stays as it is.
  const every = biennialize ? Math.max(2, stated) : stated;
  return sessions.filter(
    (session) => session >= request.session && (session - request.session) % every === 0,
  );
}

/** Reports alike that fall to the same committee at the same session, as one. */
function combined(reports: readonly LoadReport[]): readonly LoadReport[] {
  const places = new Map<string, LoadReport[]>();
  for (const report of reports) {
    const place = `${report.session} ${report.committee}`;
    places.set(place, [...(places.get(place) ?? []), report]);
  }
  return [...places.values()].flatMap((here) =>
    similarGroups(here, (report) => report.requests[0]?.title ?? "").flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const days = group.map((report) => report.month).filter((month) => month !== null);
      return [
        {
          ...first,
          month: days.sort()[0] ?? null,
          requests: group.flatMap((report) => report.requests),
          isForeseen: group.every((report) => report.isForeseen),
        },
      ];
    }),
  );
}
