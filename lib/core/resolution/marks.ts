import { numberedThings } from "../language/en/structure";
import type { Span } from "../text/span";

/** A footnote mark in running text: where it stands and the number it shows. */
export type Mark = {
  readonly span: Span;
  readonly number: number;
  /** Only a footnote of that number makes it a mark. */
  readonly doubtful?: true;
};

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLower = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
const isCloser = (code: number): boolean =>
  code === 41 || code === 93 || code === 34 || code === 0x201d || code === 0x2019 || code === 0xbb;
/** , ; : . */
const isPoint = (code: number): boolean => code === 44 || code === 59 || code === 58 || code === 46;

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const superscriptValue = (char: string): number => superscripts.indexOf(char);

/** Runs of digits, runs of superscript figures, "^80", "[^80]", "[75 ]". */
const figures = /\[?\^\d{1,3}\]?|\[\d{1,3} ?\]|[¹²³⁰⁴-⁹]{1,3}|\d+/g;

/** A mark may be followed by white space, punctuation or a closing quote, but not by what continues a number or symbol. */
function endsMark(source: string, end: number): boolean {
  const code = source.charCodeAt(end);
  if (Number.isNaN(code) || code <= 32 || code === 0xa0 || isCloser(code)) return true;
  if (isPoint(code)) return !isDigit(source.charCodeAt(end + 1)) || code === 44;
  return code === 0x2014 || code === 95 || code === 42;
}

/** The lower-case word that ends at `end`; at most twenty letters are looked at. */
function wordEndingAt(source: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 20 && isLower(source.charCodeAt(start - 1))) start--;
  return source.slice(start, end);
}

/** True where digits that start at `start` are glued to the word before them as only a footnote mark is. */
function isGlued(source: string, start: number): boolean {
  let at = start - 1;
  let code = source.charCodeAt(at);
  const emphasis = code === 42 || code === 95;
  if (emphasis) code = source.charCodeAt(--at);
  if (isLower(code)) {
    const word = wordEndingAt(source, at + 1);
    return word.length >= 2 && !numberedThings.has(word);
  }
  if (isCloser(code)) return source.charCodeAt(at - 1) > 32;
  if (!isPoint(code)) return false;
  const before = source.charCodeAt(at - 1);
  if (code === 46) {
    const word = wordEndingAt(source, at);
    return (word.length >= 4 || isCloser(before)) && !numberedThings.has(word);
  }
  // "1998,6 and": a comma glued to two numbers is a mark only behind a year.
  if (isDigit(before)) return isYearEndingAt(source, at);
  return isLower(before) || isCloser(before) || (before >= 65 && before <= 90);
}

const isYearEndingAt = (source: string, end: number): boolean =>
  /(?:^|\D)(?:19|20)\d\d$/.test(source.slice(Math.max(0, end - 5), end));

/** "1/", "23/" after a blank, as typescripts of the 1980s and 1990s set their notes. */
function isSlashMark(source: string, start: number, end: number): boolean {
  if (source.charCodeAt(end) !== 47) return false;
  const before = source.charCodeAt(start - 1);
  if (before !== 32 && before !== 10 && before !== 0xa0) return false;
  const previous = source.charCodeAt(start - 2);
  if (!(isLower(previous) || isPoint(previous) || isCloser(previous))) return false;
  const after = source.charCodeAt(end + 1);
  return Number.isNaN(after) || after <= 32 || isPoint(after) || isCloser(after);
}

const gluedYear = /^(?:19[4-9]|20[0-4])\d[1-9]\d{0,2}$/;

/** Everything in the source that has the form of a footnote mark, in order. Whether it is one, the notes decide. */
export function findMarks(source: string): Mark[] {
  const marks: Mark[] = [];
  let listEnd = -1;
  for (const match of source.matchAll(figures)) {
    const start = match.index;
    const text = match[0];
    let end = start + text.length;
    const first = text.charCodeAt(0);
    if (!isDigit(first)) {
      if (isUnitPower(source, start, text)) continue;
      const number =
        first === 94 || first === 91
          ? Number(text.replace(/\D/g, ""))
          : Number([...text].map(superscriptValue).join(""));
      marks.push({ span: { start, end }, number });
      listEnd = end;
      continue;
    }
    // "conventions of 194958": a year with the mark glued to it.
    if (text.length >= 5 && text.length <= 7 && gluedYear.test(text) && endsMark(source, end)) {
      marks.push({ span: { start: start + 4, end }, number: Number(text.slice(4)), doubtful: true });
      listEnd = end;
      continue;
    }
    if (text.length > 3 || first === 48) continue;
    const follows = start - listEnd;
    const isListed =
      listEnd > 0 &&
      (follows === 1 || follows === 2) &&
      source.charCodeAt(listEnd) === 44 &&
      endsMark(source, end);
    if (isListed && Number(text) > (marks[marks.length - 1]?.number ?? 0)) {
      marks.push({ span: { start: listEnd, end }, number: Number(text) });
      listEnd = end;
      continue;
    }
    if (isSlashMark(source, start, end)) end++;
    else if (!isGlued(source, start) || !endsMark(source, end)) continue;
    marks.push({ span: { start, end }, number: Number(text) });
    listEnd = end;
  }
  return marks;
}

/** "m²", "km²", "m³" are units. */
const isUnitPower = (source: string, start: number, text: string): boolean =>
  (text === "²" || text === "³") && /(?:^|[\s\d])[kcm]?m$/.test(source.slice(Math.max(0, start - 4), start));
