import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { isIsoDate } from "@/lib/core/calendar/day";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { readSetting, readSettings, storeSetting } from "@/lib/db/settings";
import type { Deps } from "@/lib/deps";
import { words } from "./words";

/** Every setting of the installation with what it may hold; null forgets it, and the default counts again. */
export const settings = {
  /** The day on which a demonstration works; absent: the real day. */
  workingDate: z.string().refine(isIsoDate, "Give a day as YYYY-MM-DD."),
  /** Mail domains whose people may be invited; absent: any. */
  allowedDomains: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "Write a domain like un.org, in small letters."))
    .max(100),
  /** True if resolutions marked public can be read without signing in. */
  publicPages: z.boolean(),
} as const;
export type SettingKey = keyof typeof settings;
export type Settings = { readonly [K in SettingKey]: z.infer<(typeof settings)[K]> | null };

export const changeSettingInput = z.strictObject({
  key: z.enum(Object.keys(settings) as [SettingKey, ...SettingKey[]]),
  value: z.unknown(),
  reason: words(500).trim().default(""),
});

/** The settings as they stand; null where the default counts. A stored value that no longer fits counts as absent. */
export async function readInstallation(deps: Deps, actor: Actor): Promise<Result<Settings>> {
  if (!can(actor, "settings.read")) return fail("not-permitted", "Your role does not allow this.");
  const stored = await readSettings(deps.db);
  const read = <K extends SettingKey>(key: K): Settings[K] => {
    const parsed = settings[key].safeParse(stored.get(key));
    return (parsed.success ? parsed.data : null) as Settings[K];
  };
  return ok({
    workingDate: read("workingDate"),
    allowedDomains: read("allowedDomains"),
    publicPages: read("publicPages"),
  });
}

/** Changes one setting and records who changed what from what. */
export async function changeSetting(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof changeSettingInput>,
): Promise<Result<{ key: SettingKey }>> {
  if (!can(actor, "settings.change")) return fail("not-permitted", "Your role does not allow this.");
  const parsed = settings[input.key].nullable().safeParse(input.value);
  if (!parsed.success) {
    const message = parsed.error.issues[0]?.message ?? "This value does not fit.";
    return fail("invalid-input", message, { fields: { value: message } });
  }
  const own = actor.email.split("@")[1] ?? "";
  if (input.key === "allowedDomains" && Array.isArray(parsed.data) && !parsed.data.includes(own)) {
    const message = `Keep ${own} on the list: without it you could not sign in again.`;
    return fail("invalid-input", message, { fields: { value: message } });
  }
  const at = deps.clock.now();
  const actorId = recordedActorId(actor);
  await inTransaction(deps.db, async (tx) => {
    const from = await readSetting(tx, input.key);
    await storeSetting(tx, input.key, parsed.data, { at, actorId });
    await appendAudit(tx, {
      at,
      actorId,
      actorName: actor.name,
      action: "setting-changed",
      subject: input.key,
      from,
      to: parsed.data,
      reason: input.reason,
    });
  });
  return ok({ key: input.key });
}
