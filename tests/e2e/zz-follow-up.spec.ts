import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, signInAs } from "./support";

// These stories write; they come last, so that the ones before them find the demonstration as it was seeded.

const text = `United Nations A/RES/52/299
General Assembly
Distr.: General
9 January 1998

Fifty-second session
Agenda item 98

Resolution adopted by the General Assembly
[on the report of the Second Committee (A/52/628)]

52/299. Trial of the keys

The General Assembly,

Recalling its resolution 50/119 of 20 December 1995,

1. Requests the Secretary-General to submit to the General Assembly at its fifty-third session a report on the implementation of the present resolution;

2. Takes note of the report of the Secretary-General;

3. Decides to include in the provisional agenda of its fifty-fourth session an item entitled "Trial of the keys".

77th plenary meeting
18 December 1997
`;

/** Two people, each in a browser of their own: axe asks for a context too. */
const twoPeople = async (browser: Browser): Promise<[Page, Page]> => {
  const pages = [
    await (await browser.newContext()).newPage(),
    await (await browser.newContext()).newPage(),
  ] as const;
  return [...pages];
};
/** The first J counts once the page listens. */
const begin = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("j");
    await expect(page.locator("[data-card]").first()).toBeFocused({ timeout: 500 });
  }).toPass();

const says = (page: Page, words: RegExp) => expect(page.getByText(words).first()).toBeVisible();

test("a text that is pasted is reviewed with one key a proposal, and a key takes the last one back", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "secretary");
  await page.goto("/import");
  await page.fill("textarea[name=text]", text);
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByRole("button", { name: "Store and review" }).click();
  await page.getByRole("link", { name: "Review its proposals" }).click();
  await says(page, /0 of 3 paragraphs decided/);
  await begin(page);
  await page.keyboard.press("a");
  await says(page, /1 of 3 paragraphs decided/);
  await page.keyboard.press("u");
  await says(page, /0 of 3 paragraphs decided/);
  await page.reload();
  // One key a proposal: after each, the next one that waits has the focus.
  await begin(page);
  for (const decided of [1, 2, 3]) {
    await page.keyboard.press("a");
    await says(
      page,
      decided === 3 ? /All 3 paragraphs are decided/ : new RegExp(`${decided} of 3 paragraphs decided`),
    );
  }
  await says(page, /All 3 paragraphs are decided/);
  await expectAccessible(page);
});

test("a focal point starts work with S and one more key, takes it back, and the record keeps both", async ({
  page,
}) => {
  await signInAs(page, "focalPoint");
  await page.goto("/tasks");
  await page
    .getByRole("link", { name: /to report to it at that session/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Open the full page" }).click();
  await expect(page.locator("h1")).toContainText("report to it at that session");
  await page.keyboard.press("s");
  await page.getByRole("button", { name: /Start work/ }).waitFor();
  await page.keyboard.press("1");
  await expect(page.getByText(/María López started work/).first()).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.locator("main")).toContainText(/took the last change back; it is pending again/);
  await expect(page.locator("main")).toContainText(/María López started work/);
});

test("the second of two writers is shown what the first one changed, and sets theirs on top of it", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [first, second] = await twoPeople(browser);
  await signInAs(first, "focalPoint");
  await signInAs(second, "contributor");
  for (const page of [first, second]) {
    await page.goto("/tasks/12");
    await page.getByText("Set dates of the plan").click();
  }
  const put = async (page: Page, day: string) => {
    await page.fill("input[name=internalTarget]", day);
    await page
      .locator("form", { has: page.locator("input[name=internalTarget]") })
      .getByRole("button")
      .click();
  };
  await put(first, "1999-06-01");
  await expect(first.locator("main")).toContainText(/set the internal target to 1 June 1999/);
  await put(second, "1999-05-03");
  await expect(second.getByRole("alert").filter({ hasText: "changed since" })).toContainText(
    /set the internal target to 1 June 1999/,
  );
  await put(second, "1999-05-03");
  await expect(second.locator("main")).toContainText(/Tom Berg set the internal target to 3 May 1999/);
  await first.close();
  await second.close();
});

test("a round reaches the unit, its answer comes back, and another person accepts it", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [secretary, unit] = await twoPeople(browser);
  await signInAs(secretary, "secretary");
  await secretary.goto("/rounds/new?q=in:A/RES/52/205+session:GA-54");
  await secretary.fill("input[name=title]", "Before the fifty-fourth session");
  await secretary.getByRole("button", { name: /Send to/ }).click();
  await expect(secretary.locator("h1")).toHaveText("Before the fifty-fourth session");
  await expectAccessible(secretary);
  const address = new URL(secretary.url()).pathname;
  await signInAs(unit, "contributor");
  await unit.goto("/inbox");
  await expect(unit.locator("main")).toContainText(/Ana Silva asks how one task stands/);
  await unit.goto(address);
  await unit.locator("main summary").filter({ hasText: "Answer" }).first().click();
  await unit.locator("textarea[name=note]").first().fill("The outline is with the unit.");
  await unit.getByRole("button", { name: "Send the answer" }).first().click();
  await expect(unit.locator("main")).toContainText("Answered; a Secretary decides");
  await secretary.reload();
  await secretary.getByRole("button", { name: "Accept" }).first().click();
  await expect(secretary.locator("main")).toContainText("1 accepted");
  // Those who have not answered are reminded, once; then the round is closed, and the unit can answer no more.
  await secretary.getByRole("button", { name: /^Remind \d+ units?$/ }).click();
  await expect(secretary.locator("main")).toContainText("The units were reminded on 3 August 1998.");
  await secretary.locator("main summary", { hasText: "Close the round" }).click();
  await secretary.fill("input[name=reason]", "The session begins.");
  await secretary.getByRole("button", { name: "Close the round" }).click();
  await expect(secretary.locator("main")).toContainText(/Closed by Ana Silva.*The session begins\./);
  await expectAccessible(secretary);
  await unit.reload();
  await expect(unit.locator("main summary").filter({ hasText: "Answer" })).toHaveCount(0);
  await secretary.close();
  await unit.close();
});

test("a question to a person arrives in that person's inbox and is answered where it was asked", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [asker, asked] = await twoPeople(browser);
  await signInAs(asker, "secretary");
  await asker.goto("/tasks/8");
  await asker.locator("textarea[name=text]").last().pressSequentially("@Tom");
  await asker
    .getByRole("listbox")
    .getByRole("option", { name: /Tom Berg/ })
    .waitFor();
  await asker.keyboard.press("Enter");
  await asker.keyboard.type("when is the documentation cleared?");
  await asker.getByLabel("This is a question").check();
  await asker.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(asker.locator("main")).toContainText("Waits for an answer");
  await signInAs(asked, "contributor");
  await asked.goto("/inbox");
  await expect(asked.locator("main")).toContainText(/Ana Silva asks you about task 8/);
  await asker.close();
  await asked.close();
});
