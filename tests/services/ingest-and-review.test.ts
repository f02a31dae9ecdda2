import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { valuesOf } from "@/lib/core/task/review";
import { extractionAccuracy } from "@/lib/services/accuracy";
import { ingestText, previewText } from "@/lib/services/ingest";
import { reviewPage, reviewQueue } from "@/lib/services/review";
import {
  acceptExact,
  acceptProposal,
  addAction,
  dismissProposal,
  editProposal,
  markNotActionable,
  mergeProposals,
  splitProposal,
  undoDecision,
} from "@/lib/services/review-decisions";
import { taskPage } from "@/lib/services/tasks";
import type { ReviewPage, ReviewParagraph } from "@/lib/services/types";
import { aWorld, source52205, succeeded, type World } from "./a-world";

const symbol = "A/RES/52/205";
let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  await world.close();
});

const page = async (): Promise<ReviewPage> =>
  succeeded(await reviewPage(world.deps, world.secretary, { symbol }));
const at = async () => {
  const { resolutionId, version } = await page();
  return { resolutionId, expectedVersion: version };
};
const para = async (number: string): Promise<ReviewParagraph> => {
  const found = (await page()).paragraphs.find((one) => one.kind === "operative" && one.number === number);
  if (!found) throw new Error(`No paragraph ${number}`);
  return found;
};
const ties = { parentReference: null, hostReference: null, responsibleId: null, ownerId: null };

describe("taking a resolution in", () => {
  it("shows what it read before anything is kept", async () => {
    const preview = succeeded(await previewText(world.deps, world.secretary, { text: source52205 }));
    expect(preview).toMatchObject({
      symbol,
      operativeCount: 12,
      proposals: 12,
      withoutFollowUp: 3,
      isKnown: false,
      adopted: "1997-12-18",
      session: 52,
    });
    expect(await world.db.sourceDocument.count()).toBe(0);
  });
  it("refuses whoever is no Secretary, an empty text, and a symbol that is none", async () => {
    expect(await ingestText(world.deps, world.contributor, { text: source52205 })).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    expect(await ingestText(world.deps, world.secretary, { text: "  \n" })).toMatchObject({
      ok: false,
      error: { fields: { text: expect.any(String) } },
    });
    expect(
      await ingestText(world.deps, world.secretary, { text: source52205, symbol: "DROP TABLE" }),
    ).toMatchObject({ ok: false, error: { fields: { symbol: expect.any(String) } } });
    expect(await world.db.resolution.count()).toBe(0);
  });
  it("asks for the symbol where the text shows none, and loses nothing", async () => {
    const garbage = "lorem ipsum \u0000 dolor ".repeat(50);
    expect(await ingestText(world.deps, world.secretary, { text: garbage })).toMatchObject({
      ok: false,
      error: { code: "invalid-input", fields: { symbol: expect.any(String) } },
    });
    const kept = succeeded(
      await ingestText(world.deps, world.secretary, { text: garbage, symbol: "A/RES/52/999" }),
    );
    expect(kept).toMatchObject({ outcome: "created", symbol: "A/RES/52/999", proposals: 0 });
    expect(kept.warnings.length).toBeGreaterThan(0);
  });
  it("keeps text, paragraphs and proposals; the same text again changes nothing and says so", async () => {
    expect(succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }))).toMatchObject({
      outcome: "created",
      symbol,
      operativeCount: 12,
      proposals: 12,
      version: 1,
    });
    const counts = async () => [
      await world.db.sourceDocument.count(),
      await world.db.paragraph.count(),
      await world.db.candidate.count(),
    ];
    const before = await counts();
    expect(succeeded(await ingestText(world.deps, world.secretary, { text: source52205 }))).toMatchObject({
      outcome: "unchanged",
      symbol,
    });
    const bytes = new TextEncoder().encode(source52205);
    expect(
      succeeded(
        await ingestText(world.deps, world.secretary, {
          file: { name: "A_RES_52_205.txt", mediaType: "", bytes },
        }),
      ),
    ).toMatchObject({ outcome: "unchanged" });
    expect(await counts()).toEqual(before);
  });
  it("keeps one when two take the same text in at the same moment", async () => {
    const text = source52205.replaceAll("52/205", "52/206");
    const both = await Promise.all([
      ingestText(world.deps, world.secretary, { text }),
      ingestText(world.deps, world.otherSecretary, { text }),
    ]);
    expect(both.map((one) => succeeded(one).outcome).toSorted()).toEqual(["created", "unchanged"]);
  });
});

