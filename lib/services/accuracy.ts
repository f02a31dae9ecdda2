import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { reviewedFields } from "@/lib/core/task/review";
import { countDecisions } from "@/lib/db/review";
import type { Deps } from "@/lib/deps";
import type { AccuracyReport } from "./types";

/** How often people left what the machine proposed as it was: by field, and by resolution. */
export async function extractionAccuracy(deps: Deps, actor: Actor): Promise<Result<AccuracyReport>> {
  if (!can(actor, "dashboard.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read the figures.");
  const rows = await countDecisions(deps.db);
  const sum = (which: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(which).reduce((total, row) => total + row.count, 0);
  const machine = (state: string, symbol?: string) =>
    sum(
      (row) =>
        row.origin === "machine" && row.state === state && (symbol === undefined || row.symbol === symbol),
    );
  const added = (symbol?: string) =>
    sum(
      (row) =>
        row.origin === "person" &&
        row.state !== "dismissed" &&
        (symbol === undefined || row.symbol === symbol),
    );
  const decided = machine("accepted") + machine("edited");
  return ok({
    proposals: sum((row) => row.origin === "machine"),
    accepted: machine("accepted"),
    edited: machine("edited"),
    dismissed: machine("dismissed"),
    added: added(),
    waiting: machine("proposed"),
    byField: reviewedFields.map((field) => ({
      field,
      decided,
      changed: sum((row) => row.origin === "machine" && row.state === "edited" && row.fields.includes(field)),
    })),
    bySymbol: [...new Set(rows.map((row) => row.symbol))].map((symbol) => ({
      symbol,
      accepted: machine("accepted", symbol),
      edited: machine("edited", symbol),
      dismissed: machine("dismissed", symbol),
      added: added(symbol),
    })),
  });
}
