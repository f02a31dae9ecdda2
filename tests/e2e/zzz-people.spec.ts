import { type Browser, expect, type Page, test } from "@playwright/test";
import { type accounts, expectAccessible, signInAs } from "./support";

// The forms of a task and of people, each clicked as its users do. These stories write; they come after the others.

const open = async (browser: Browser, who: keyof typeof accounts): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, who);
  return page;
};
/** Unfolds what a summary says and gives the form below it. */
const unfold = async (page: Page, words: string) => {
  const details = page.locator("main details").filter({ has: page.locator("summary", { hasText: words }) });
  await details.locator("summary").first().click();
  return details.locator("form").first();
};

test("a contributor asks for another deadline, and a Secretary declines with a reason", async ({
  browser,
}) => {
  const asker = await open(browser, "contributor");
  await asker.goto("/tasks/12");
  const asked = await unfold(asker, "Ask for another deadline");
  await asked.locator("[name=deadline]").fill("1999-11-30");
  await asked.locator("[name=reason]").fill("The survey of countries ends in October.");
  await asked.locator("button[type=submit]").click();
  await expect(asker.locator("main")).toContainText("asked for the deadline to become 30 November 1999");
  const secretary = await open(browser, "secretary");
  await secretary.goto("/tasks/12");
  await expectAccessible(secretary);
  await secretary.fill("#decline-reason", "The item is taken up earlier.");
  await secretary
    .locator("form", { has: secretary.locator("#decline-reason") })
    .getByRole("button")
    .click();
  await expect(secretary.locator("main")).toContainText("The item is taken up earlier.");
  await expect(secretary.locator("#decline-reason")).toHaveCount(0);
  await asker.close();
  await secretary.close();
});

test("a Secretary corrects the words of a task; the history keeps the old ones with the reason", async ({
  browser,
}) => {
  const page = await open(browser, "secretary");
  await page.goto("/tasks/5");
  const form = await unfold(page, "Correct the words");
  const before = await form.locator("[name=ask]").inputValue();
  await form.locator("[name=ask]").fill(`${before} (corrected)`);
  await form.locator("[name=reason]").fill("As in the corrigendum.");
  await form.locator("button[type=submit]").click();
  await expect(page.locator("h1")).toContainText("(corrected)");
  await expect(page.locator("main")).toContainText("As in the corrigendum.");
  await page.close();
});

test("a Secretary ties a task to its parent, and a task cannot be tied to itself", async ({ browser }) => {
  const page = await open(browser, "secretary");
  await page.goto("/tasks/5");
  const form = await unfold(page, "Tie to a task");
  await form.locator("[name=relation]").selectOption("previous");
  await form.locator("[name=other]").fill("5");
  await form.locator("button[type=submit]").click();
  await expect(page.getByRole("alert").filter({ hasText: "tied to itself" })).toBeVisible();
  await form.locator("[name=relation]").selectOption("parent");
  await form.locator("[name=other]").fill("4");
  await form.locator("button[type=submit]").click();
  await expect(page.locator("main a[href='/tasks/4']").first()).toBeVisible();
  await page.close();
});

test("a file is kept as evidence and served as a download; what is no document is refused", async ({
  browser,
}) => {
  const page = await open(browser, "contributor");
  await page.goto("/tasks/12");
  const form = await unfold(page, "Attach a document");
  await form.locator("[name=file]").setInputFiles({
    name: "page.html",
    mimeType: "text/html",
    buffer: Buffer.from("<script>alert(1)</script>"),
  });
  await form.locator("button[type=submit]").click();
  await expect(page.getByRole("alert").filter({ hasText: /kind|PDF/ })).toBeVisible();
  await form.locator("[name=title]").fill("Outline of the report");
  await form
    .locator("[name=file]")
    .setInputFiles({ name: "outline.txt", mimeType: "text/plain", buffer: Buffer.from("Outline: 1. Scope") });
  await form.locator("button[type=submit]").click();
  const link = page.locator("main a[href^='/api/evidence/']").first();
  await expect(link).toHaveText("outline.txt");
  const got = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(await got.text()).toBe("Outline: 1. Scope");
  const headers = got.headers();
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-disposition"]).toMatch(/^attachment/);
  expect(headers["content-security-policy"]).toMatch(/default-src 'none'/);
  expect(headers["content-security-policy"]).toMatch(/sandbox/);
  expect(headers["cache-control"]).toMatch(/private|no-store/);
  await page.close();
});

test("somebody stands in during leave, works on the tasks of the other, and the record names both", async ({
  browser,
}) => {
  const page = await open(browser, "focalPoint");
  await page.goto("/settings#leave");
  await page.locator("[name=delegateId]").selectOption({ label: "Luis Haddad" });
  await page.locator("[name=from]").fill("1998-08-01");
  await page.locator("[name=until]").fill("1998-08-20");
  await page
    .locator("form", { has: page.locator("[name=delegateId]") })
    .getByRole("button")
    .click();
  await expect(page.locator("main")).toContainText(/Luis Haddad.*20 August 1998/s);
  await page.locator("[name=delegateId]").selectOption("");
  await page
    .locator("form", { has: page.locator("[name=delegateId]") })
    .getByRole("button")
    .click();
  await expect(page.locator("main")).not.toContainText("20 August 1998");
  await page.close();
  const admin = await open(browser, "admin");
  await admin.goto("/audit?action=delegate-changed");
  await expect(admin.locator("main")).toContainText(/Luis Haddad, 1998-08-01, 1998-08-20|stands in for/);
  await admin.close();
});

test("several tasks are changed at once, and each that was refused says why on its own row", async ({
  browser,
}) => {
  const page = await open(browser, "focalPoint");
  await page.goto("/tasks");
  const boxes = page.locator("input[form=bulk][type=checkbox]");
  await expect(boxes.first()).toBeVisible();
  await expect(async () => {
    for (const box of await boxes.all()) await box.check();
    await expect(page.locator("form#bulk")).toHaveAttribute("data-shown", "true", { timeout: 500 });
  }).toPass();
  await page.locator("#bulk-kind").selectOption("target");
  await page.locator("#bulk-target").fill("1999-03-01");
  await page.locator("#bulk-reason").fill("One target for all.");
  await page.locator("form#bulk").getByRole("button").first().click();
  await expect(page.locator("form#bulk [role=status] li").first()).toBeVisible();
  await expect(page.locator("form#bulk [role=status]")).toContainText(/Task \d+/);
  await expectAccessible(page);
  await page.close();
});
