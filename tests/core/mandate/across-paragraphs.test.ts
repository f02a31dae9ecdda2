import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolution } from "@/lib/core/resolution/parse";

const actionsOf = (...paragraphs: string[]) => {
  const resolution = readResolution(
    [
      "Resolution adopted by the General Assembly on 17 December 2015",
      "70/999. Wells and canals",
      "The General Assembly,",
      "Recalling its resolution 60/999 of 20 December 2005,",
      ...paragraphs,
      "80th plenary meeting\n17 December 2015",
    ].join("\n\n"),
  );
  return toGuideDocument(resolution, extractMandates(resolution)).actions;
};

const rows = (...paragraphs: string[]): string[] =>
  actionsOf(...paragraphs).map((one) =>
    [one.para, one.verb, one.lead.join("; "), one.deliverable].join(" | "),
  );

describe("a list whose marks were lost in conversion", () => {
  it("is one ask, as its infinitives would be in one sentence", () => {
    expect(
      rows(
        "1. Invites all States to:",
        "Keep wells clean;",
        "Reduce waste in canals;",
        "Promote the use of buckets.",
      ),
    ).toEqual(["1 | invite | States | implementation"]);
  });

  it("holds in a report what begins like a verb", () => {
    expect(
      rows(
        "1. Requests the Secretary-General to submit a comprehensive report including, inter alia:",
        "(a) A definition of wells;",
        "(b) Clear and specific measures for canals;",
        "(c) Scope and time frame of the work.",
      ),
    ).toEqual(["1 | request | Secretary-General | report"]);
  });

  it("keeps a report apart", () => {
    expect(
      rows(
        "1. Requests the Secretary-General to take the following action:",
        "Keep inventories of wells;",
        "Submit a report on canals to the General Assembly;",
      ),
    ).toEqual([
      "1 | request | Secretary-General | implementation",
      "1 | request | Secretary-General | report",
    ]);
  });
});

describe("sub-paragraphs of a decision with doers of their own", () => {
  it("are asked of those doers", () => {
    expect(
      rows(
        "1. Decides that the General Assembly and the Economic and Social Council shall constitute a mechanism for wells, and to this end:",
        "(a) The General Assembly, being the highest body, will organize a review of wells;",
        "(b) The Economic and Social Council will provide guidance on canals.",
      ),
    ).toEqual([
      "1(a) | decide | General Assembly | implementation",
      "1(b) | decide | Economic and Social Council | implementation",
    ]);
  });

  it("leave the chapeau that only opens them without an action", () => {
    expect(
      rows(
        "1. Decides to establish a working group on wells; decides further that the working group shall:",
        "(a) Inspect the wells;",
        "(b) Dredge the canals.",
      ),
    ).toEqual([
      "1 | decide | General Assembly | appointment",
      "1(a) | decide | working group | implementation",
      "1(b) | decide | working group | implementation",
    ]);
  });
});

describe("the holder of a mandate whose name holds a term of law", () => {
  it("is named whole in what is asked of it", () => {
    const [, task] = actionsOf(
      "1. Decides to extend the mandate of Special Rapporteur on the promotion of truth, justice, reparation and guarantees of non-recurrence for a period of three years, whose tasks will include:",
      "(a) To inspect the wells.",
    );
    expect(task?.lead).toEqual([
      "Special Rapporteur on the promotion of truth, justice, reparation and guarantees of non-recurrence",
    ]);
  });
});

describe("a body that is set up", () => {
  const rowsOfOffice = () =>
    rows(
      "1. Requests the Secretary-General to establish the United Nations Wells Office in Atlantis (BNPA) beginning on 16 October 2016, with the following tasks:",
      "(a) To inspect the wells;",
      "(b) To assist the Government of Atlantis with its efforts to:",
      "(i) Dredge the canals;",
      "(ii) Clean the wells;",
      "2. Requests that BNPA keep the buckets.",
    );

  it("has its tasks, whatever language its acronym is of", () => {
    expect(rowsOfOffice()).toEqual([
      "1 | request | Secretary-General | appointment",
      "1(a) | request | United Nations Wells Office in Atlantis | implementation",
      "1(b) | request | United Nations Wells Office in Atlantis | implementation",
      "2 | request | United Nations Wells Office in Atlantis | implementation",
    ]);
  });

  it("does not lend its tasks the day of its beginning", () => {
    const [, task] = actionsOf(
      "1. Decides to establish a working group on wells, consisting of five experts to be appointed at its seventy-first session, with the following mandate:",
      "(a) To inspect the wells.",
    );
    expect(task?.deadlines).toEqual([]);
  });
});

describe("a short form of a short form", () => {
  it("stands for the full name", () => {
    const actions = actionsOf(
      "1. Commends the United Nations Scientific Committee on the Effects of Wells, and takes note of the report of the Scientific Committee;",
      "2. Encourages the Committee to inspect the wells.",
    );
    expect(actions[0]?.lead).toEqual(["United Nations Scientific Committee on the Effects of Wells"]);
  });
});

describe("the above-mentioned report", () => {
  it("gives its time to what is to be done for it", () => {
    const [, second] = actionsOf(
      "1. Requests the Secretary-General to submit a report on wells to the General Assembly at its seventy-second session;",
      "2. Also requests the Secretary-General, in preparing the above-mentioned report, to seek the views of all States.",
    );
    expect(second?.deadlines).toEqual([{ type: "session", organ: "GA", session: 72 }]);
  });
});

describe("links in Markdown", () => {
  it("are read by their words", () => {
    const [action] = actionsOf(
      "1. Requests [the Secretary-General](https://example.org/en/S/RES/2428(2018)) to keep the wells of [resolution 60/998 clean.](https://example.org/a)",
    );
    expect(action?.lead).toEqual(["Secretary-General"]);
  });
});
