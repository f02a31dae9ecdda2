import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
import { readResolutions } from "@/lib/core/resolution/parse";
import { expectFaithful } from "../resolution/spans";

const head = "The General Assembly,\n\n1. Requests the Secretary-General ";

/** The actions of a paragraph that says the same words again and again. */
function actionsOf(words: string, length: number) {
  const text = head + words.repeat(Math.ceil(length / words.length));
  const [resolution] = readResolutions({ text });
  if (resolution === undefined) throw new Error("nothing was read");
  return { text, ...extractMandates(resolution) };
}

describe("a paragraph longer than anybody drafts", () => {
  it("is read to its last clause, each action in its own words", () => {
    const { text, actions, none } = actionsOf("to act, and requests the Board on Wells to report ", 20_000);
    expect(none).toEqual([]);
    for (const action of actions) expectFaithful(text, action.ask);
    const furthest = Math.max(...actions.flatMap((one) => one.ask.spans.map((span) => span.end)));
    expect(furthest).toBeGreaterThan(text.length - 100);
    expect(new Set(actions.map((one) => one.id)).size).toBe(actions.length);
  });

  it.each(["to report and to submit ", "to help states with words and other words "])(
    "gives what its first words ask where no second verb comes (%s)",
    (words) => {
      const { actions } = actionsOf(words, 20_000);
      expect(actions[0]?.verb.value).toBe("request");
      expect(actions[0]?.lead.map((one) => one.value.name)).toEqual(["Secretary-General"]);
    },
  );

  it("stands once among those that ask nothing", () => {
    const text = `The General Assembly,\n\n1. Notes ${"the many words of reports ".repeat(800)}`;
    const [resolution] = readResolutions({ text });
    if (resolution === undefined) throw new Error("nothing was read");
    expect(extractMandates(resolution).none.map((one) => one.para)).toEqual(["1"]);
  });

  it("names nobody twice where a pronoun is said again and again, which doubled the names each time", () => {
    const { actions } = actionsOf("to act, requests it to do so, invites it and them to help ", 3_000);
    expect(actions.length).toBeGreaterThan(10);
    for (const { lead } of actions) {
      const names = lead.map((one) => one.value.name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
