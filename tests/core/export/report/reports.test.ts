import { describe, expect, it } from "vitest";
import { annotatedAgenda } from "../../../../lib/core/export/report/annotated-agenda";
import { followUpReport } from "../../../../lib/core/export/report/follow-up";
import { forecastLines, forecastReport } from "../../../../lib/core/export/report/forecast";
import { handoverPack } from "../../../../lib/core/export/report/handover";
import { pastOf, pastRequest } from "../../../../lib/core/export/report/past-request";
import type { Block, Report } from "../../../../lib/core/export/report/report";
import { sessionBrief } from "../../../../lib/core/export/report/session-brief";
import { askInWords } from "../../../../lib/core/export/report/words";
import { aReportTask, resolution52205, tasksOf52205 } from "./a-report-task";

const day = "1998-10-12";
const origin = "Working paper of the Secretariat. Not an official document.";

/** All words of a document, in order. */
const wordsOf = (report: Report): string => report.blocks.map(wordsOfBlock).join("\n");
function wordsOfBlock(block: Block): string {
  if (block.kind === "list") return block.items.join("\n");
  if (block.kind === "grid") return [block.caption, ...block.rows.map((row) => row.join(" | "))].join("\n");
  return block.text;
}

describe("a request, recalled in the past", () => {
  it.each([
    ["request", "requested"],
    ["invite", "invited"],
    ["urge", "urged"],
    ["reiterate", "reiterated"],
    ["call upon", "called upon"],
    ["decide", "decided"],
    ["convey", "conveyed"],
    ["specify", "specified"],
  ])("%s -> %s", (verb, past) => expect(pastOf(verb)).toBe(past));

  it("names session, organ, addressee and source, and points at the text from outside", () => {
    expect(pastRequest(aReportTask(), resolution52205)).toBe(
      "At its fifty-second session, the General Assembly requested the Secretary-General to submit at its fifty-fourth session a report on the implementation of that resolution (resolution 52/205, para. 12).",
    );
  });

  it("addresses nobody where the organ decides for itself", () => {
    const task = aReportTask({
      verb: "decide",
      ask: "to include an item in the provisional agenda;",
      leads: ["General Assembly"],
    });
    expect(pastRequest(task, resolution52205)).toBe(
      "At its fifty-second session, the General Assembly decided to include an item in the provisional agenda (resolution 52/205, para. 12).",
    );
  });

  it("names several addressees, with articles only where a name takes one", () => {
    const task = aReportTask({
      verb: "urge",
      leads: ["Member States", "Secretary-General", "UNCTAD"],
      ask: "to cooperate",
    });
    expect(
      pastRequest(task, { ...resolution52205, symbol: "E/RES/1998/46", organ: "ECOSOC", session: 1998 }),
    ).toBe(
      "At its session of 1998, the Economic and Social Council urged Member States, the Secretary-General and UNCTAD to cooperate (resolution E/RES/1998/46, para. 12).",
    );
  });
});

