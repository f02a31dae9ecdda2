import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./support";

const pages = [
  ["/my", /today|open|tasks/i],
  ["/tasks", /Tasks/],
  ["/tasks/1", /52\/205/],
  ["/review", /Every resolution is reviewed/],
  ["/review/A/RES/52/205", /All 12 paragraphs are decided/],
  ["/resolutions/A/RES/52/205", /Economic and technical cooperation/],
  ["/dashboard", /12 tasks are pending/],
  ["/sessions", /General Assembly/],
  ["/sessions/GA/53", /9 September 1998/],
  ["/bodies", /South-South Cooperation/],
  ["/bodies/secretary-general", /Load and record/],
  ["/find?q=cooperation", /Paragraphs/],
  ["/reports", /What falls due when/],
  ["/reports/load", /How many reports come before/],
  ["/reports/reading", /Have we read everything adopted/],
  ["/reports/sessions/GA/53", /Shall we be ready/],
  ["/publish/A/RES/52/205", /What everybody would read/],
  ["/reminders", /remind/i],
  ["/inbox", /inbox/i],
  ["/import", /import|resolution/i],
  ["/settings", /How you are reached/],
  ["/settings/security", /Second step/],
  ["/settings/tokens", /Make a token/],
  ["/settings/people", /Everybody of this installation/],
  ["/settings/installation", /Ways of signing in/],
  ["/audit", /signed in with a password/],
] as const;

/** Further places, each with words that only a page that works shows. */
const furtherPages = [
  ["/resolutions", /52\/205/],
  ["/series", /./],
  ["/series/A/RES/52/205", /52\/205/],
  ["/calendar", /General Assembly/],
  ["/calendar/GA/53", /Standing|Source/],
  ["/calendar/holidays", /New York/],
  ["/calendar/slips", /No deadline was moved|moved/],
  ["/rounds", /round/i],
  ["/rounds/new", /question/i],
  ["/tasks?layout=board", /Paragraph|§/],
  ["/tasks?layout=timeline", /§/],
  ["/reports/accuracy", /./],
  ["/reminders/sent", /./],
  ["/reminders/policies", /./],
  ["/reminders/units", /./],
  ["/settings/reminders", /./],
  ["/settings/feeds", /./],
  ["/settings/bodies", /./],
  ["/sign-out", /Sign out/],
] as const;
const allPages = [...pages, ...furtherPages];

/** All of them with PAGES=all; else a part, so that the walk of one theme or language stays short. */
const each = (nth: number, other: number): boolean => process.env.PAGES === "all" || nth % other === 0;

/** Two pages of one browser go through the list side by side: while one is drawn, the other is looked at. */
async function walk<Place>(
  page: Page,
  places: readonly Place[],
  visit: (page: Page, place: Place) => Promise<void>,
) {
  const second = await page.context().newPage();
  const waiting = [...places];
  const go = async (one: Page): Promise<void> => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) await visit(one, place);
  };
  await Promise.all([go(page), go(second)]);
}

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in the ${scheme} theme`, () => {
    test.use({ colorScheme: scheme });
    test("every page shows what it is for, and axe finds no fault on it", async ({ page }) => {
      test.setTimeout(600_000);
      // The dark theme has the same document; only its colours can be at fault.
      const what = scheme === "dark" ? "colours" : "everything";
      await page.goto("/sign-in");
      await expectAccessible(page, what);
      await signInAs(page, "secretary");
      const walked =
        scheme === "dark"
          ? pages.filter((_page, nth) => each(nth + 1, 3))
          : [...pages, ...furtherPages.filter((_page, nth) => each(nth, 2))];
      await walk(page, walked, (one, [path, words]) =>
        test.step(path, async () => {
          await one.goto(path);
          await expect(one.locator("main")).toContainText(words);
          await expectAccessible(one, what);
        }),
      );
    });
  });
}

test("in Arabic every page runs from right to left, and nothing needs scrolling sideways at a desk or on a telephone", async ({
  page,
}) => {
  test.setTimeout(480_000);
  await signInAs(page, "secretary");
  await page.context().addCookies([{ name: "locale", value: "ar", url: page.url() }]);
  await walk(page, [...allPages.entries()], (one, [nth, [path]]) =>
    test.step(path, async () => {
      await one.goto(path);
      await expect(one.locator("html")).toHaveAttribute("dir", "rtl");
      // What axe finds lies in the document, which is the same in English: a sample keeps the walk short.
      if (each(nth, 6)) await expectAccessible(one);
      for (const width of [320, 1280]) {
        await one.setViewportSize({ width, height: 800 });
        const over = await one.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over, `${path} at ${width} px`).toBeLessThanOrEqual(0);
        // What narrow pages alone can have: targets that are too small or too near, regions that keys cannot scroll.
        if (width === 320 && each(nth, 3)) await expectAccessible(one, "sizes");
      }
    }),
  );
});
