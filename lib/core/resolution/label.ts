import { parseRoman } from "../symbol/roman";

/** How a paragraph's mark is printed. "number" is the mark of a top paragraph ("9."), the others stand below it. */
export type LabelForm = "number" | "parenthesis" | "half" | "dot" | "bullet";

/** A printed mark: "9.", "(a)", "ii)", "•". */
export type Label = {
  readonly form: LabelForm;
  /** What stands in the mark: "9", "a", "ii"; "" for a bullet. */
  readonly mark: string;
  /** Characters from the start of the line to the first character of the text. */
  readonly length: number;
};

/** Markdown and list dashes that may stand before a mark: "- **(a)**", "**1.**", "_1._". */
const beforeLabel = /^(?:[-•–—*]\s+)?[*_]{0,3}/;

/** "9. Decides", "12 . Requests", "1.Endorses", "6.\tRequests", "5) Invites". Not "2.5 per cent" nor "77th". */
const numberLabel =
  /^(\d{1,3})(?:\s?\.|\)|\s?[-–](?=\s[\u0621-\u064a]))[*_]{0,3}(?:[\s\u200b-\u200f\ufeff]+|(?=["“‘«*_(\p{Lu}]))/u;

/** "(a) To …", "(iv) …", "(aa) …", "(12) …", "(A)", also with a stray blank "( b) ". */
const parenthesisLabel = /^\(\s?([a-z]{1,5}|[A-Z]{1,4}|\d{1,2})\s?(?:bis|ter)?\)[*_]{0,3}\s*/;

/** "a) …", "iv) …". */
const halfLabel = /^([a-z]{1,4}|[A-Z])\)[*_]{0,3}\s+/;

/** "a. …", "iii. …": lower case only, for capitals with a dot are headings and initials. */
const dotLabel = /^([a-z]|[ivx]{2,5})\.[*_]{0,3}\s+/;

/** "• …", "– …", "- …", "* …". */
const bulletLabel = /^[•·▪●○◦–—*-]\s+(?=\S)/;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The printed mark at the start of a line, or null. Looks at the first forty characters at most. */
export function readLabel(line: string): Label | null {
  const first = line.charCodeAt(0);
  // Most lines begin with a capital letter: they carry no mark unless "A)" follows.
  if (first >= 65 && first <= 90 && line.charCodeAt(1) !== 41) return null;
  const head = line.slice(0, 60);
  const skipped = beforeLabel.exec(head)?.[0].length ?? 0;
  const rest = head.slice(skipped);
  const code = rest.charCodeAt(0);
  if (isDigit(code)) {
    const match = numberLabel.exec(rest);
    if (match?.[1] !== undefined)
      return { form: "number", mark: String(Number(match[1])), length: skipped + match[0].length };
    return null;
  }
  if (code === 40) {
    const match = parenthesisLabel.exec(rest);
    if (match?.[1] !== undefined)
      return { form: "parenthesis", mark: match[1], length: skipped + match[0].length };
  } else {
    const half = halfLabel.exec(rest);
    if (half?.[1] !== undefined) return { form: "half", mark: half[1], length: skipped + half[0].length };
    const dot = dotLabel.exec(rest);
    if (dot?.[1] !== undefined) return { form: "dot", mark: dot[1], length: skipped + dot[0].length };
  }
  const bullet = bulletLabel.exec(head);
  return bullet === null ? null : { form: "bullet", mark: "", length: bullet[0].length };
}

/** One way to read a mark: the style of its series and its place in it. */
export type MarkReading = {
  readonly style: "letter" | "roman" | "LETTER" | "ROMAN" | "digit" | "bullet";
  readonly ordinal: number;
};

/** "a" → 1, "z" → 26, "aa" → 27, "bb" → 28 (a doubled letter counts on after z). */
function letterOrdinal(mark: string): number | null {
  const first = mark.charAt(0);
  if ([...mark].some((letter) => letter !== first)) return null;
  return mark.toLowerCase().charCodeAt(0) - 96 + 26 * (mark.length - 1);
}

/** All ways to read a label's mark: "i" is the ninth letter and the first Roman numeral. */
export function markReadings(label: Label): readonly MarkReading[] {
  if (label.form === "bullet") return [{ style: "bullet", ordinal: 1 }];
  const mark = label.mark;
  if (isDigit(mark.charCodeAt(0))) return [{ style: "digit", ordinal: Number(mark) }];
  const isUpper = mark === mark.toUpperCase();
  const readings: MarkReading[] = [];
  const letter = letterOrdinal(mark);
  if (letter !== null && mark.length <= 2)
    readings.push({ style: isUpper ? "LETTER" : "letter", ordinal: letter });
  const roman = parseRoman(mark);
  if (roman !== null && roman < 50) readings.push({ style: isUpper ? "ROMAN" : "roman", ordinal: roman });
  return readings;
}
