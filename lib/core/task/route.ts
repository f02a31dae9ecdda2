import { addDays } from "../calendar/day";
import type { IsoDate, SessionCalendar, SessionSeries } from "../calendar/rule";
import { organs } from "../symbol/organs";
import type { TaskDeadline } from "./task";

/** "be submitted through the Economic and Social Council to the General Assembly": the body in between. */
const through =
  /\bthrough the (\p{Lu}[\p{L}’'-]*(?: (?:and|of|on|for|the|\p{Lu}[\p{L}’'-]*))*) to (?:the \p{Lu}|it\b)/u;

/** The body through which an output goes to the organ that is to consider it, as printed; "" where there is none. */
export const routeOf = (ask: string): string => through.exec(ask)?.[1] ?? "";

/** The first of two ordered steps: the session of the body in between that comes before the target session. */
export type RouteStop = {
  readonly body: string;
  readonly organ: SessionSeries;
  readonly session: number;
  readonly from: IsoDate;
  readonly to: IsoDate;
};

/**
 * When the body in between deals with it: its last session, among those named by their year, that ends before the target
 * session opens. Null where the route, the target or such a session is not known.
 */
export function routeStop(ask: string, deadline: TaskDeadline, calendar: SessionCalendar): RouteStop | null {
  const body = routeOf(ask);
  const { targetOrgan, targetSession } = deadline;
  if (body === "" || targetOrgan === null || targetSession === null) return null;
  const opens = calendar.find(targetOrgan, targetSession)?.opens ?? deadline.dueFrom;
  if (!opens) return null;
  const organ = Object.entries(organs).find(([, one]) => one.name === body)?.[0] ?? body;
  const year = Number(opens.slice(0, 4));
  for (const session of [year, year - 1]) {
    const found = calendar.find(organ, session);
    const from = found?.opens ?? found?.details?.within?.from ?? null;
    const to = found?.closes ?? found?.details?.within?.to ?? null;
    if (from !== null && to !== null && to <= addDays(opens, -1)) return { body, organ, session, from, to };
  }
  return null;
}
