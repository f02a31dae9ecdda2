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
  ["/resolutions", /A\/RES\/52\/205/],
  ["/series/A/RES/52/205", /52\/205/],
  ["/calendar", /General Assembly/],
  ["/calendar/GA/53", /9 September 1998/],
  ["/calendar/holidays", /New York/],
  ["/series", /52\/205/],
  ["/calendar/slips", /date|slip/i],
  ["/rounds", /round/i],
  ["/rounds/new", /unit/i],
  ["/tasks?layout=board", /Pending/],
  ["/tasks?layout=timeline", /52\/205/],
  ["/reports/accuracy", /reading|accura/i],
  ["/reminders/sent", /remind/i],
  ["/reminders/policies", /polic|remind/i],
  ["/reminders/units", /unit/i],
  ["/settings/reminders", /digest|remind/i],
  ["/settings/feeds", /calendar/i],
  ["/sign-out", /sign out/i],
] as const;

/** The wide and the narrow window: a desk, and the width of a telephone or of a page at 400 % (WCAG 1.4.10). */
const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 700 };

// Each page is loaded once for its looks: the document is the same, only colours and widths change.
test.use({ colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });

test("every page shows what it is for, and axe finds no fault in light, in dark and on a narrow screen", async ({
  page,
}) => {
  test.setTimeout(420_000);
  await page.goto("/sign-in");
  await expectAccessibleInEveryLook(page, "/sign-in");
  await signInAs(page, "secretary");
  for (const [path, words] of pages) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.locator("main")).toContainText(words);
      await expectAccessibleInEveryLook(page, path);
    });
  }
});

test("in Arabic every page runs from right to left without a fault, at a desk and on a narrow screen", async ({
  page,
}) => {
  test.setTimeout(420_000);
  await signInAs(page, "secretary");
  await page.context().addCookies([{ name: "locale", value: "ar", url: page.url() }]);
  for (const [nth, [path]] of pages.entries()) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      // What axe finds lies in the document, which is the same in English: a sample keeps the walk short.
      if (nth % 4 === 0) await expectAccessible(page);
      await expectNoSidewaysScrolling(page, path);
      await page.setViewportSize(narrow);
      await expectNoSidewaysScrolling(page, path);
      await page.setViewportSize(wide);
    });
  }
});

async function expectAccessibleInEveryLook(page: Page, path: string): Promise<void> {
  await expectAccessible(page);
  await inTheme(page, "dark");
  await expectAccessible(page, "colours");
  await inTheme(page, "light");
  await page.setViewportSize(narrow);
  await expectNoSidewaysScrolling(page, path);
  await expectAccessible(page, "sizes");
  await page.setViewportSize(wide);
}

async function expectNoSidewaysScrolling(page: Page, path: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, path).toBeLessThanOrEqual(0);
}

/** Changes the theme and waits until the colours have: even without motion they take a frame or two. */
async function inTheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((next) => requestAnimationFrame(next));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}
