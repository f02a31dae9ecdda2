import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { leadingAdverbs } from "@/lib/core/language/en/verbs";
import { findClauses } from "@/lib/core/mandate/recognizers/clauses";

type MarkedText = {
  readonly text: string;
  readonly italics: readonly { readonly start: number; readonly end: number }[];
};

const open = "\ue000";
const close = "\ue001";

/** The paragraphs of the body with the stretches that the mark-up sets in italics; footnotes left out. */
function bodyParagraphs(xml: string): MarkedText[] {
  const body = /<mainBody\b[\s\S]*?<\/mainBody>/.exec(xml)?.[0] ?? "";
  const words = body
    .replace(/<authorialNote\b[\s\S]*?<\/authorialNote>/g, "")
    .replace(/<(?:span class="italic"|i)>([\s\S]*?)<\/(?:span|i)>/g, `${open}$1${close}`);
  return [...words.matchAll(/<(p|heading|subheading)\b[^>]*>([\s\S]*?)<\/\1>/g)]
    .filter((match) => match[1] === "p")
    .map((match) => readMarks(plain(match[2] ?? "")));
}

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .replaceAll(`${open} `, ` ${open}`)
    .trim();

function readMarks(marked: string): MarkedText {
  const italics: { start: number; end: number }[] = [];
  let text = "";
  let start = 0;
  for (const character of marked) {
    if (character === open) start = text.length;
    else if (character === close) italics.push({ start, end: text.length });
    else text += character;
  }
  return { text, italics };
}

/** A present-tense verb, after its adverbs: "Also requests", "Takes note". Titles of documents and foreign words are set in italics too. */
const operative = new RegExp(
  `^(?:and )?${leadingAdverbs}[A-Za-z][a-z-]*(?:[^aious]s|[aeiou]es|ss?es)\\b`,
  "i",
);
const isOperative = (phrase: string, at: number): boolean =>
  operative.test(phrase.trim()) && (at < 3 || /^[a-z]/.test(phrase.trim())) && !/^inter alia/i.test(phrase);

/**
 * F1 of the operative phrases in italics against the verbs with which the same paragraphs are found to open. Only the
 * opening phrase is set in italics: a second verb ("…, and invites …") stands in upright letters and is not counted.
 */
export function scoreItalicVerbs(folder: string, showErrors: number): string {
  const errors: string[] = [];
  let right = 0;
  let wrong = 0;
  let missed = 0;
  const files = readdirSync(folder).filter((file) => file.endsWith(".xml"));
  for (const file of files)
    for (const { text, italics } of bodyParagraphs(readFileSync(path.join(folder, file), "utf8"))) {
      const phrases = italics.filter((one) => isOperative(text.slice(one.start, one.end), one.start));
      const clauses = findClauses(text).filter((one) => one.start < 3 || isMarked(one, italics));
      for (const phrase of phrases) {
        const at = clauses.findIndex((one) => one.verbStart < phrase.end && phrase.start < one.verbEnd);
        if (at >= 0) {
          clauses.splice(at, 1);
          right++;
        } else {
          missed++;
          errors.push(`${file}: missed ${context(text, phrase.start, phrase.end)}`);
        }
      }
      for (const clause of clauses) {
        if (isMarked(clause, italics)) continue;
        wrong++;
        errors.push(`${file}: not in italics ${context(text, clause.verbStart, clause.verbEnd)}`);
      }
    }
  const f1 = (2 * right) / (2 * right + wrong + missed || 1);
  return [
    `documents ${files.length}: F1 ${f1.toFixed(4)}  (${right} right, ${wrong} wrong, ${missed} missed; target 0.98)`,
    ...errors.slice(0, showErrors).map((line) => `- ${line}`),
    "",
  ].join("\n");
}

const isMarked = (
  clause: { readonly verbStart: number; readonly verbEnd: number },
  italics: MarkedText["italics"],
): boolean => italics.some((one) => clause.verbStart < one.end && one.start < clause.verbEnd);

const context = (text: string, start: number, end: number): string =>
  `"${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}"`;
