import "server-only";
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

/** Shows what new dates of a session would move, or stores them. */
export async function moveStep(input: unknown, isConfirmed: boolean): Promise<MoveStep> {
  const { t, day } = await getReader();
  if (isConfirmed) {
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
  const { moved, tasks, examples, from, to, alsoChanged } = preview.value;
  const written = (due: string | null) => (due ? day(due) : t("tasks.noDate"));
  const days = (session: typeof from) => `${written(session.opens)} – ${written(session.closes)}`;
  return ok({
    step: "preview",
    message: t("session.previewTitle", { moved, tasks: tasks.count }),
    examples: [
      t("session.previewDays", { label: to.label, from: days(from), to: days(to) }),
      ...alsoChanged.map((neighbour) =>
        t("session.previewNeighbour", { label: neighbour.label, closes: written(neighbour.closes) }),
      ),
      ...examples.map(
        (task) =>
          `${task.symbol} § ${task.para}: ${written(task.fromDue)} → ${written(task.toDue)}${task.fromStep === task.toStep ? "" : t("session.previewStep", { from: written(task.fromStep), to: written(task.toStep) })}`,
      ),
    ],
  });
}
