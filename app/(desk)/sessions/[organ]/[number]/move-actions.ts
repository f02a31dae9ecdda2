"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import { getReader } from "@/app/_ui/reader";
import { ok, type Result } from "@/lib/core/result";
import { moveSessionInput } from "@/lib/services/inputs";
import { moveSession, previewSessionMove } from "@/lib/services/move-session";

/** What a change of dates would do, or did, in words. */
export type MoveStep = Result<{
  readonly step: "preview" | "applied";
  readonly message: string;
  readonly examples: readonly string[];
}>;

/** Shows what would move; stores it where the person said so. */
export async function moveOrPreview(
  at: { organ: string; session: number; expectedVersion: number },
  _previous: MoveStep | null,
  form: FormData,
): Promise<MoveStep> {
  const { t, day } = await getReader();
  const given = Object.fromEntries(
    ["opens", "closes", "mainPartEnds", "reason", "source"].map((name) => [
      name,
      String(form.get(name) ?? ""),
    ]),
  );
  const input = { ...at, ...given };
  if (form.get("intent") === "apply") {
    const moved = await ask(moveSession, moveSessionInput, input);
    if (!moved.ok) return moved;
    revalidatePath("/", "layout");
    return ok({
      step: "applied",
      message: t("session.applied", { count: moved.value.tasksMoved }),
      examples: [],
    });
  }
  const preview = await ask(previewSessionMove, moveSessionInput, input);
  if (!preview.ok) return preview;
  const { moved, tasks, examples } = preview.value;
  const written = (due: string | null) => (due ? day(due) : t("tasks.noDate"));
  return ok({
    step: "preview",
    message: t("session.previewTitle", { moved, tasks: tasks.count }),
    examples: examples.map(
      (task) => `${task.symbol} § ${task.para}: ${written(task.fromDue)} → ${written(task.toDue)}`,
    ),
  });
}
