import { organInWords } from "@/lib/core/calendar/session-names";
import type { Translate } from "@/lib/i18n/translate";

/** The name of a series of sessions: those of one organ are told apart. "GA-special" → "General Assembly, special sessions". */
export function seriesName(t: Translate, organ: string): string {
  const kind = /-(special|emergency|numbered)$/u.exec(organ)?.[1] ?? "regular";
  return t("calendar.seriesName", { organ: organInWords(organ), kind });
}
