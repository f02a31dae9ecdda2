"use server";

import { revalidatePath } from "next/cache";
import { ask, askPlain } from "@/app/_server/context";
import { readSessionName } from "@/app/_server/session-name";
import { getReader } from "@/app/_ui/reader";
import type { BulkResult } from "@/app/_ui/task-list/bulk-bar";
import type { BulkChoice } from "@/app/_ui/task-list/bulk-gate";
import { readRules } from "@/app/(desk)/review/deadline-text";
import { ok } from "@/lib/core/result";
import { saySentence } from "@/lib/i18n/failure";
import { bulkChange } from "@/lib/services/bulk-change";
import { bulkChoices } from "@/lib/services/bulk-choices";
import { bulkChangeInput } from "@/lib/services/inputs";
import { bulkProps } from "./bulk-words";

/** What the bar under a list offers this person; nothing where that cannot be told. */
export async function whatToChange(): Promise<BulkChoice | undefined> {
  const choices = await askPlain(bulkChoices);
  return choices.ok ? bulkProps(choices.value, (await getReader()).t) : undefined;
}

/** Changes the ticked tasks; what is refused says why, row by row. */
export async function changeSelected(_previous: BulkResult | null, form: FormData): Promise<BulkResult> {
  const rows = form.getAll("task").map((value) => {
    const [number, expectedVersion] = String(value).split(" ");
    return { number, expectedVersion };
  });
  const given = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  const result = await ask(bulkChange, bulkChangeInput, { rows, change: changeOf(given) });
  if (!result.ok) return result;
  revalidatePath("/", "layout");
  const { t, locale } = await getReader();
  const { changed, refused } = result.value;
  return ok({
    message: t("tasks.bulk.changed", { changed, refused }),
    rows: result.value.rows.map(({ number, ok: isOk, message }) => ({
      number,
      ok: isOk,
      message: isOk ? message : saySentence(locale, message),
    })),
  });
}

/** What the fields of the bar say, in the shape of the use case; the schema refuses what does not fit. */
function changeOf(given: Readonly<Record<string, string>>): Record<string, unknown> {
  const reason = given.reason ?? "";
  switch (given.kind) {
    case "owner":
      return { kind: "owner", ownerId: given.ownerId || null, reason };
    case "unit":
      return { kind: "unit", responsibleId: given.responsibleId || null, reason };
    case "target":
      return { kind: "target", internalTarget: given.internalTarget ?? "", reason };
    case "deadline":
      return {
        kind: "deadline",
        rules: readRules(given.deadline ?? "", []),
        authorisingText: given.authorisingText ?? "",
        reason,
      };
    case "watch":
      return { kind: "watch", watch: given.watch === "1" };
    default:
      return {
        kind: "status",
        transition: given.transition,
        reason,
        documentSymbol: given.documentSymbol ?? "",
        jobNumber: given.jobNumber ?? "",
        decidingDocument: given.decidingDocument ?? "",
        successor: given.successor ?? "",
        evidence: given.evidence ? [{ symbol: given.evidence }] : [],
        newSession: readSessionName(given.newSession),
        reviewSession: readSessionName(given.reviewSession),
      };
  }
}
