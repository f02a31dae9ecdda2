import { describe, expect, it } from "vitest";
import { actions, filesNamed, pages, routes, serverActions } from "../support/doors";

/** What stands in the app and not in the table, and the other way round. */
const compared = (there: readonly string[], table: object) => ({
  withoutRow: there.filter((one) => !Object.hasOwn(table, one)),
  withoutDoor: Object.keys(table).filter((one) => !there.includes(one)),
});
const whole = { withoutRow: [], withoutDoor: [] };
const how = (what: string) =>
  `Say in tests/support/doors.ts who may pass each new ${what} (a line in \`${what}s\`), and run npm run test:e2e -- doors.`;

// Who may pass is written down before a door opens; tests/e2e/doors.spec.ts then walks through each as each role.
describe("the table of doors", () => {
  it("has a row for every page", () => {
    expect(compared(filesNamed(/(^|\/)page\.tsx$/), pages), how("page")).toEqual(whole);
  });

  it("has a row for every route", () => {
    expect(compared(filesNamed(/(^|\/)route\.tsx?$/), routes), how("route")).toEqual(whole);
  });

  it("has a row for every server action", () => {
    expect(compared(serverActions(), actions), how("action")).toEqual(whole);
  });

  it("sees actions of both kinds: of files that say so, and of functions that say so inside", () => {
    expect(serverActions()).toEqual(
      expect.arrayContaining(["sign-in/actions.ts#signIn", "sign-out/page.tsx#leave"]),
    );
  });
});