describe("the review", () => {
  it("lists what waits, and shows text, paragraphs and proposals with their places in the text", async () => {
    const queue = succeeded(
      await reviewQueue(world.deps, world.viewer, { cursor: null, limit: 50, done: false }),
    );
    expect(queue.rows.find((row) => row.symbol === symbol)).toMatchObject({
      operativeCount: 12,
      decidedCount: 0,
      proposed: 12,
    });
    const shown = await page();
    expect(shown.coverage).toEqual({ decided: 0, total: 12, text: "0 of 12 paragraphs decided" });
    expect(shown.mayDecide).toBe(true);
    for (const paragraph of shown.paragraphs) {
      for (const proposal of paragraph.proposals) {
        expect(
          proposal.highlights.find((one) => one.field === "verb")?.spans.length,
          proposal.stableId,
        ).toBeGreaterThan(0);
        for (const highlight of proposal.highlights.filter((one) => one.spans.length === 1)) {
          const [span] = highlight.spans;
          const words = span ? shown.source.text.slice(span.start, span.end) : "";
          // Line breaks and page breaks of the source are not part of the reading.
          expect(words.replace(/\s+/g, "")).toBe(highlight.quote.replace(/\s+/g, ""));
        }
      }
    }
  });

  it("makes a task of an accepted proposal, with its bodies, its dates and the first line of its history", async () => {
    const eleven = await para("11");
    const [proposal] = eleven.proposals;
    const done = succeeded(
      await acceptProposal(world.deps, world.secretary, {
        ...(await at()),
        ...ties,
        candidateId: proposal?.id ?? "",
        responsibleId: "desa",
      }),
    );
    expect(done.coverage.text).toBe("1 of 12 paragraphs decided");
    const task = succeeded(await taskPage(world.deps, world.viewer, { number: done.taskNumbers[0] ?? 0 }));
    expect(task.row).toMatchObject({
      para: "11",
      status: "PENDING",
      deliverable: "report",
      target: { organ: "GA", session: 53 },
      responsible: { id: "desa" },
    });
    expect(task.bodies.filter((body) => body.role === "lead").map((body) => body.bodyId)).toEqual([
      "secretary-general",
    ]);
    expect(task.deadline).toMatchObject({ dueFrom: "1998-09-09", dueOn: "1999-09-13", certainty: "fixed" });
    expect(task.because.map((one) => one.text).join(" ")).toContain("Wednesday 9 September 1998");
    expect(task.history.map((line) => line.type)).toEqual(["created"]);
    expect(task.source.text).toContain("triennial policy review");
  });

  it("refuses a viewer, a stale page, a second acceptance, and a proposal of another text", async () => {
    const now = await at();
    const waiting = (await para("12")).proposals[0]?.id ?? "";
    const accepted = (await para("11")).proposals[0]?.id ?? "";
    const accept = (actor: World["secretary"], candidateId: string, expectedVersion = now.expectedVersion) =>
      acceptProposal(world.deps, actor, { ...now, ...ties, candidateId, expectedVersion });
    expect(await accept(world.viewer, waiting)).toMatchObject({
      ok: false,
      error: { code: "not-permitted" },
    });
    expect(await accept(world.admin, waiting)).toMatchObject({ ok: false, error: { code: "not-permitted" } });
    expect(await accept(world.secretary, waiting, now.expectedVersion - 1)).toMatchObject({
      ok: false,
      error: { code: "conflict" },
    });
    expect(await accept(world.secretary, accepted)).toMatchObject({
      ok: false,
      error: { code: "not-allowed-now" },
    });
    const other = succeeded(await reviewPage(world.deps, world.secretary, { symbol: "A/RES/52/206" }));
    const foreign = other.paragraphs.flatMap((one) => one.proposals)[0]?.id ?? "";
    expect(await accept(world.secretary, foreign)).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect((await at()).expectedVersion).toBe(now.expectedVersion);
  });

  it("keeps which fields a person changed", async () => {
    const three = await para("3");
    const [proposal] = three.proposals;
    if (!proposal) throw new Error("no proposal");
    const values = {
      ...valuesOf(proposal.action),
      deliverable: "report" as const,
      lead: ["Secretary-General"],
    };
    const input = {
      ...(await at()),
      ...ties,
      candidateId: proposal.id,
      values: { ...values, lead: [...values.lead], with: [...values.with], deadlines: [...values.deadlines] },
      reason: "The route is known.",
    };
    succeeded(await editProposal(world.deps, world.secretary, input));
    const decision = await world.db.reviewDecision.findFirst({ where: { candidateId: proposal.id } });
    expect(decision).toMatchObject({
      decision: "edit",
      changedFields: ["lead", "deliverable"],
      reason: "The route is known.",
    });
    const accuracy = succeeded(await extractionAccuracy(world.deps, world.viewer));
    expect(accuracy.byField.find((one) => one.field === "deliverable")).toEqual({
      field: "deliverable",
      decided: 2,
      changed: 1,
    });
    expect(accuracy.byField.find((one) => one.field === "verb")).toEqual({
      field: "verb",
      decided: 2,
      changed: 0,
    });
  });

  it("sets a paragraph aside only with a reason, and takes that back", async () => {
    const one = await para("1");
    const input = { ...(await at()), paragraphId: one.id, reasonCode: "endorses", reason: "" };
    expect(
      await markNotActionable(world.deps, world.secretary, { ...input, reasonCode: "other" }),
    ).toMatchObject({ ok: false, error: { fields: { reason: expect.any(String) } } });
    expect(
      await markNotActionable(world.deps, world.secretary, { ...input, reasonCode: "because" }),
    ).toMatchObject({ ok: false, error: { fields: { reasonCode: expect.any(String) } } });
    succeeded(await markNotActionable(world.deps, world.secretary, input));
    expect((await para("1")).decision).toBe("not_actionable");
    const decision = (await page()).decisions[0];
    succeeded(
      await undoDecision(world.deps, world.secretary, {
        ...(await at()),
        decisionId: decision?.id ?? "",
        reason: "",
      }),
    );
    expect((await para("1")).decision).toBe("undecided");
    expect(
      await undoDecision(world.deps, world.secretary, {
        ...(await at()),
        decisionId: decision?.id ?? "",
        reason: "",
      }),
    ).toMatchObject({ ok: false, error: { code: "not-allowed-now" } });
    succeeded(
      await markNotActionable(world.deps, world.secretary, {
        ...(await at()),
        paragraphId: one.id,
        reasonCode: "endorses",
        reason: "",
      }),
    );
  });

  it("ties the preparation of the meeting to the meeting, once a person confirms it", async () => {
    const [meeting, preparation] = (await para("9")).proposals;
    expect(preparation?.suggestions).toMatchObject([{ kind: "parent", stableId: meeting?.stableId }]);
    const parentReference = meeting?.stableId ?? "";
    const early = await acceptProposal(world.deps, world.secretary, {
      ...(await at()),
      ...ties,
      candidateId: preparation?.id ?? "",
      parentReference,
    });
    expect(early).toMatchObject({ ok: false, error: { fields: { parentReference: expect.any(String) } } });
    succeeded(
      await acceptProposal(world.deps, world.secretary, {
        ...(await at()),
        ...ties,
        candidateId: meeting?.id ?? "",
        responsibleId: "dgacm",
      }),
    );
    const done = succeeded(
      await acceptProposal(world.deps, world.secretary, {
        ...(await at()),
        ...ties,
        candidateId: preparation?.id ?? "",
        parentReference,
      }),
    );
    const task = succeeded(await taskPage(world.deps, world.viewer, { number: done.taskNumbers[0] ?? 0 }));
    expect(task.row.responsible?.id).toBe("special-unit");
    expect(task.links).toMatchObject([{ relation: "parent", para: "9" }]);
  });

  it("takes an acceptance back while nobody has begun, and takes it up again under the same number", async () => {
    const [proposal] = (await para("6")).proposals;
    const first = succeeded(
      await acceptProposal(world.deps, world.secretary, {
        ...(await at()),
        ...ties,
        candidateId: proposal?.id ?? "",
      }),
    );
    const decision = (await page()).decisions[0];
    succeeded(
      await undoDecision(world.deps, world.secretary, {
        ...(await at()),
        decisionId: decision?.id ?? "",
        reason: "Too early.",
      }),
    );
    expect((await para("6")).decision).toBe("undecided");
    const again = succeeded(
      await acceptProposal(world.deps, world.secretary, {
        ...(await at()),
        ...ties,
        candidateId: proposal?.id ?? "",
      }),
    );
    expect(again.taskNumbers).toEqual(first.taskNumbers);
    const task = succeeded(await taskPage(world.deps, world.viewer, { number: first.taskNumbers[0] ?? 0 }));
    expect(task.history.map((line) => line.type)).toEqual(["status", "undo", "created"]);
  });

  it("splits, joins and takes back", async () => {
    const four = await para("4");
    const [proposal] = four.proposals;
    if (!proposal) throw new Error("no proposal");
    const own = valuesOf(proposal.action);
    const part = (lead: string) => ({
      ...own,
      lead: [lead],
      with: [...own.with],
      deadlines: [...own.deadlines],
    });
    succeeded(
      await splitProposal(world.deps, world.secretary, {
        ...(await at()),
        candidateId: proposal.id,
        parts: [part("UNCTAD"), part("Special Unit")],
        reason: "",
      }),
    );
    const parts = (await para("4")).proposals.filter((one) => one.state === "proposed");
    expect(parts.map((one) => one.action.lead[0]?.value.name)).toEqual(["UNCTAD", "Special Unit"]);
    succeeded(
      await mergeProposals(world.deps, world.secretary, {
        ...(await at()),
        candidateIds: parts.map((one) => one.id),
        reason: "",
      }),
    );
    const [joined, ...rest] = (await para("4")).proposals.filter((one) => one.state === "proposed");
    expect(rest).toEqual([]);
    expect(joined?.action.lead.map((one) => one.value.name)).toEqual(["UNCTAD", "Special Unit"]);
    for (const kind of ["merge", "split"]) {
      const decision = (await page()).decisions.find((one) => one.decision === kind && !one.isUndone);
      succeeded(
        await undoDecision(world.deps, world.secretary, {
          ...(await at()),
          decisionId: decision?.id ?? "",
          reason: "",
        }),
      );
    }
    expect(
      (await para("4")).proposals.filter((one) => one.state === "proposed").map((one) => one.id),
    ).toEqual([proposal.id]);
  });

  it("adds an action from words selected in the paragraph, and only from there", async () => {
    const five = await para("5");
    const [span] = five.spans;
    if (!span) throw new Error("no span");
    const values = {
      verb: "request",
      lead: ["Secretary-General"],
      with: [],
      deliverable: "report" as const,
      deadlines: [],
      ask: "to report on interregional dialogues",
      agendaTitle: "",
    };
    const add = async (start: number, end: number) =>
      addAction(world.deps, world.secretary, {
        ...(await at()),
        ...ties,
        paragraphId: five.id,
        selection: { start, end },
        values,
      });
    expect(await add(0, 10)).toMatchObject({
      ok: false,
      error: { fields: { selection: expect.any(String) } },
    });
    const done = succeeded(await add(span.start, span.start + 20));
    expect(done.taskNumbers).toHaveLength(1);
    expect((await para("5")).decision).toBe("tasks");
    const decision = (await page()).decisions[0];
    succeeded(
      await undoDecision(world.deps, world.secretary, {
        ...(await at()),
        decisionId: decision?.id ?? "",
        reason: "",
      }),
    );
    expect((await para("5")).decision).toBe("undecided");
  });

  it("reaches 12 of 12 paragraphs decided", async () => {
    for (const number of ["2", "5"]) {
      succeeded(
        await markNotActionable(world.deps, world.secretary, {
          ...(await at()),
          paragraphId: (await para(number)).id,
          reasonCode: number === "2" ? "takes_note" : "stresses",
          reason: "",
        }),
      );
    }
    for (const number of ["4", "7", "8", "10", "12"]) {
      for (const proposal of (await para(number)).proposals.filter((one) => one.state === "proposed")) {
        succeeded(
          await acceptProposal(world.deps, world.secretary, {
            ...(await at()),
            ...ties,
            candidateId: proposal.id,
          }),
        );
      }
    }
    const shown = await page();
    expect(shown.coverage.text).toBe("12 of 12 paragraphs decided");
    expect(
      shown.paragraphs.filter((one) => one.kind === "operative").map((one) => one.decision),
    ).not.toContain("undecided");
    const queue = succeeded(
      await reviewQueue(world.deps, world.viewer, { cursor: null, limit: 50, done: true }),
    );
    expect(queue.rows.map((row) => row.symbol)).toContain(symbol);
  });

  it("accepts together only what the words say for certain", async () => {
    const other = succeeded(await reviewPage(world.deps, world.secretary, { symbol: "A/RES/52/206" }));
    const proposals = other.paragraphs.flatMap((one) => one.proposals);
    const input = { resolutionId: other.resolutionId, expectedVersion: other.version };
    const inferred = proposals.find((one) => !one.isExact);
    expect(
      await acceptExact(world.deps, world.secretary, { ...input, candidateIds: [inferred?.id ?? ""] }),
    ).toMatchObject({ ok: false, error: { code: "not-allowed-now" } });
    const first = proposals[0];
    succeeded(
      await dismissProposal(world.deps, world.secretary, {
        ...input,
        candidateId: first?.id ?? "",
        reasonCode: "misread",
        reason: "",
      }),
    );
    const after = succeeded(await reviewPage(world.deps, world.secretary, { symbol: "A/RES/52/206" }));
    expect(after.paragraphs.find((one) => one.proposals.some((p) => p.id === first?.id))?.decision).toBe(
      "not_actionable",
    );
  });
});

