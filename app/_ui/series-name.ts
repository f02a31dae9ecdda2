import type { Reader } from "./reader";

/** The name of a series of sessions: those of one organ are told apart. "GA-special" → "General Assembly, special sessions". */
export function seriesName({ t, say }: Pick<Reader, "t" | "say">, organ: string): string {
  const kind = /-(special|emergency|numbered)$/u.exec(organ)?.[1] ?? "regular";
  return t("calendar.seriesName", { organ: say.organ(organ), kind });
}
