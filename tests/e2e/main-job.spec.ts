import { expect, test } from "@playwright/test";
import { signInAs } from "./support";

test("a wrong password is refused in words that do not say which accounts exist", async ({ page }) => {
  await page.goto("/sign-in");
  for (const email of ["ana.silva@example.org", "nobody@example.org"]) {
    await page.fill("input[name=email]", email);
    await page.fill("input[name=password]", "not the password");
    await page.click("button[type=submit]");
    await expect(page.getByRole("alert").first()).toBeVisible();
  }
  await expect(page).toHaveURL(/sign-in/);
});

test("a visitor is sent to sign in and sees no task", async ({ page }) => {
  await page.goto("/tasks");
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByText("commemorative meeting")).toHaveCount(0);
});

test("a coordination officer finds the twelve actions of 52/205, each value standing on its words", async ({
  page,
}) => {
  await signInAs(page, "secretary");
  await page.goto("/review/A/RES/52/205");
  await expect(page.getByText("All 12 paragraphs are decided.")).toBeVisible();
  await expect(page.locator("mark").filter({ hasText: "Administrative" }).first()).toBeVisible();
  await page.goto("/tasks");
  await expect(page.getByText("12 tasks").first()).toBeVisible();
});

test("the chief reads the pending mandates, and a number leads to exactly its rows", async ({ page }) => {
  await signInAs(page, "secretary");
  await page.goto("/dashboard");
  await page.getByRole("link", { name: "12 tasks are pending" }).click();
  await expect(page).toHaveURL(/\/tasks/);
  await expect(page.getByText("12 tasks").first()).toBeVisible();
});

test("as of a day before its adoption nothing of 52/205 is pending", async ({ page }) => {
  await signInAs(page, "secretary");
  await page.goto("/dashboard?asOf=1997-12-01");
  await expect(page.locator("main")).not.toContainText("12 tasks are pending");
});

test("the task of paragraph 9 tells how its date was worked out, from rule to day", async ({ page }) => {
  await signInAs(page, "focalPoint");
  await page.goto("/tasks");
  await page
    .getByRole("link", { name: /one-day commemorative meeting/ })
    .first()
    .click();
  await expect(page.locator("body")).toContainText(/9 September 1998/);
});

test("the session brief of the 53rd session names its source", async ({ page }) => {
  await signInAs(page, "viewer");
  await page.goto("/sessions/GA/53");
  await expect(page.locator("main")).toContainText("A/RES/52/232");
});
