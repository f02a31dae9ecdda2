import type { Translate } from "@/lib/i18n/translate";
import type { ImportProgress } from "@/lib/services/import";

/** Whether an import is at work, was stopped or has ended, in a word. */
export function stateOf(one: Pick<ImportProgress, "state" | "isStopped">, t: Translate): string {
  if (one.state !== "running") return t("importFiles.finished");
  return t(one.isStopped ? "importFiles.stopped" : "importFiles.running");
}

/** How many files ended in which way. */
export function tallyOf({ tally }: Pick<ImportProgress, "tally">, t: Translate): string {
  const { created = 0, version = 0, expression = 0, unchanged = 0, refused = 0 } = tally;
  return t("importFiles.tally", { created, version, expression, unchanged, refused });
}
