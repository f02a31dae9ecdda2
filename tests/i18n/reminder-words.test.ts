import { describe, expect, it } from "vitest";
import type { Digest } from "@/lib/core/reminder/digest";
import { anchors } from "@/lib/core/reminder/policy";
import type { ReminderReason } from "@/lib/core/reminder/reason";
import { locales } from "@/lib/i18n/locale";
import { reminderWords } from "@/lib/i18n/reminder-words";

const reason = (anchor: ReminderReason["anchor"]): ReminderReason => ({
  anchor,
  anchorDay: "1998-07-10",
  organ: "GA",
  session: 53,
  policyKey: "report",
  policyName: "Report",
});
const counts = { overdue: 1, thisWeek: 0, soon: 2, ahead: 0 };
const digest: Digest = { day: "1998-06-26", lines: [], counts, rest: { count: 3, byBand: counts }, keys: [] };

const saidIn = (language: string): string[] => {
  const words = reminderWords(language);
  return [
    ...anchors.map((anchor) => words.reason(reason(anchor), "1998-06-26")),
    words.subject(digest, "digest"),
    words.subject(digest, "urgent"),
    words.rest(digest) ?? "",
  ];
};

describe("a letter in the person's language", () => {
  const english = saidIn("en");

  it.each(locales.filter((locale) => locale !== "en"))(
    "says why, how much and what was left out in %s, and nothing as in English",
    (locale) => {
      const own = saidIn(locale);
      expect(own.filter((sentence, index) => sentence === english[index] || sentence === "")).toEqual([]);
      for (const sentence of own) expect(sentence).not.toMatch(/\b(?:the|session of|is due|days?|tasks?)\b/);
    },
  );

  it("reads as English for a language that is not spoken here, rather than not at all", () => {
    expect(saidIn("pt")).toEqual(english);
  });
});