describe("documents", () => {
  it("follow-up report: counts in words, every action in its row, in the order of the text", () => {
    const report = followUpReport({
      scope: { kind: "resolution", resolution: resolution52205 },
      tasks: [...tasksOf52205].reverse(),
      resolutions: [resolution52205],
      day,
      origin,
    });
    expect(report).toMatchObject({
      organ: "General Assembly",
      session: "Fifty-second session",
      title: "Status of implementation of resolution 52/205",
    });
    const words = wordsOf(report);
    expect(words).toContain(
      "As at 12 October 1998, 5 actions are followed up: 1 is implemented and 4 are open.",
    );
    expect(words).toContain("1 action is overdue: resolution 52/205, para. 10.");
    const table = report.blocks.find((block) => block.kind === "grid" && block.head.length === 5);
    expect(table?.kind === "grid" && table.rows.map((row) => row[0])).toEqual(["7", "9", "10", "12", "12"]);
    expect(words).toContain("Implemented since 7 October 1998. See DEV/2184.");
    expect(words).toContain("14 September 1999 (expected)");
  });

  it("counts one open action as one, and gives requests without the stop of their list", () => {
    const tasks = [
      aReportTask({ ask: "to submit a report on archives; and ", status: "PENDING" }),
      aReportTask({ number: 2, ask: "to convene a meeting;", status: "IMPLEMENTED" }),
    ];
    const scope = { kind: "session", organ: "GA", session: 54 } as const;
    const words = wordsOf(followUpReport({ scope, tasks, resolutions: [resolution52205], day, origin }));
    expect(words).toContain("2 actions are followed up: 1 is implemented and 1 is open.");
    expect(words).toContain("| To submit a report on archives |");
    expect(words).toContain("| To convene a meeting |");
    expect(askInWords({ ask: "تقديم تقرير؛" })).toBe("تقديم تقرير");
  });

  it("forecast: the slot or job number beside the days, or that there is none yet", () => {
    const tasks = [
      aReportTask({ jobNumber: "98-23456", deliverable: "report" }),
      aReportTask({ number: 2, jobNumber: "", deliverable: "report" }),
    ];
    const report = forecastReport({ organ: "GA", session: 54, tasks, day, origin });
    const table = report.blocks.find((block) => block.kind === "grid");
    const column = table?.kind === "grid" ? table.head.indexOf("Slot or job number") : -1;
    expect(table?.kind === "grid" && table.rows.map((row) => row[column]).sort()).toEqual([
      "98-23456",
      "None yet",
    ]);
  });

  it("says so where there is nothing", () => {
    const empty = { tasks: [], resolutions: [], day, origin };
    expect(
      wordsOf(followUpReport({ ...empty, scope: { kind: "session", organ: "GA", session: 53 } })),
    ).toContain("No action is followed up.");
    expect(wordsOf(annotatedAgenda({ ...empty, organ: "GA", session: 53 }))).toContain(
      "No request leads to an item",
    );
    expect(wordsOf(handoverPack({ ...empty, name: "Unit", contacts: [] }))).toContain("Nothing is open.");
  });

  it("session brief: the answer first, then what is late and what nobody holds", () => {
    const tasks = tasksOf52205.filter((task) => task.target?.session === 53);
    const report = sessionBrief({
      organ: "GA",
      session: 53,
      opens: "1998-09-09",
      tasks,
      day: "1998-08-03",
      origin,
    });
    expect(report.subtitle).toBe("Opens on 9 September 1998, in 37 days");
    expect(report.blocks[0]).toEqual({
      kind: "numbered",
      text: "1 of 2 actions due at the fifty-third session is submitted or implemented; 1 late, 1 without an owner.",
    });
  });

  it("forecast: the fields of the slot form, an agreed slot before the formula, sections left out", () => {
    const [line] = forecastLines(tasksOf52205);
    expect(line).toEqual({
      title: "Implementation of resolution 52/205",
      mandate: "Resolution 52/205, para. 12",
      author: "Special Unit for Technical Cooperation among Developing Countries",
      agendaItem: "",
      wordCount: 8500,
      language: "English",
      submission: "1999-08-03",
      issue: "1999-08-31",
      meeting: "1999-10-12",
      slot: "",
      taskNumber: 11,
    });
    expect(
      forecastLines([
        aReportTask({ plan: { slot: "1999-08-03" }, agreedSlot: "1999-07-20", jobNumber: "99-1" }),
      ])[0],
    ).toMatchObject({
      submission: "1999-07-20",
      slot: "99-1",
    });
    expect(
      forecastLines([
        aReportTask({ plan: { "host-issue": "1998-08-12" } }),
        aReportTask({ status: "IMPLEMENTED" }),
      ]),
    ).toEqual([]);
  });

  it("annotated agenda: requests under their item, with the documents expected", () => {
    const tasks = tasksOf52205.filter((task) => task.target?.session === 54);
    const report = annotatedAgenda({
      organ: "GA",
      session: 54,
      tasks,
      resolutions: [resolution52205],
      day,
      origin,
    });
    // The report of paragraph 12 belongs to the sub-item that the same paragraph puts on the agenda.
    expect(report.blocks.map((block) => block.kind)).toEqual([
      "heading",
      "numbered",
      "numbered",
      "plain",
      "list",
    ]);
    expect(wordsOf(report)).toContain("Report under A/RES/52/205, para. 12, to be issued by 31 August 1999");
  });

  it("handover: open actions only, in the order of their next day, with history and contacts", () => {
    const report = handoverPack({
      name: "Special Unit",
      tasks: tasksOf52205,
      contacts: [{ name: "Ana Pereira", role: "Focal point", email: "ana@example.org" }],
      day,
      origin,
    });
    const words = wordsOf(report);
    expect(words).toContain("4 actions are open.");
    expect(words).not.toContain("one-day meeting");
    expect(words).toContain("2 March 1998 | Ana Pereira made the Special Unit responsible.");
    expect(words.indexOf("No. 8:")).toBeLessThan(words.indexOf("No. 11:"));
  });
});
