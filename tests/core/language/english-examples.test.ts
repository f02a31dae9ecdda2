import { describe, expect, it } from "vitest";
import { conditionPhrases } from "@/lib/core/language/en/conditions";
import { cadencePhrases, sessionParts } from "@/lib/core/language/en/deadlines";
import { decidedAtOnce } from "@/lib/core/language/en/decisions";
import { deliverableRules } from "@/lib/core/language/en/deliverables";
import { partnerPhrases } from "@/lib/core/language/en/partners";
import { referencePhrases } from "@/lib/core/language/en/references";
import { verbForms } from "@/lib/core/language/en/verbs";
import { findClauses } from "@/lib/core/mandate/recognizers/clauses";
import { readConditions } from "@/lib/core/mandate/recognizers/conditions";
import { readDeliverable } from "@/lib/core/mandate/recognizers/deliverable";

/** A pattern may keep its place between two uses. */
const matches = (pattern: RegExp, text: string): boolean =>
  new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, "")).test(text);

describe("the example beside each English phrase is found by it", () => {
  it.each([...verbForms.values()].flat().map((form) => [form.example, form] as const))(
    "verb: %s",
    (example, form) => {
      const first = findClauses(`${example.charAt(0).toUpperCase()}${example.slice(1)}`)[0];
      expect(first?.form.means).toBe(form.means);
    },
  );

  it.each(deliverableRules.map((rule) => [rule.example, rule] as const))("product: %s", (example, rule) => {
    expect(readDeliverable(example, false, false).deliverable).toBe(rule.deliverable);
  });

  it.each(partnerPhrases.map((one) => [one.example, one.pattern] as const))(
    "partner: %s",
    (example, pattern) => {
      expect(matches(pattern, example)).toBe(true);
    },
  );

  it.each(conditionPhrases.map((one) => [one.example, one.id] as const))("condition: %s", (example, id) => {
    expect(readConditions(example, 0, example.length).map((one) => one.id)).toContain(id);
  });

  it.each(
    [...cadencePhrases, ...sessionParts, ...decidedAtOnce, ...referencePhrases].map(
      (one) => [one.example, one.pattern] as const,
    ),
  )("phrase: %s", (example, pattern) => {
    expect(matches(pattern, example)).toBe(true);
  });
});
