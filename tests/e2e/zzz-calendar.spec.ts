import { expect, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./support";

// The calendar as an administrator and a Secretary use it. These stories write; they come after the others.

test("a session that moves shows what will move, and only a second press moves it; each task tells of it", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signInAs(page, "admin");
  await page.goto("/sessions/GA/54");
  const form = page.locator("form", { has: page.locator("#move-reason") });
  await page.locator("main summary", { hasText: "Change the dates" }).first().click();
  const opens = await form.locator("[name=opens]").inputValue();
  const later = new Date(Date.parse(`${opens}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  await form.locator("[name=opens]").fill(later);
  await form.locator("[name=reason]").fill("The Assembly begins a week later.");
  await form.locator("[name=source]").fill("A/53/L.99");
  await form.getByRole("button").first().click();
  await expect(form.locator("strong")).toContainText(/move/i);
  await expect(form.locator("li").first()).toBeVisible();
  // Nothing is stored yet.
  const other = await page.context().newPage();
  await other.goto("/calendar");
  await expect(other.locator("#changes")).not.toContainText("The Assembly begins a week later.");
  await form.getByRole("button").last().click();
  await expect(page.getByText("The Assembly begins a week later.").first()).toBeVisible();
  await other.goto("/calendar");
  await expect(other.locator("main")).toContainText("The Assembly begins a week later.");
  await other.goto("/tasks/11");
  await expect(other.locator("main")).toContainText(/moved the dates of session 54/);
  await expectAccessible(other);
  await other.close();
});

test("a deadline that a Secretary moves needs the text that allows it, and stands in the slip register", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "secretary");
  await page.goto("/calendar/slips");
  await page.goto("/tasks/11");
  await page.locator("main summary", { hasText: "Change the deadline" }).click();
  const form = page.locator("form", { has: page.locator("#deadline-reason") });
  await form.locator("[name=deadline]").fill("GA 55");
  await form.locator("[name=reason]").fill("Taken up a year later.");
  await form.locator("button[type=submit]").click();
  await expect(page.getByRole("alert").filter({ hasText: "symbol of the text" })).toBeVisible();
  await form.locator("[name=authorisingText]").fill("A/DEC/54/490");
  await form.locator("button[type=submit]").click();
  await expect(page.locator("main")).toContainText(/moved the deadline from .* under A\/DEC\/54\/490/);
  await page.goto("/calendar/slips");
  await expect(page.locator("main")).toContainText("A/DEC/54/490");
  await expect(page.locator("main")).toContainText("Taken up a year later.");
  await expectAccessible(page);
});

test("an Admin enters a holiday with its source; the plans keep clear of it, and the page says who entered it", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "admin");
  await page.goto("/calendar/holidays?station=new-york&year=1999");
  await expect(page.locator("main")).toContainText("Independence Day");
  await expectAccessible(page);
  const form = page.locator("form", { has: page.locator("#holiday-name") });
  await form.locator("[name=day]").fill("1999-01-20");
  await form.locator("[name=name]").fill("Eid al-Fitr");
  await form.locator("[name=source]").fill("ST/IC/1998/75");
  await form.locator("[name=reason]").fill("Announced for 1999.");
  await form.locator("button[type=submit]").click();
  const row = page.locator("tr", { hasText: "ST/IC/1998/75" });
  await expect(row).toContainText("entered here");
  await expect(row).toContainText("Kim Adler");
  await row.locator("summary").click();
  await row.locator("[name=reason]").fill("The day was moved.");
  await row.locator("button[type=submit]").click();
  await expect(row).toContainText("The day was moved.");
  await page.goto("/audit");
  await expect(page.locator("main")).toContainText(
    /entered a holiday: Eid al-Fitr, 20 January 1999, New York/,
  );
});

test("the series have a page of their own, with a way to any comparison", async ({ page }) => {
  await signInAs(page, "secretary");
  await page.goto("/series");
  await expect(page.locator("h1")).toHaveText("Series of resolutions");
  await expectAccessible(page);
  await page.fill("input[name=of]", "A/RES/52/205");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/series\/A\/RES\/52\/205$/);
});
