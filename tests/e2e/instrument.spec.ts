import { expect, test } from "@playwright/test";
import { signInAs } from "./support";

test("the palette knows a symbol in any habit of typing, and Enter goes there", async ({ page }) => {
  await signInAs(page, "secretary");
  await page.goto("/tasks");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("ga 52/205");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/resolutions\/A\/RES\/52\/205$/);
});

test("search marks its hits, narrows by kind in the address, and puts a slip of the keys right", async ({
  page,
}) => {
  await signInAs(page, "secretary");
  await page.goto("/find?q=provisional agenda");
  await expect(page.locator("mark").first()).toBeVisible();
  await page.getByRole("link", { name: /^Paragraphs/ }).click();
  await expect(page).toHaveURL(/kind=texts/);
  await page.goto("/find?q=coperation");
  await expect(page.getByRole("status").filter({ hasText: "cooperation" })).toBeVisible();
});

test("a mark of a chart leads to exactly its rows", async ({ page }) => {
  await signInAs(page, "secretary");
  await page.goto("/reports/sessions/GA/53");
  await page.getByRole("link", { name: "Handed over: 2" }).click();
  await expect(page).toHaveURL(/\/tasks/);
  await expect(page.getByText("2 tasks").first()).toBeVisible();
});

test("shift-click ticks a range of rows, and X ticks the row that has the focus", async ({ page }) => {
  await signInAs(page, "secretary");
  await page.goto("/tasks");
  const boxes = page.locator('[data-row] input[type="checkbox"]');
  await boxes.nth(0).click();
  await expect(page.getByText("1 selected")).toBeVisible();
  await boxes.nth(3).click({ modifiers: ["Shift"] });
  await expect(page.locator('[data-row] input[type="checkbox"]:checked')).toHaveCount(4);
  await page.locator("[data-row]").nth(5).focus();
  await page.keyboard.press("x");
  await expect(boxes.nth(5)).toBeChecked();
});

test("without a connection nothing is sent, what was typed stays, and the page says so", async ({
  page,
  context,
}) => {
  await signInAs(page, "secretary");
  await page.goto("/tasks");
  await page.fill("#filter", "is:overdue");
  await context.setOffline(true);
  await expect(page.getByText("You are offline.").first()).toBeVisible();
  await page.focus("#filter");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/what you typed is still here/)).toBeVisible();
  await expect(page.locator("#filter")).toHaveValue("is:overdue");
  await context.setOffline(false);
  await expect(page.getByText("The connection is back.")).toBeVisible();
});

test("a server that does not answer costs nothing: the page says so, and what was typed stays", async ({
  page,
}) => {
  await signInAs(page, "secretary");
  await page.goto("/tasks/3", { waitUntil: "networkidle" });
  await page.route("**/tasks/3", (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await page.getByLabel("Comment", { exact: true }).fill("The report is with the editors.");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(page.getByText("The server could not be reached.")).toBeVisible();
  await expect(page.getByLabel("Comment", { exact: true })).toHaveValue("The report is with the editors.");
  await expect(page.locator("h1")).toBeVisible();
});

test("every value of a task lights its words in the text, by keys alone", async ({ page }) => {
  await signInAs(page, "secretary");
  await page.goto("/tasks/10", { waitUntil: "networkidle" });
  const values = page.locator("button[data-lights]");
  expect(await values.count()).toBeGreaterThan(8);
  for (const value of await values.all()) {
    await value.focus();
    await expect(page.locator("mark[data-lit]").first()).toBeVisible();
  }
  const lead = page.getByRole("button", { name: /^Lead Secretary-General/ });
  await expect(lead).toContainText("Exact words · by rule addressee");
  await lead.focus();
  await expect(page.locator('mark[data-lit="strong"]')).toHaveText("Secretary-General");
});

test("the board has the keys of the table: J reaches a card, S its moves, Escape gives the focus back", async ({
  page,
}) => {
  await signInAs(page, "secretary");
  await page.goto("/tasks?layout=board", { waitUntil: "networkidle" });
  const card = page.locator("[data-row]").first();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(card).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("s");
  await expect(page.locator("dialog [data-move]").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(card.locator("[data-status-button]")).toBeFocused();
});

test("a card is dragged to the column of its next status, can be taken back, and is told where it cannot go", async ({
  page,
}) => {
  await signInAs(page, "secretary");
  await page.goto("/tasks?layout=board", { waitUntil: "networkidle" });
  const [pending, begun] = ["PENDING", "IN_PROGRESS"].map((status) =>
    page.locator(`[data-column=${status}]`),
  );
  if (!pending || !begun) throw new Error("The board has these columns.");
  const card = pending.locator("[data-row]", { hasText: "to report to it at that session" });
  await card.dragTo(begun.locator("h2"));
  await expect(begun.locator("[data-row]", { hasText: "to report to it at that session" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card).toBeVisible();
  await card.dragTo(page.locator("[data-column=IMPLEMENTED]").locator("h2"));
  await expect(page.locator("dialog[open]")).toContainText("cannot be moved there now");
  await page.keyboard.press("Escape");
});
