import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { advanceTask } from "@/lib/services/advance-task";
import { closeCarried } from "@/lib/services/close-carried";
import { ingestText } from "@/lib/services/ingest";
import { advanceInput, setOutputInput } from "@/lib/services/inputs";
import { taskSeriesPanel } from "@/lib/services/lineage";
import { setOutput } from "@/lib/services/output";
import { reviewPage } from "@/lib/services/review";
import { acceptProposal } from "@/lib/services/review-decisions";
import { assignOwner, taskPage } from "@/lib/services/tasks";
import { aWorld, source52205, succeeded, type World } from "./a-world";

let world: World;
let report = 0;
let requests: number[] = [];

const shown = async (number: number) => succeeded(await taskPage(world.deps, world.viewer, { number }));
const at = async (number: number) => ({ number, expectedVersion: (await shown(number)).row.version });
const statusOf = async (numbers: readonly number[]) =>
  Promise.all(numbers.map(async (number) => (await shown(number)).row.status));
const go = async (actor: Actor, number: number, transition: string, given: object = {}) =>
  succeeded(
    await advanceTask(world.deps, actor, advanceInput.parse({ ...(await at(number)), transition, ...given })),
  );
const offers = async (actor: Actor) =>
  succeeded(await taskSeriesPanel(world.deps, actor, { number: report })).carried.map((one) => one.offer);
const bring = async (actor: Actor, numbers: readonly number[]) =>
  closeCarried(world.deps, actor, { number: report, rows: await Promise.all(numbers.map(at)) });

beforeAll(async () => {
  world = await aWorld("1998-02-02");
  succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }));
  const made: number[] = [];
  for (const place of ["12/2", "11/1", "9/2"]) {
    const page = succeeded(await reviewPage(world.deps, world.secretary, { symbol: "A/RES/52/205" }));
    const candidateId =
      page.paragraphs.flatMap((one) => one.proposals).find((one) => one.stableId.endsWith(`#op${place}`))
        ?.id ?? "";
    const accepted = await acceptProposal(world.deps, world.secretary, {
      resolutionId: page.resolutionId,
      expectedVersion: page.version,
      candidateId,
      parentReference: null,
      hostReference: null,
      responsibleId: "special-unit",
      ownerId: null,
    });
    made.push(succeeded(accepted).taskNumbers[0] ?? 0);
  }
  for (const number of made) {
    const input = { ...(await at(number)), ownerId: "ana", reason: "" };
    succeeded(await assignOwner(world.deps, world.focalPoint, input));
    await go(world.focalPoint, number, "start");
  }
  [report = 0, ...requests] = made;
  for (const number of requests)
    succeeded(
      await setOutput(
        world.deps,
        world.contributor,
        setOutputInput.parse({ ...(await at(number)), outputKind: "section", host: report }),
      ),
    );
});
afterAll(async () => {
  await world.close();
});

describe("a consolidated report that answers several requests", () => {
  it("offers nothing while the report itself is not handed over", async () => {
    expect(await offers(world.contributor)).toEqual([null, null]);
    expect(succeeded(await bring(world.contributor, requests))).toMatchObject({ changed: 0, refused: 2 });
    expect(await bring(world.contributor, [])).toMatchObject({ ok: false, error: { code: "invalid-input" } });
  });

  it("offers each request to be submitted with it, and closes none by itself", async () => {
    await go(world.contributor, report, "submit", { documentSymbol: "A/54/425" });
    expect(await statusOf(requests)).toEqual(["IN_PROGRESS", "IN_PROGRESS"]);
    expect(await offers(world.contributor)).toEqual(["submit", "submit"]);
    expect(await offers(world.viewer)).toEqual([null, null]);
    expect(succeeded(await bring(world.contributor, requests))).toMatchObject({ changed: 2, refused: 0 });
    expect(await statusOf(requests)).toEqual(["SUBMITTED", "SUBMITTED"]);
    const line = (await shown(requests[0] ?? 0)).history[0];
    expect(line?.sentence.text).toMatch(/A\/54\/425.*Answered by the report of task/);
  });

  it("passes the report's documents on as evidence when the closure is proposed, and lets another person confirm", async () => {
    await go(world.focalPoint, report, "proposeClosure", { evidence: [{ symbol: "A/54/425" }] });
    expect(await offers(world.focalPoint)).toEqual(["proposeClosure", "proposeClosure"]);
    // A contributor may submit, but that a request is answered is for a focal point to say.
    expect(succeeded(await bring(world.contributor, requests))).toMatchObject({ changed: 0, refused: 2 });
    expect(succeeded(await bring(world.focalPoint, requests))).toMatchObject({ changed: 2 });
    expect(await offers(world.secretary)).toEqual([null, null]);
    await go(world.secretary, report, "implement");
    expect(await statusOf(requests)).toEqual(["SUBMITTED", "SUBMITTED"]);
    const [one = 0, other = 0] = requests;
    expect(succeeded(await bring(world.focalPoint, [one]))).toMatchObject({ changed: 0, refused: 1 });
    expect(await offers(world.secretary)).toEqual(["implement", "implement"]);
    expect(succeeded(await bring(world.secretary, [one]))).toMatchObject({ changed: 1 });
    expect(await statusOf([one, other])).toEqual(["IMPLEMENTED", "SUBMITTED"]);
    expect((await shown(one)).evidence.map((evidence) => evidence.symbol)).toContain("A/54/425");
  });

  it("touches no task that does not go into the report, and keeps the record intact", async () => {
    expect(succeeded(await bring(world.secretary, [report]))).toMatchObject({ changed: 0, refused: 1 });
    expect(await verifyTaskChains(world.db)).toMatchObject({ intact: true });
  });
});