describe("another text of a known resolution", () => {
  it("becomes its next version; only the paragraphs that changed are decided again, and their tasks say so", async () => {
    const corrected = source52205.replace(
      "Calls upon all Governments and relevant",
      "Calls upon all Governments and all",
    );
    expect(corrected).not.toBe(source52205);
    const result = succeeded(await ingestText(world.deps, world.secretary, { text: corrected }));
    expect(result).toMatchObject({ outcome: "version", version: 2, changedParagraphs: [`${symbol}#op6`] });
    expect(result.reopenedTasks).toHaveLength(1);
    const shown = await page();
    expect(shown.coverage.text).toBe("11 of 12 paragraphs decided");
    expect((await para("6")).decision).toBe("undecided");
    const number = result.reopenedTasks[0] ?? 0;
    const history = succeeded(await taskPage(world.deps, world.viewer, { number })).history;
    expect(history[0]).toMatchObject({ type: "reopened-review" });
    const [proposal] = (await para("6")).proposals.filter((one) => one.state === "proposed");
    const done = succeeded(
      await acceptProposal(world.deps, world.secretary, {
        ...(await at()),
        ...ties,
        candidateId: proposal?.id ?? "",
      }),
    );
    expect(done.taskNumbers).toEqual([number]);
    expect(done.coverage.text).toBe("12 of 12 paragraphs decided");
  });
});
