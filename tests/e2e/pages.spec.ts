import { expect, test } from "@playwright/test";
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

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in the ${scheme} theme`, () => {
    test.use({ colorScheme: scheme });
    test("every page shows what it is for, and axe finds no fault on it", async ({ page }) => {
      test.setTimeout(360_000);
      // The dark theme has the same document; only its colours can be at fault.
      const what = scheme === "dark" ? "colours" : "everything";
      await page.goto("/sign-in");
      await expectAccessible(page, what);
      await signInAs(page, "secretary");
      for (const [path, words] of pages) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page.locator("main")).toContainText(words);
          await expectAccessible(page, what);
        });
      }
    });
  });
}

test("from right to left axe finds no fault, and nothing needs scrolling sideways", async ({ page }) => {
  test.setTimeout(240_000);
  await signInAs(page, "secretary");
  for (const path of [
    "/my",
    "/tasks",
    "/tasks?layout=board",
    "/dashboard",
    "/reports/sessions/GA/53",
    "/find?q=agenda",
  ]) {
    await page.goto(path);
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    await expectAccessible(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, path).toBeLessThanOrEqual(0);
  }
});

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 320, height: 700 } });
  test("nothing needs scrolling sideways", async ({ page }) => {
    test.setTimeout(240_000);
    await signInAs(page, "secretary");
    for (const [path] of pages) {
      await page.goto(path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});
