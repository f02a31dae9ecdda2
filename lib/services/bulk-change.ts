import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { ok, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import { advanceTask } from "./advance-task";
import type { bulkChangeInput } from "./inputs";
import { assignOwner, changeDeadline, setInternalTarget, setResponsible } from "./tasks";
import type { BulkOutcome, RowOutcome, TaskChanged } from "./types";
import { watchTask } from "./watching";

type Change = z.infer<typeof bulkChangeInput>["change"];
type Row = { readonly number: number; readonly expectedVersion: number };

/**
 * The same change for several tasks: status, owner, responsible unit, internal target, deadline or watching. Each row is
 * a change of its own, with its own permission and history; what cannot be changed is left, with the reason in words.
 */
export async function bulkChange(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof bulkChangeInput>,
): Promise<Result<BulkOutcome>> {
  const rows: RowOutcome[] = [];
  const seen = new Set<number>();
  for (const row of input.rows) {
    if (seen.has(row.number)) continue;
    seen.add(row.number);
    rows.push(await outcomeOf(deps, actor, row, input.change));
  }
  const changed = rows.filter((row) => row.ok).length;
  return ok({ rows, changed, refused: rows.length - changed });
}

async function outcomeOf(deps: Deps, actor: Actor, row: Row, change: Change): Promise<RowOutcome> {
  const { number } = row;
  if (change.kind === "watch") {
    const result = await watchTask(deps, actor, { number, watch: change.watch });
    if (!result.ok) return refused(number, result.error.message);
    const message = change.watch ? "You watch this task." : "You no longer watch this task.";
    return { number, ok: true, message, status: null, version: row.expectedVersion };
  }
  const result = await changeOne(deps, actor, row, change);
  if (!result.ok) return refused(number, result.error.message);
  const { status, version, sentence } = result.value;
  return { number, ok: true, message: sentence.text, status, version };
}

const refused = (number: number, message: string): RowOutcome => ({
  number,
  ok: false,
  message,
  status: null,
  version: null,
});

function changeOne(
  deps: Deps,
  actor: Actor,
  row: Row,
  change: Exclude<Change, { kind: "watch" }>,
): Promise<Result<TaskChanged>> {
  switch (change.kind) {
    case "status":
      return advanceTask(deps, actor, { ...change, ...row });
    case "owner":
      return assignOwner(deps, actor, { ...change, ...row });
    case "unit":
      return setResponsible(deps, actor, { ...change, ...row });
    case "target":
      return setInternalTarget(deps, actor, { ...change, ...row });
    case "deadline":
      return changeDeadline(deps, actor, { ...change, ...row });
  }
}
