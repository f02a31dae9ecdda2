import type { Line } from "../text/source-text";
import type { Span } from "../text/span";

/** A capital letter. */
export const isUpperCode = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
/** A small letter. */
export const isLowerCode = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff);

/** Last character of a line, quotes and closing brackets aside. */
export function closingCode(source: string, line: Span): number {
  let at = line.end - 1;
  for (let steps = 0; at > line.start && steps < 6; steps++) {
    const code = source.charCodeAt(at);
    const isDressing =
      code === 0x201d ||
      code === 34 ||
      code === 0x2019 ||
      code === 41 ||
      code === 42 ||
      code === 95 ||
      (code >= 48 && code <= 57);
    if (!isDressing) return code;
    at--;
  }
  return source.charCodeAt(at);
}

/** , . ; : */
export const isPause = (code: number): boolean => code === 44 || code === 46 || code === 59 || code === 58;

/** The length that three lines in four, and that ninety-seven in a hundred, do not exceed; longer ones count as 400. */
export function lineLengths(lines: readonly Line[]): { readonly usual: number; readonly long: number } {
  const counts = new Uint32Array(401);
  for (const line of lines) {
    const length = Math.min(400, line.end - line.start);
    counts[length] = (counts[length] ?? 0) + 1;
  }
  const at = (share: number): number => {
    let seen = 0;
    for (let length = 0; length < counts.length; length++) {
      seen += counts[length] ?? 0;
      if (seen > lines.length * share) return length;
    }
    return 80;
  };
  return { usual: at(0.75), long: at(0.97) };
}

/** True where one empty line stands between most lines though the sentences run on across them. */
export function isDoubleSpaced(source: string, lines: readonly Line[]): boolean {
  let apart = 0;
  let running = 0;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    const previous = lines[index - 1];
    if (line === undefined || previous === undefined || line.blanksBefore !== 1) continue;
    apart++;
    const length = previous.end - previous.start;
    if (
      length > 30 &&
      length < 130 &&
      !isPause(closingCode(source, previous)) &&
      isLowerCode(source.charCodeAt(line.start))
    )
      running++;
  }
  return lines.length > 20 && apart > lines.length * 0.6 && running > apart * 0.25;
}

/** "…; and", "…; or" at a line end close a list item. */
export function endsWithConjunction(source: string, line: Span): boolean {
  const tail = source.slice(Math.max(line.start, line.end - 5), line.end);
  return /[;,] (?:and|or)$/.test(tail) || /; or$/.test(tail);
}
