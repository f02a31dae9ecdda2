"use server";

import { moveStep, type MoveStep as Step } from "./move-step";

/** What a change of dates would do, or did, in words. */
export type MoveStep = Step;

/** Shows what would move; stores it where the person said so. */
export async function moveOrPreview(
  at: { organ: string; session: number; expectedVersion: number },
  _previous: MoveStep | null,
  form: FormData,
): Promise<MoveStep> {
  const given = Object.fromEntries(
    ["opens", "closes", "mainPartEnds", "reason", "source"].map((name) => [
      name,
      String(form.get(name) ?? ""),
    ]),
  );
  return moveStep({ ...at, ...given }, form.get("intent") === "apply");
}
