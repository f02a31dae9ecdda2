"use server";

import { getReader } from "@/app/_ui/reader";
import type { MoveStep } from "@/app/(desk)/sessions/[organ]/[number]/move-actions";
import { moveStep } from "@/app/(desk)/sessions/[organ]/[number]/move-step";
import { fail } from "@/lib/core/result";
import { readParts } from "./read-parts";

type At = { organ: string; session: number; expectedVersion: number; isNew: boolean };

/** Shows what the new row would move; stores it where the person said so. */
export async function editOrPreview(at: At, _previous: MoveStep | null, form: FormData): Promise<MoveStep> {
  const { t } = await getReader();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const resumed = readParts(text("resumed"));
  const parts = readParts(text("parts"));
  const wrong = [resumed, parts].find((one) => typeof one === "string");
  if (typeof resumed === "string" || typeof parts === "string")
    return fail("invalid-input", t("calendar.lineNotRead", { line: String(wrong) }));
  const span = (name: string) =>
    text(`${name}From`) === "" ? null : { from: text(`${name}From`), to: text(`${name}To`) || null };
  const input = {
    ...at,
    ...Object.fromEntries(
      ["opens", "closes", "mainPartEnds", "label", "standing", "timeZone", "note", "reason", "source"].map(
        (name) => [name, text(name)],
      ),
    ),
    resumedParts: resumed,
    parts,
    highLevel: span("highLevel"),
    generalDebate: span("generalDebate"),
  };
  return moveStep(input, form.get("intent") === "apply");
}
