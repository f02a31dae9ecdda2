import { oneNumber, referencePhrases, relationPhrases } from "../../language/en/references";
import { paragraphQuote } from "../../resolution/paragraph-quote";
import type { Paragraph } from "../../resolution/resolution";
import { organs } from "../../symbol/organs";
import type { OrganId } from "../../symbol/symbol";
import type { Reference } from "../candidate-action";
import type { Clause } from "./clauses";

/** The other resolutions that a paragraph refers to, each with how: "recalls", "pursuant-to", "mentions" … */
export function readReferences(
  paragraph: Paragraph,
  clauses: readonly Clause[],
  organ: OrganId | null,
): Reference[] {
  const { text } = paragraph;
  if (!/\b[Rr]esolutions? |decisions? /.test(text)) return [];
  const found: Reference[] = [];
  const taken: { start: number; end: number }[] = [];
  for (const phrase of referencePhrases)
    for (const match of text.matchAll(phrase.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some((one) => start < one.end && one.start < end)) continue;
      taken.push({ start, end });
      const by = phrase.organ === "own" ? organ : phrase.organ;
      if (by === null) continue;
      const relation = relationOf(text, start, clauses, paragraph.kind);
      for (const number of (match.groups?.numbers ?? "").matchAll(oneNumber))
        found.push({
          symbol: symbolOf(by, number[0]),
          relation,
          paragraphId: paragraph.id,
          quote: paragraphQuote(paragraph, start, end),
        });
    }
  return found;
}

/** "1325 (2000)" is the Security Council's way of counting, whoever speaks. */
const symbolOf = (organ: OrganId, number: string): string =>
  /\(\d{4}\)$/.test(number) ? `S/RES/${number}` : `${organs[organ].symbolStart}${number}`;

function relationOf(text: string, at: number, clauses: readonly Clause[], kind: Paragraph["kind"]): string {
  const before = text.slice(Math.max(0, at - 120), at);
  const phrase = relationPhrases.find((one) => one.pattern.test(before));
  if (phrase !== undefined) return phrase.relation;
  if (kind === "preambular") return /^\W*(?:recalling|reaffirming)/i.test(text) ? "recalls" : "mentions";
  const clause = clauses.find((one) => at >= one.start && at < one.end);
  return clause?.form.means === "nothing-asked" ? clause.form.reason : "mentions";
}
