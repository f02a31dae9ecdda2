import { describe, expect, it } from "vitest";
import { packs } from "@/lib/core/language/packs";
import { fold } from "@/lib/core/text/fold";

describe.each(Object.values(packs).map((pack) => [pack.language, pack] as const))(
  "ordinals in %s",
  (_, pack) => {
    const { ordinals } = pack;

    it("come back from their own words, 1 to 200, printed and folded", () => {
      const wrong = Array.from({ length: 200 }, (_, index) => index + 1).filter((number) => {
        const words = ordinals.format(number);
        return (
          ordinals.parse(words) !== number ||
          ordinals.parse(fold(words, pack.language === "zh").text) !== number
        );
      });
      expect(wrong).toEqual([]);
    });

    it("are each found whole in a text, so that 70 is not read in 78", () => {
      const whole = new RegExp(`^${ordinals.pattern}$`);
      const wrong = Array.from({ length: 200 }, (_, index) => index + 1).filter(
        (number) => !whole.test(fold(ordinals.format(number), pack.language === "zh").text),
      );
      expect(wrong).toEqual([]);
    });

    it("reads nothing from words that are no number", () => {
      expect(ordinals.parse("")).toBeNull();
      expect(ordinals.parse("session")).toBeNull();
    });
  },
);

it.each([
  ["fr", "soixante-dix-huitième, soixante-dix-neuvième et quatre-vingtième", [78, 79, 80]],
  ["fr", "soixante et onzième", [71]],
  ["es", "septuagésimo octavo, septuagésimo noveno y octogésimo", [78, 79, 80]],
  ["ru", "семьдесят восьмой, семьдесят девятой и восьмидесятой", [78, 79, 80]],
  ["ar", "الثامنة والسبعين والتاسعة والسبعين والثمانين", [78, 79, 80]],
  ["zh", "第七十八、七十九和八十", [78, 79, 80]],
] as const)("reads a list of sessions in %s: %s", (language, words, numbers) => {
  const pack = packs[language];
  expect(pack.ordinals.parseList(fold(words, language === "zh").text)).toEqual(numbers);
});
