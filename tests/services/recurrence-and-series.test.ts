import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { advanceTask } from "@/lib/services/advance-task";
import { ingestText } from "@/lib/services/ingest";
import {
  advanceInput,
  changeDeadlineInput,
  decideSeriesInput,
  nextOccurrenceInput,
  setOutputInput,
  slipsInput,
} from "@/lib/services/inputs";
import { taskSeriesPanel } from "@/lib/services/lineage";
import { setOutput } from "@/lib/services/output";
import { openNextOccurrence } from "@/lib/services/recurrence";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import { decideSeries, seriesPage } from "@/lib/services/series";
import { slipRegister } from "@/lib/services/slips";
import { changeDeadline, setAgreedSlot, taskPage } from "@/lib/services/tasks";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
const symbol = "A/RES/52/205";
const later = "A/RES/54/226";

/** A later text of the series, as far as the test needs it; its paragraphs are made up. */
const laterText = `Resolution adopted by the General Assembly

54/226. Economic and technical cooperation among developing countries

The General Assembly,

Recalling its resolution 52/205 of 18 December 1997,

1. Takes note of the report of the Secretary-General;

2. Requests the Secretary-General to include in the provisional agenda of its fifty-sixth session the sub-item entitled "Economic and technical cooperation among developing countries", and in that context requests the Secretary-General to submit to it at that session a report on the implementation of the present resolution.

88th plenary meeting
22 December 1999`;

async function accept(of: string, stableId: string): Promise<number> {
  const page = succeeded(await reviewPage(world.deps, world.secretary, { symbol: of }));
  const candidateId =
    page.paragraphs.flatMap((one) => one.proposals).find((one) => one.stableId === stableId)?.id ?? "";
  const done = succeeded(
    await acceptProposal(world.deps, world.secretary, {
      resolutionId: page.resolutionId,
      expectedVersion: page.version,
      candidateId,
      parentReference: null,
      hostReference: null,
      responsibleId: "special-unit",
      ownerId: null,
    }),
  );
  return done.taskNumbers[0] ?? 0;
}
const page = async (number: number) => succeeded(await taskPage(world.deps, world.viewer, { number }));
const version = async (number: number) => (await page(number)).row.version;

beforeAll(async () => {
  world = await aWorld("1998-02-02");
  succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
});
afterAll(() => world.close());

describe("an ask that comes back", () => {
  it("opens its next occurrence when this one is missed, and both stay visible in one lineage", async () => {
    const number = await accept(symbol, `${symbol}#op12/2`);
    // The text names one session; the rhythm of two is what the session numbers suggest.
    await world.db.task.update({
      where: { number },
      data: { recurrence: { every: 2, unit: "session", label: "biennial", basis: "implied" } },
    });
    world.on("2000-10-02");
    const missed = advanceInput.parse({
      number,
      expectedVersion: await version(number),
      transition: "fail",
      reason: "No report was submitted at the fifty-fourth session.",
    });
    expect(succeeded(await advanceTask(world.deps, world.secretary, missed)).status).toBe("NOT_IMPLEMENTED");
    const panel = succeeded(await taskSeriesPanel(world.deps, world.viewer, { number }));
    expect(panel.lineage.map((one) => [one.occurrence, one.status, one.targetSession])).toEqual([
      [1, "NOT_IMPLEMENTED", 54],
      [2, "PENDING", 56],
    ]);
    const next = panel.lineage[1]?.number ?? 0;
    const opened = await page(next);
    expect(opened.row).toMatchObject({ reference: `${symbol}#op12/2~2`, para: "12", dueFrom: "2001-09-12" });
    expect(opened.history[0]?.sentence.text).toContain(`next occurrence after task ${number}`);
    expect(opened.links.find((one) => one.relation === "previous")?.number).toBe(number);
  });

  it("is opened by hand only by a Secretary, with a reason, once, and not without a session where there is no rhythm", async () => {
    world.on("1998-02-02");
    const number = await accept(symbol, `${symbol}#op4/1`);
    const input = (given: object) =>
      nextOccurrenceInput.parse({ number, reason: "The unit reports again.", ...given });
    expect(await openNextOccurrence(world.deps, world.contributor, input({}))).toMatchObject({
      error: { code: "not-permitted" },
    });
    expect(await openNextOccurrence(world.deps, world.secretary, input({}))).toMatchObject({
      error: { fields: { session: expect.any(String) } },
    });
    expect(
      await openNextOccurrence(
        world.deps,
        world.secretary,
        input({ reason: "", session: { organ: "GA", session: 54 } }),
      ),
    ).toMatchObject({ error: { fields: { reason: expect.any(String) } } });
    const made = succeeded(
      await openNextOccurrence(world.deps, world.secretary, input({ session: { organ: "GA", session: 54 } })),
    );
    expect((await page(made.number)).row.target).toMatchObject({ organ: "GA", session: 54 });
    expect(
      await openNextOccurrence(world.deps, world.secretary, input({ session: { organ: "GA", session: 55 } })),
    ).toMatchObject({ error: { code: "not-allowed-now" } });
  });
});

