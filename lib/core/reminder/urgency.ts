import { daysBetween } from "../calendar/day";
import type { IsoDate } from "../calendar/rule";
import type { Anchor } from "./policy";

/** How the digest groups its lines, most urgent first. */
export const urgencyBands = ["overdue", "thisWeek", "soon", "ahead"] as const;
export type UrgencyBand = (typeof urgencyBands)[number];

// Of two steps equally far away the one that binds the organ comes before the office's own.
const weight: Readonly<Record<Anchor, number>> = {
  due: 9,
  meeting: 8,
  provisionalAgenda: 7,
  slot: 6,
  opening: 5,
  issue: 4,
  clearance: 3,
  review: 2,
  internalTarget: 1,
};

/**
 * A whole number to rank by, larger is more urgent. Overdue stands above everything ahead and grows with lateness
 * (up to a year); what is ahead grows as its day comes near; the kind of day decides between equals.
 */
export function urgencyOf(anchor: Anchor, anchorDay: IsoDate, asOf: IsoDate): number {
  const days = daysBetween(asOf, anchorDay);
  const nearness = days < 0 ? 1000 + Math.min(-days, 365) : Math.max(0, 500 - days);
  return nearness * 10 + weight[anchor];
}

/** The group of the digest in which a line with this day stands. */
export function urgencyBand(anchorDay: IsoDate, asOf: IsoDate): UrgencyBand {
  const days = daysBetween(asOf, anchorDay);
  if (days < 0) return "overdue";
  if (days <= 7) return "thisWeek";
  return days <= 28 ? "soon" : "ahead";
}

/** Days ahead within which somebody who asked to be told at once is not left to wait for the hour of the digest. */
const urgentDays = 3;

/** True for what is overdue, what is due within three days, and a day that moved to within two weeks. */
export function isUrgent(
  reason: { readonly anchorDay: IsoDate; readonly movedFrom?: IsoDate; readonly isEvent?: boolean },
  asOf: IsoDate,
): boolean {
  const days = daysBetween(asOf, reason.anchorDay);
  if (days < 0 && reason.isEvent === true) return false;
  return days <= (reason.movedFrom === undefined ? urgentDays : 14);
}
