import { describe, expect, it } from "vitest";
import { nextOccurrenceOf, occurrenceReference, opensNext } from "@/lib/core/task/occurrence";
import { compareSeries } from "@/lib/core/task/series";

const everySecond = { every: 2, unit: "session", label: "biennial", basis: "implied" } as const;
const at = (session: number) => [{ kind: "session", organ: "GA", session, operator: "at" } as const];

describe("the next occurrence", () => {
  const first = { rules: at(54), recurrence: everySecond, dueOn: "2000-09-04", occurrence: 1 };
  it("follows the rhythm of sessions: 54th, 56th, 58th", () => {
    expect(nextOccurrenceOf(first, first)?.rules).toEqual(at(56));
    expect(nextOccurrenceOf({ ...first, rules: at(56), occurrence: 2 }, first)?.rules).toEqual(at(58));
  });
  it("is counted from where a decision moved this one, not from where it should have been", () => {
    expect(nextOccurrenceOf({ ...first, rules: at(57), occurrence: 2 }, first)?.rules).toEqual(at(59));
  });
  it("does not drift from the 31st to the 28th of a month", () => {
    const monthly = { every: 1, unit: "month", label: "every month", basis: "stated" } as const;
    const day = (on: string) => [{ kind: "date", on, operator: "by" } as const];
    const january = { rules: day("1998-01-31"), recurrence: monthly, dueOn: "1998-01-31", occurrence: 1 };
    const february = { ...january, rules: day("1998-02-28"), dueOn: "1998-02-28", occurrence: 2 };
    expect(nextOccurrenceOf(february, january)?.rules).toEqual(day("1998-03-31"));
  });
  it("is for a person to set where the text gives no rhythm, and is none where it does not come back", () => {
    const regular = { every: 1, unit: "unspecified", label: "regular", basis: "stated" } as const;
    expect(nextOccurrenceOf({ ...first, recurrence: regular }, first)).toMatchObject({
      rules: null,
      because: { code: "recurrence-unspecified" },
    });
    expect(nextOccurrenceOf({ ...first, recurrence: null }, first)).toBeNull();
  });
  it("is opened by what was done and by what was missed, not by what an organ ended", () => {
    expect((["IMPLEMENTED", "NOT_IMPLEMENTED"] as const).every(opensNext)).toBe(true);
    expect((["SUPERSEDED", "RETIRED", "SUBMITTED", "DEFERRED"] as const).some(opensNext)).toBe(false);
  });
  it("keeps the reference of the ask and counts on", () => {
    expect(occurrenceReference("A/RES/52/205#op12/2", 2)).toBe("A/RES/52/205#op12/2~2");
    expect(occurrenceReference("A/RES/52/205#op12/2~2", 3)).toBe("A/RES/52/205#op12/2~3");
  });
});

describe("a later text beside the asks of an earlier one", () => {
  const paragraph = (number: string, text: string) => ({ stableId: `op${number}`, number, text });
  const old = [
    paragraph(
      "4",
      "Invites the United Nations Conference on Trade and Development and the Special Unit to prepare jointly concrete recommendations on the follow-up to the San José Declaration and Plan of Action",
    ),
    paragraph(
      "12",
      "Requests the Secretary-General to submit to the General Assembly at its fifty-fourth session a report on the implementation of the present resolution",
    ),
    paragraph(
      "7",
      "Invites all countries to contribute to the Voluntary Trust Fund for the Promotion of South-South Cooperation",
    ),
    paragraph(
      "8",
      "Urges organizations of the United Nations system to mainstream technical cooperation among developing countries in their programmes",
    ),
  ];
  const asks = old.map((one) => ({ key: one.number, paragraph: one }));
  const later = [
    paragraph("1", "Takes note of the report on the state of South-South cooperation"),
    paragraph(
      "5",
      "Invites all countries to contribute to the Voluntary Trust Fund for the Promotion of South-South Cooperation and urges organizations of the United Nations system to mainstream technical cooperation among developing countries",
    ),
    paragraph(
      "9",
      "Requests the Secretary-General to submit to the General Assembly at its fifty-sixth session a report on the implementation of the present resolution",
    ),
  ];
  const found = new Map(compareSeries(asks, later).map((one) => [one.key, one]));
  it("proposes renewal where only the session changed", () => {
    expect(found.get("12")).toMatchObject({ verdict: "renewed", paragraph: { number: "9" } });
  });
  it("proposes silence, which ends nothing, where no paragraph comes near", () => {
    expect(found.get("4")).toMatchObject({ verdict: "silent", paragraph: null });
  });
  it("proposes consolidation where two asks meet in one paragraph", () => {
    expect(found.get("7")?.paragraph?.number).toBe("5");
    expect(found.get("8")).toMatchObject({ verdict: "consolidated", paragraph: { number: "5" } });
  });
  it("has an answer for every ask, also against an empty text", () => {
    expect(compareSeries(asks, []).map((one) => one.verdict)).toEqual([
      "silent",
      "silent",
      "silent",
      "silent",
    ]);
    expect(compareSeries([], later)).toEqual([]);
  });
});
