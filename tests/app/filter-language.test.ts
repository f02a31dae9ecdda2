import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFilter, searchOf, writeFilter } from "@/app/_ui/filter/language";
import { deliverables } from "@/lib/core/mandate/candidate-action";
import { workStatuses } from "@/lib/core/task/status";
import { timelinesses } from "@/lib/core/task/timeliness";

describe("the filter language", () => {
  it.each([
    ["is:overdue", { timeliness: ["OVERDUE"] }],
    ["status:pending,in-progress", { status: ["PENDING", "IN_PROGRESS"] }],
    ["session:GA-53", { organ: "GA", session: 53 }],
    ["session:GA-special-32", { organ: "GA-special", session: 32 }],
    ["session:none", { organ: "none" }],
    ["lead:unctad is:open", { body: "unctad", bodyRole: "lead", open: true }],
    ["in:A/RES/52/205 guidelines", { resolution: "A/RES/52/205", text: "guidelines" }],
    ["due:1998-09-01..1998-12-31", { dueFrom: "1998-09-01", dueTo: "1998-12-31" }],
    ["due:..1998-12-31", { dueTo: "1998-12-31" }],
    ['owner:me "commemorative meeting"', { owner: "me", text: "commemorative meeting" }],
  ])("reads %s", (text, filter) => {
    expect(readFilter(text)).toEqual({ filter, unknown: [] });
  });

  it("gives back what it cannot read instead of dropping it, so that a person sees why a list is longer", () => {
    expect(readFilter("status:nonsense is:open foo:bar due:soon").unknown).toEqual([
      "status:nonsense",
      "foo:bar",
      "due:soon",
    ]);
  });

  it("reads back what it wrote, for every filter", () => {
    const some = <T>(values: readonly T[]) =>
      fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
    const filters = fc.record(
      {
        open: fc.boolean(),
        blocked: fc.boolean(),
        unassigned: fc.constant(true),
        closureProposed: fc.constant(true),
        status: some(workStatuses),
        timeliness: some(timelinesses),
        deliverable: some(deliverables),
        body: fc.constantFrom("unctad", "none", "Some Printed Body"),
        resolution: fc.constantFrom("A/RES/52/205", "S/RES/2754 (2024)"),
        owner: fc.constantFrom("me", "ck123"),
        responsible: fc.constant("desa"),
        dueFrom: fc.constant("1998-09-01"),
        dueTo: fc.constantFrom("1998-09-01", "1998-12-31"),
        text: fc.constantFrom("report", "commemorative meeting"),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readFilter(writeFilter(filter))).toEqual({ filter, unknown: [] });
      }),
    );
  });

  it("never throws on anything typed", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readFilter(text).filter).toBeTypeOf("object");
      }),
    );
  });

  it("writes an address that can be read and typed", () => {
    expect(searchOf({ organ: "GA", session: 53, timeliness: ["OVERDUE"] })).toBe(
      "q=is:overdue+session:GA-53",
    );
  });
});
