import { expect, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { accounts, expectAccessible, signInAs } from "./support";

test("the second step: set up with a code of the phone, asked for at the next sign-in, and turned off", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "viewer");
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Set the second step up" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  const secret = await page.getByText(/^[A-Z2-7]{32}$/).innerText();
  const phone = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByLabel("Code of the phone").fill(phone.generate());
  await page.getByRole("button", { name: "Take it into use" }).click();
  const codes = page.getByRole("status").getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recovery = await codes.first().innerText();

  await page.goto("/sign-out");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto("/sign-in?next=/dashboard");
  await page.fill("input[name=email]", accounts.viewer);
  await page.fill("input[name=password]", "follow-up-1998");
  await page.click("button[type=submit]");
  await expect(page).toHaveURL(/second-step/);
  await expectAccessible(page);
  // Half in is not in.
  await page.goto("/tasks");
  await expect(page).toHaveURL(/second-step/);
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await page.getByLabel("Code").fill(recovery);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).not.toHaveURL(/second-step/);

  await page.goto("/settings/security");
  await page.getByText("Turn the second step off").first().click();
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + 30_000 });
  await page.locator("#step-end").fill(code);
  await page.getByRole("button", { name: "Turn the second step off" }).click();
  await expect(page.getByRole("button", { name: "Set the second step up" })).toBeVisible();
});

test("an invitation: its link is shown once, sets a password and opens within the role given", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "admin");
  await page.goto("/settings/people");
  await page.getByRole("textbox", { name: "E-mail" }).fill("new.colleague@example.org");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("New Colleague");
  await page.getByLabel("First role").selectOption("VIEWER");
  await page.getByRole("button", { name: "Invite" }).click();
  const link = await page.getByText(/\/sign-in\/invitation\//).innerText();
  const fresh = await (await browser.newContext()).newPage();
  await fresh.goto(new URL(link).pathname, { waitUntil: "networkidle" });
  await expectAccessible(fresh);
  await fresh.getByLabel("New password").fill("a few words do well");
  await fresh.getByRole("button", { name: /Choose this password/ }).click();
  await expect(fresh).not.toHaveURL(/sign-in/);
  await fresh.goto("/settings");
  await expect(fresh.locator("main")).toContainText("Viewer everywhere");
  await fresh.goto(new URL(link).pathname);
  await expect(fresh.locator("main")).toContainText("This invitation is over");
  await fresh.context().close();

  await page.goto("/audit?action=invitation-accepted");
  await expect(page.locator("main")).toContainText("New Colleague accepted the invitation");
});

test("work is handed over: what a person holds is shown, each task gets its line, what stays says why", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signInAs(page, "admin");
  await page.goto("/settings/people?q=nadia");
  await page.getByRole("link", { name: /Hand over the work of Nadia/ }).click();
  await expect(page.locator("main")).toContainText(/Nadia Petrova holds 3 open tasks/);
  await expectAccessible(page);
});