describe("kinds of output", () => {
  it("lets a section follow the slot of its host report, with a line in its own history", async () => {
    const host = await accept(symbol, `${symbol}#op9/2`);
    const section = await accept(symbol, `${symbol}#op11/1`);
    const set = async (given: object) =>
      setOutput(
        world.deps,
        world.contributor,
        setOutputInput.parse({
          number: section,
          expectedVersion: await version(section),
          outputKind: "section",
          ...given,
        }),
      );
    expect(await set({})).toMatchObject({ error: { fields: { host: expect.any(String) } } });
    expect(await set({ host: section })).toMatchObject({ error: { fields: { host: expect.any(String) } } });
    expect(await set({ outputKind: "report", wordLimit: 9000 })).toMatchObject({
      error: { fields: { wordLimitSource: expect.any(String) } },
    });
    succeeded(await set({ host }));
    expect((await page(section)).plan.map((step) => step.code)).toContain("host-slot");
    succeeded(
      await setAgreedSlot(world.deps, world.contributor, {
        number: host,
        expectedVersion: await version(host),
        agreedSlot: "1998-07-15",
        reason: "",
      }),
    );
    const moved = await page(section);
    expect(moved.plan.find((step) => step.code === "host-slot")?.on).toBe("1998-07-15");
    expect(moved.row.nextStep).toEqual({ code: "contribution", on: "1998-06-30" });
    expect(moved.history[0]).toMatchObject({ type: "host-moved" });
    const panel = succeeded(await taskSeriesPanel(world.deps, world.viewer, { number: host }));
    expect(panel.carried.map((one) => one.number)).toEqual([section]);
  });
});

describe("a later resolution of the series", () => {
  it("stands beside the old tasks; renewal ends the old one by the new paragraph, silence keeps it", async () => {
    world.on("2000-01-10");
    succeeded(await ingestText(world.deps, world.secretary, { text: laterText }));
    const item = await accept(symbol, `${symbol}#op12/1`);
    const successor = await accept(later, `${later}#op2/1`);
    const compared = succeeded(await seriesPage(world.deps, world.secretary, { symbol: later, beside: "" }));
    expect(compared).toMatchObject({ mayDecide: true, earlier: { symbol } });
    expect(compared.rows.find((row) => row.number === item)?.proposal).toMatchObject({
      paragraph: { number: "2" },
    });
    const standing = compared.rows.find((row) => row.para === "4" && row.isOpen);
    expect(standing?.proposal.verdict).toBe("silent");
    const decision = (given: object) => decideSeriesInput.parse({ later, verdict: "silent", ...given });
    const seen = { number: standing?.number, expectedVersion: standing?.version };
    expect(await decideSeries(world.deps, world.focalPoint, decision(seen))).toMatchObject({
      error: { code: "not-permitted" },
    });
    const kept = succeeded(await decideSeries(world.deps, world.secretary, decision(seen)));
    expect(kept).toMatchObject({ status: "PENDING" });
    expect(kept.sentence.text).toContain("the later text is silent, so it stays");
    const renewal = { number: item, expectedVersion: await version(item), verdict: "renewed" };
    expect(await decideSeries(world.deps, world.secretary, decision(renewal))).toMatchObject({
      error: { fields: { paragraph: expect.any(String) } },
    });
    const ended = succeeded(
      await decideSeries(world.deps, world.secretary, decision({ ...renewal, paragraph: `${later}#op2` })),
    );
    expect(ended.status).toBe("SUPERSEDED");
    const old = await page(item);
    expect(old).toMatchObject({ mandateStatus: "superseded", mandateDocument: later });
    expect(old.links.find((link) => link.relation === "next")?.number).toBe(successor);
    const after = succeeded(await seriesPage(world.deps, world.viewer, { symbol: later, beside: symbol }));
    expect(after.mayDecide).toBe(false);
    expect(after.rows.find((row) => row.number === item)?.decided).toMatchObject({
      verdict: "renewed",
      by: "Eva Lind",
    });
    await expect(world.db.$executeRaw`update series_decision set verdict = 'silent'`).rejects.toThrow();
  });
});

describe("the register of deadlines that moved", () => {
  it("lists the reason, the text that allowed it and who was told, and tells later from earlier", async () => {
    const number = await accept(symbol, `${symbol}#op9/1`);
    const input = changeDeadlineInput.parse({
      number,
      expectedVersion: await version(number),
      rules: [{ kind: "session", organ: "GA", session: 54, operator: "beginning" }],
      reason: "The commemorative meeting was put off.",
      authorisingText: "A/DEC/53/401",
      told: "Bureau of the Second Committee",
    });
    succeeded(await changeDeadline(world.deps, world.secretary, input));
    const register = succeeded(await slipRegister(world.deps, world.viewer, slipsInput.parse({})));
    expect(register.rows[0]).toMatchObject({
      number,
      fromSession: 53,
      toSession: 54,
      reason: "The commemorative meeting was put off.",
      document: "A/DEC/53/401",
      told: "Bureau of the Second Committee",
    });
    expect(register.rows[0]?.days).toBeGreaterThan(300);
    expect(register.later).toBe(1);
    const other = succeeded(
      await slipRegister(world.deps, world.viewer, slipsInput.parse({ organ: "GA", session: 60 })),
    );
    expect(other.rows).toEqual([]);
    expect(await verifyTaskChains(world.db)).toMatchObject({ intact: true });
  });
});
