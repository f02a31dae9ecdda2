import {
  clauseLink,
  leadingAdverbs,
  nounFollows,
  nounsLikeVerbs,
  relativeBefore,
  type VerbForm,
  verbForms,
} from "../../language/en/verbs";
import type { Paragraph } from "../../resolution/resolution";

/** An operative verb in a paragraph with the stretch it governs. Offsets are those of the paragraph's text. */
export type Clause = {
  readonly form: VerbForm;
  /** Where the words that link it to the clause before begin: ", and in this regard". */
  readonly linkStart: number;
  /** Where the verb's adverbs begin: "Also requests". */
  readonly start: number;
  readonly verbStart: number;
  /** Behind the verb and its particle: "calls upon". */
  readonly verbEnd: number;
  /** Where the next clause's link begins, or the end of the text. */
  readonly end: number;
};

/** Operative verbs stand in the third person ("requests") or, rarely, as participles ("requesting"). */
const mayBeVerb = /(?<![A-Za-z-])[A-Za-z][a-z-]*(?:s|ing)(?![A-Za-z-])/g;

/** How far back a link is looked for: "and, bearing in mind …, requests" is cut at its last comma anyway. */
const lookBack = 120;

const onlyAdverbs = new RegExp(
  `^(?:the (?:general assembly|security council|economic and social council|human rights council|council|assembly|commission),?\\s+)?${leadingAdverbs}$`,
  "i",
);

/** "Notes that the Director, in his report, invites …": what another says is reported, not asked. */
const isReported = (between: string): boolean =>
  between.length < 260 &&
  /^(?:,? [a-z ]{0,30})? that (?:the |its )?[A-Z][^,;]{2,140},(?: (?:in|on|at|through|by|pursuant to|as|under) [^,;]{2,110})?$/.test(
    between,
  ) &&
  !/\b(?:is|are|was|were|has|have|had|will|shall|should|may|can|must|would|do|does)\b/.test(between);

type Head = { form: VerbForm; start: number; linkStart: number; verbStart: number; verbEnd: number };

const known = new WeakMap<Paragraph, readonly Clause[]>();

/** The clauses of a paragraph, looked for once. */
export function clausesOf(paragraph: Paragraph): readonly Clause[] {
  const before = known.get(paragraph);
  if (before !== undefined) return before;
  const clauses = findClauses(paragraph.text);
  known.set(paragraph, clauses);
  return clauses;
}

/**
 * Every operative verb of a paragraph, in order, each with the stretch up to the next one:
 * "Welcomes …, and invites all countries to …" gives two; the first verb of "encourages and welcomes the use …" shares
 * the object of the second. Linear in the text.
 */
export function findClauses(text: string): readonly Clause[] {
  const heads: Head[] = [];
  const quoted = quotedStretches(text);
  for (const match of text.matchAll(mayBeVerb)) {
    if (!verbForms.has(match[0].toLowerCase())) continue;
    const head = readHead(text, match.index, match[0]);
    if (head === null || isInside(quoted, match.index)) continue;
    const last = heads[heads.length - 1];
    if (last !== undefined && isReported(text.slice(last.verbEnd, head.linkStart))) continue;
    heads.push(head);
  }
  const clauses: Clause[] = [];
  for (let index = heads.length - 1; index >= 0; index--) {
    const head = heads[index];
    if (head === undefined) continue;
    const { form, linkStart, start, verbStart } = head;
    const next = clauses[clauses.length - 1];
    const shares = next !== undefined && form.means === "follow-up" && next.linkStart <= head.verbEnd + 1;
    clauses.push({
      form,
      linkStart,
      start,
      verbStart,
      verbEnd: shares ? next.verbEnd : head.verbEnd,
      end: shares ? next.end : (next?.linkStart ?? text.length),
    });
  }
  return clauses.reverse();
}

function readHead(text: string, verbStart: number, word: string): Head | null {
  const before = text.slice(Math.max(0, verbStart - lookBack), verbStart);
  const initial = verbStart < lookBack && onlyAdverbs.test(before);
  const link = initial ? null : clauseLink.exec(before);
  if (!initial && (link === null || relativeBefore.test(before))) return null;
  // A participle is an operative verb only at the head of a numbered paragraph.
  if (/ing$/i.test(word) && verbStart > 0) return null;
  // A capital in mid-sentence opens a clause only at the start of a sentence; "Calls" in a title does not.
  const form = matchForm(text, verbStart, word);
  if (form === null) return null;
  const verbEnd = verbStart + form.length;
  const rest = text.slice(verbEnd, verbEnd + 40);
  if (
    !initial &&
    nounsLikeVerbs.has(word.toLowerCase()) &&
    form.length === word.length &&
    nounFollows.test(rest)
  )
    return null;
  if (!initial && link?.groups?.weak !== undefined && !opensAfterComma(word, form.length, rest)) return null;
  const offset = verbStart - before.length;
  const start = initial ? adverbStart(text, verbStart) : verbStart - trailingAdverbs(before);
  return {
    form: form.form,
    start,
    linkStart: initial ? start : offset + (link?.index ?? 0),
    verbStart,
    verbEnd,
  };
}

const trailing = new RegExp(`(?<=^|[^a-z])${leadingAdverbs}$`, "i");

/** Length of the adverbs at the end of a text: "…, and also " → 5. */
function trailingAdverbs(before: string): number {
  return trailing.exec(before.slice(-60))?.[0].length ?? 0;
}

function adverbStart(text: string, verbStart: number): number {
  return verbStart - trailingAdverbs(text.slice(0, verbStart));
}

function matchForm(text: string, at: number, word: string): { form: VerbForm; length: number } | null {
  for (const form of verbForms.get(word.toLowerCase()) ?? []) {
    form.pattern.lastIndex = at;
    const match = form.pattern.exec(text);
    if (match !== null) return { form, length: match[0].length };
  }
  return null;
}

/** After a bare comma only a verb with what it asks for is believed: ", urges the parties to". */
const takesObject =
  /^(?:,| (?:the|all|any|both|its|their|his|that|to|with|again|also|deep|grave|serious|concern|appreciation|in|those|other|relevant|further|[A-Z]|member|interested|every|each|countries|donors|governments)|(?: [a-z-]+){1,5} to [a-z])/;
const opensAfterComma = (word: string, length: number, rest: string): boolean =>
  takesObject.test(rest) || (length > word.length && /^ [a-z]/.test(rest));

const quotation = /[“"]([^“”"]{1,400})[”"]/g;

/** Quoted titles, in which no clause begins. */
function quotedStretches(text: string): { start: number; end: number }[] {
  if (!/[“"]/.test(text)) return [];
  return [...text.matchAll(quotation)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const isInside = (stretches: readonly { start: number; end: number }[], at: number): boolean =>
  stretches.some((one) => at >= one.start && at < one.end);
