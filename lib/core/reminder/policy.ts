import { z } from "zod";
import { workStatuses } from "../task/status";

/**
 * The days of a task from which reminders count: the steps of its backward plan, the opening of its session, its
 * last day, the session at which a standing call is reviewed, and the office's own target.
 */
export const anchors = [
  "clearance",
  "slot",
  "issue",
  "provisionalAgenda",
  "opening",
  "meeting",
  "due",
  "review",
  "internalTarget",
] as const;
export type Anchor = (typeof anchors)[number];

/** Who can be told: `chief` is whoever is focal point of the body above the responsible unit. */
export const recipientRoles = ["owner", "focalPoint", "chief", "secretary", "watcher"] as const;
export type RecipientRole = (typeof recipientRoles)[number];

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, digits and hyphens.");
const count = z.number().int().min(1);

/** When a policy speaks, in terms of an anchor day. */
export const occasionSchema = z.discriminatedUnion("kind", [
  /** n days or weeks ahead; 0 is the day itself. A Saturday or Sunday becomes the Friday before. */
  z.strictObject({
    kind: z.literal("before"),
    anchor: z.enum(anchors),
    amount: z.number().int().min(0).max(365),
    unit: z.enum(["day", "week"]),
  }),
  /** The last such weekday (1 Monday … 7 Sunday) before the anchor. */
  z.strictObject({
    kind: z.literal("weekdayBefore"),
    anchor: z.enum(anchors),
    weekday: z.number().int().min(1).max(7),
  }),
  /** `days` after the anchor passed undone, then every `every` days, `times` times in all. */
  z.strictObject({
    kind: z.literal("overdue"),
    anchor: z.enum(anchors),
    days: count.max(365),
    every: count.max(365).optional(),
    times: count.max(52).optional(),
  }),
]);
export type Occasion = z.infer<typeof occasionSchema>;

/** One policy. `key` stays the same over its versions, so that a reworded policy does not tell people twice. */
export const policySchema = z.strictObject({
  key,
  name: z.string().trim().min(1).max(200),
  occasion: occasionSchema,
  to: z.array(z.enum(recipientRoles)).min(1),
  /** Narrowing; an absent list means all. Statuses default to those in which work is still to be handed over. */
  organs: z.array(z.string()).optional(),
  deliverables: z.array(z.string()).optional(),
  bodyIds: z.array(z.string()).optional(),
  statuses: z.array(z.enum(workStatuses)).optional(),
});
export type ReminderPolicy = z.infer<typeof policySchema>;

/** Statuses to which a policy applies where it names none: the work is not handed over yet. */
export const defaultStatuses = ["PENDING", "IN_PROGRESS"] as const;

/**
 * What a new installation starts with. The rhythm follows the submission slot (ten weeks before the meeting), the
 * provisional agenda (sixty days before the opening) and the opening; lateness climbs from the owner to the focal
 * point to the chief.
 */
export const defaultPolicies: readonly ReminderPolicy[] = [
  {
    key: "slot-12-weeks",
    name: "12 weeks before the submission slot",
    occasion: { kind: "before", anchor: "slot", amount: 12, unit: "week" },
    to: ["owner", "focalPoint"],
  },
  {
    key: "slot-2-weeks",
    name: "2 weeks before the submission slot",
    occasion: { kind: "before", anchor: "slot", amount: 2, unit: "week" },
    to: ["owner"],
  },
  {
    key: "issue-4-weeks",
    name: "4 weeks before the document is to be issued",
    occasion: { kind: "before", anchor: "issue", amount: 4, unit: "week" },
    to: ["owner"],
  },
  {
    key: "agenda-2-weeks",
    name: "2 weeks before the provisional agenda is issued",
    occasion: { kind: "before", anchor: "provisionalAgenda", amount: 2, unit: "week" },
    to: ["owner", "focalPoint"],
    deliverables: ["agenda_item"],
  },
  {
    key: "agenda-issued",
    name: "When the provisional agenda is issued",
    occasion: { kind: "before", anchor: "provisionalAgenda", amount: 0, unit: "day" },
    to: ["owner"],
  },
  {
    key: "monday-before-opening",
    name: "The Monday before the session opens",
    occasion: { kind: "weekdayBefore", anchor: "opening", weekday: 1 },
    to: ["owner", "focalPoint"],
    statuses: ["PENDING", "IN_PROGRESS", "SUBMITTED"],
  },
  {
    key: "review-4-weeks",
    name: "4 weeks before the session that reviews a standing call",
    occasion: { kind: "before", anchor: "review", amount: 4, unit: "week" },
    to: ["owner"],
    statuses: ["ONGOING"],
  },
  {
    key: "target-1-week",
    name: "1 week before the office's own target",
    occasion: { kind: "before", anchor: "internalTarget", amount: 1, unit: "week" },
    to: ["owner"],
  },
  {
    key: "due-2-weeks",
    name: "2 weeks before the last day",
    occasion: { kind: "before", anchor: "due", amount: 2, unit: "week" },
    to: ["owner"],
  },
  {
    key: "slot-missed",
    name: "3 days after a missed slot, then each fortnight",
    occasion: { kind: "overdue", anchor: "slot", days: 3, every: 14, times: 3 },
    to: ["owner", "focalPoint"],
  },
  {
    key: "overdue-owner",
    name: "The day after the last day, then each week",
    occasion: { kind: "overdue", anchor: "due", days: 1, every: 7, times: 4 },
    to: ["owner"],
  },
  {
    key: "overdue-focal-point",
    name: "7 days overdue: the focal point",
    occasion: { kind: "overdue", anchor: "due", days: 7, every: 14, times: 3 },
    to: ["focalPoint"],
  },
  {
    key: "overdue-chief",
    name: "21 days overdue: the chief",
    occasion: { kind: "overdue", anchor: "due", days: 21, every: 28, times: 3 },
    to: ["chief"],
  },
];
