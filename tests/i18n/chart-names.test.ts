import { expect, it } from "vitest";
import { dayScale, nameWidth, thatFit } from "@/app/_ui/chart/scale";
import { formatDay } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locale";

it.each(locales)(
  "names of months under a line stand apart in %s, from left to right and mirrored",
  (locale) => {
    for (const isMirrored of [false, true])
      for (const [from, to] of [
        ["1998-08-03", "2000-10-05"],
        ["1998-07-01", "1999-09-13"],
        ["1998-08-03", "1998-10-13"],
      ] as const) {
        const scale = dayScale([from, to], 680, isMirrored);
        const name = (day: string) => formatDay(locale, day, "month");
        const shown = [...thatFit(scale.ticks, scale.x, name)];
        expect(shown.length).toBeGreaterThan(1);
        for (const [index, day] of shown.entries()) {
          const before = shown[index - 1];
          if (before === undefined) continue;
          const apart = Math.abs(scale.x(day) - scale.x(before));
          expect(apart).toBeGreaterThan((nameWidth(name(day)) + nameWidth(name(before))) / 2);
        }
      }
  },
);
