import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { daysBetween } from "@/lib/core/calendar/day";
import { fail, ok, type Result } from "@/lib/core/result";
import { readSlips } from "@/lib/db/slips";
import type { Deps } from "@/lib/deps";
import type { slipsInput } from "./inputs";
import type { SlipRegister } from "./types";

const pageSize = 100;

/** Every deadline that people moved, with the reason, the text that allowed it, and who was told; newest first. */
export async function slipRegister(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof slipsInput>,
): Promise<Result<SlipRegister>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read tasks.");
  const { organ, session, onlyLater, cursor } = input;
  const found = await readSlips(deps.db, { organ, session, onlyLater, before: cursor, limit: pageSize + 1 });
  const rows = found.slice(0, pageSize).map((row) => ({
    ...row,
    /** Later is positive; null where either day is not known. */
    days: row.fromDue !== null && row.toDue !== null ? daysBetween(row.fromDue, row.toDue) : null,
  }));
  return ok({
    rows,
    later: rows.filter((row) => (row.days ?? 0) > 0).length,
    earlier: rows.filter((row) => (row.days ?? 0) < 0).length,
    nextCursor: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null,
    asOf: await deps.today(),
  });
}
