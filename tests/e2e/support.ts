import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export const accounts = {
  secretary: "ana.silva@example.org",
  otherSecretary: "jun.okada@example.org",
  focalPoint: "maria.lopez@example.org",
  contributor: "tom.berg@example.org",
  viewer: "sam.osei@example.org",
  admin: "admin@example.org",
} as const;

/** Signs in as a person of the demonstration and lands on their first page. */
export async function signInAs(page: Page, who: keyof typeof accounts): Promise<void> {
  await page.goto("/sign-in");
  await page.fill("input[name=email]", accounts[who]);
  await page.fill("input[name=password]", "follow-up-1998");
  await page.click("button[type=submit]");
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Fails with the rules broken and where, if axe finds any fault of WCAG 2.2 A or AA on the page. */
export async function expectAccessible(
  page: Page,
  what: "everything" | "colours" | "sizes" = "everything",
): Promise<void> {
  const axe = new AxeBuilder({ page });
  // What a theme or a width can change; all else was asked of the same document already.
  const rules = {
    colours: ["color-contrast"],
    sizes: ["target-size", "scrollable-region-focusable"],
  } as const;
  const { violations } = await (what !== "everything"
    ? axe.withRules([...rules[what]])
    : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
  ).analyze();
  expect(
    violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => node.html.slice(0, 140))
          .join(" | ")}`,
    ),
  ).toEqual([]);
}
