import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { addHoliday, endHoliday, holidaysPage } from "@/lib/services/holidays";
import { ingestText } from "@/lib/services/ingest";
import { addHolidayInput } from "@/lib/services/inputs";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import { taskPage } from "@/lib/services/tasks";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
let number = 0;
const step = () =>
  world.db.task.findFirstOrThrow({ where: { number }, select: { nextStepOn: true, version: true } });
const entry = (given: object) =>
  addHolidayInput.parse({
    station: "new-york",
    day: "1998-07-10",
    name: "A day of closure",
    source: "ST/IC/1998/99",
    reason: "Announced in June.",
    ...given,
  });

beforeAll(async () => {
  world = await aWorld("1998-02-02");
  succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
  const page = succeeded(await reviewPage(world.deps, world.secretary, { symbol: "A/RES/52/205" }));
  const proposal = page.paragraphs
    .flatMap((one) => one.proposals)
    .find((one) => one.stableId.endsWith("#op10/1"));
  const accepted = await acceptProposal(world.deps, world.secretary, {
    resolutionId: page.resolutionId,
    expectedVersion: page.version,
    candidateId: proposal?.id ?? "",
    parentReference: null,
    hostReference: null,
    responsibleId: "dgacm",
    ownerId: null,
  });
  number = succeeded(accepted).taskNumbers[0] ?? 0;
});
afterAll(async () => {
  await world.close();
});

describe("a holiday that an Admin enters", () => {
  it("is refused to everybody else, without source or reason, on a weekend, and where the day is one already", async () => {
    for (const actor of [
      world.secretary,
      world.otherSecretary,
      world.focalPoint,
      world.contributor,
      world.viewer,
    ])
      expect(await addHoliday(world.deps, actor, entry({}))).toMatchObject({
        ok: false,
        error: { code: "not-permitted" },
      });
    for (const [given, field] of [
      [{ source: "" }, "source"],
      [{ reason: "" }, "reason"],
      [{ day: "1998-07-11" }, "day"],
      [{ day: "1998-12-25" }, "day"],
    ] as const)
      expect(await addHoliday(world.deps, world.admin, entry(given))).toMatchObject({
        ok: false,
        error: { fields: { [field]: expect.any(String) } },
      });
    expect(await world.db.addedHoliday.count()).toBe(0);
  });

  it("moves the step that fell on it to the working day before, with a line on the task and in the audit", async () => {
    // The provisional agenda: 60 days before 9 September 1998 is Saturday 11 July, so Friday the 10th.
    expect((await step()).nextStepOn).toBe("1998-07-10");
    expect(succeeded(await addHoliday(world.deps, world.admin, entry({})))).toEqual({ tasksMoved: 1 });
    expect((await step()).nextStepOn).toBe("1998-07-09");
    const shown = succeeded(await taskPage(world.deps, world.viewer, { number }));
    expect(shown.history[0]?.sentence.text).toBe(
      "Ada Nowak entered A day of closure, 10 July 1998 as a holiday in New York: next step 9 July 1998 instead of 10 July 1998 on 2 February 1998. Announced in June.",
    );
    expect(shown.plan.some((one) => one.on === "1998-07-09")).toBe(true);
    expect(await world.db.auditEntry.findFirst({ where: { action: "holiday-added" } })).toMatchObject({
      actorId: "ada",
      reason: "Announced in June.",
    });
    expect(await addHoliday(world.deps, world.admin, entry({ name: "Twice" }))).toMatchObject({ ok: false });
  });

  it("is taken back with a reason: the step returns, and the page still shows who entered it and who took it back", async () => {
    const find = async () =>
      succeeded(await holidaysPage(world.deps, world.viewer, { station: "new-york", year: 1998 })).entered[0];
    const id = (await find())?.id ?? "";
    expect(await endHoliday(world.deps, world.admin, { id, reason: "" })).toMatchObject({ ok: false });
    expect(await endHoliday(world.deps, world.secretary, { id, reason: "x" })).toMatchObject({ ok: false });
    expect(succeeded(await endHoliday(world.deps, world.admin, { id, reason: "Cancelled." }))).toEqual({
      tasksMoved: 1,
    });
    expect((await step()).nextStepOn).toBe("1998-07-10");
    expect(await find()).toMatchObject({ addedByName: "Ada Nowak", endedWhy: "Cancelled." });
    expect(await endHoliday(world.deps, world.admin, { id, reason: "Again" })).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    expect(await verifyTaskChains(world.db)).toMatchObject({ intact: true });
  });

  it("is no longer missing: an Eid entered for its year is not announced as unknown any more", async () => {
    const missing = async () =>
      succeeded(
        await holidaysPage(world.deps, world.viewer, { station: "new-york", year: 1998 }),
      ).missing.map(({ name }) => name);
    expect(await missing()).toContain("Eid al-Fitr");
    succeeded(await addHoliday(world.deps, world.admin, entry({ day: "1998-01-30", name: "Eid al-Fitr" })));
    expect(await missing()).not.toContain("Eid al-Fitr");
  });
});
