import { parseSymbol } from "../symbol/parse-symbol";
import type { DocumentSymbol, OrganId } from "../symbol/symbol";

/** The line that opens a resolution: its number and, mostly, its title. */
export type TitleLine = {
  readonly symbol: DocumentSymbol;
  /** Where the printed number stands in the line. */
  readonly numberStart: number;
  readonly numberEnd: number;
  /** Where the title begins in the line; the line's end if the line is the number alone. */
  readonly titleStart: number;
};

/** "52/205. Title", "52/205." with the title on the next line, "S-10/2. Title", "2021/19.\tTitle", "57/283. Title", "42/169 A. Title". */
const sessionNumber =
  /^(?:[*_#\s]*)(?:resolution\s+)?((?:E?S-)?\d{1,4}\/\d{1,3}(?: ?[A-Z](?=\.))?)\s?(?:\.|\s[—–-])[*_]*(?:\s+(?=["“‘«*_(\p{L}\d])|\s*$)/iu;
/** "2222 (XXI). Title", "1818 (LV). Title", "RESOLUTION 302 (IV)". */
const romanNumber =
  /^(?:[*_#\s]*)(?:resolution\s+)?(\d{1,4}(?: ?[A-Z])?\.? ?\((?:E?S-)?[IVXLC]{1,9}\))(?:\s?[.,:—–-]|$)[*_]*\s*/i;
/** "Resolution 2048 (2012)", "2048 (2012). Title". */
const seriesNumber =
  /^(?:[*_#\s]*)(?:resolution\s+(\d{1,4} ?\((?:19|20)\d\d\))[*_.]*|(\d{1,4} ?\((?:19|20)\d\d\))\.)\s*/i;
/** "A/RES/80/251 — Title", "# A/RES/80/251 — Title": Markdown and web pages. */
const symbolNumber = /^(?:[*_#\s]*)((?:A|E|S|UNEP)\/[A-Z0-9./ ()-]{4,40}?)\s+[—–-]\s+(?=\p{Lu})/u;

/** Reads the opening line of a resolution, or null. `organ` says what a bare "2/5" belongs to. */
export function readTitleLine(head: string, organ: OrganId | null): TitleLine | null {
  const first = head.charCodeAt(0);
  // Digits, "R", "S", "E", "A", "U", "r" and mark-up: nothing else can open a title line.
  const isCandidate =
    (first >= 48 && first <= 57) ||
    first === 82 ||
    first === 114 ||
    first === 83 ||
    first === 69 ||
    first === 65 ||
    first === 85 ||
    first === 35 ||
    first === 42 ||
    first === 95;
  if (!isCandidate) return null;
  const line = head.slice(0, 120);
  for (const pattern of [sessionNumber, romanNumber, seriesNumber, symbolNumber]) {
    const match = pattern.exec(line);
    const number = match?.[1] ?? match?.[2];
    if (match === null || number === undefined) continue;
    const symbol = parseSymbol(number.replace(/\. ?\(/, " ("), pattern === seriesNumber ? "SC" : organ);
    if (symbol === null) continue;
    const numberStart = match[0].indexOf(number);
    return { symbol, numberStart, numberEnd: numberStart + number.length, titleStart: match[0].length };
  }
  return null;
}
