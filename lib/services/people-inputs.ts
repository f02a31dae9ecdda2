import { z } from "zod";
import { isIsoDate } from "@/lib/core/calendar/day";
import { roles } from "@/lib/core/task/workflow";
import { words } from "./words";

const id = words(64).min(1);
const name = words(200).trim().min(1, "Give a name.");
const day = z.string().refine(isIsoDate, "Give a day as YYYY-MM-DD.");
const timeZone = z.string().refine(isTimeZone, "Give a time zone such as Europe/Zurich.");

export const listPeopleInput = z.strictObject({
  text: words(200).optional(),
  bodyId: id.optional(),
  includeInactive: z.boolean().default(false),
});
export const personInput = z.strictObject({ id });
export const inviteInput = z.strictObject({
  email: words(254),
  name,
  title: words(200).trim().default(""),
  role: z.enum(roles),
  bodyId: id.nullable(),
});
export const membershipInput = z.strictObject({
  personId: id,
  role: z.enum(roles),
  bodyId: id.nullable(),
  reason: words(500).trim().default(""),
});
export const nameInput = z.strictObject({
  personId: id,
  name,
  title: words(200).trim().default(""),
});
export const endMembershipInput = z.strictObject({
  membershipId: id,
  reason: words(500).trim().default(""),
});
export const activeInput = z.strictObject({
  personId: id,
  isActive: z.boolean(),
  reason: words(500).trim().default(""),
});
export const preferencesInput = z.strictObject({
  personId: id,
  locale: z.enum(["en", "fr", "es", "ru", "zh", "ar"]).optional(),
  timeZone: timeZone.optional(),
  digestHour: z.number().int().min(0).max(23).optional(),
  digestDays: z
    .array(z.number().int().min(1).max(7))
    .max(7)
    .transform((days) => [...new Set(days)].sort())
    .optional(),
  urgentAtOnce: z.boolean().optional(),
  mailMuted: z.boolean().optional(),
});
export const delegateInput = z
  .strictObject({ personId: id, delegateId: id.nullable(), from: day.nullable(), until: day.nullable() })
  .refine(({ delegateId, from }) => delegateId === null || from !== null, {
    path: ["from"],
    message: "Say from which day.",
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    path: ["until"],
    message: "The last day is before the first.",
  });
export const changePasswordInput = z.strictObject({
  current: z.string().max(1024),
  next: z.string().max(1024),
});
export const revokeInput = z.strictObject({
  personId: id,
  /** One sign-in, or all but the one in `keep`. */
  signInId: id.nullable(),
  keep: id.nullable().default(null),
});

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
