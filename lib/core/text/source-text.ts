/** One line of the source without the white space around it: offsets of the first character and behind the last. */
export type Line = {
  readonly start: number;
  readonly end: number;
  /** White space before the first character. */
  readonly indent: number;
  /** Empty lines just before this one. */
  readonly blanksBefore: number;
  /** A rule drawn with blanks (an indented empty line) stood just before: typesetters print it above footnotes. */
  readonly ruleBefore: boolean;
  /** A form feed stood just before. */
  readonly pageBefore: boolean;
};

/** An empty line with at least this many blanks is the trace of a printed rule. */
const ruleWidth = 20;

/** True for every character that counts as white space in a source, invisible marks of direction and joining included. */
export function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    (code >= 0x202a && code <= 0x202f) ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0x205f ||
    (code >= 0x2060 && code <= 0x2064)
  );
}

const isBreak = (code: number): boolean =>
  code === 10 || code === 13 || code === 12 || code === 11 || code === 0x2028;

/**
 * The non-empty lines of a source, in order. Breaks are LF, CRLF, CR, form feed, vertical tab and U+2028.
 * One pass; nothing is copied.
 */
export function readLines(source: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let blanks = 0;
  let rule = false;
  let page = false;
  const length = source.length;
  while (at < length) {
    let start = at;
    let breakAt = at;
    while (breakAt < length) {
      const code = source.charCodeAt(breakAt);
      if (code < 14 ? isBreak(code) : code === 0x2028) break;
      breakAt++;
    }
    let end = breakAt;
    while (start < end && isSpace(source.charCodeAt(start))) start++;
    while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
    if (start === end) {
      if (breakAt - at >= ruleWidth) rule = true;
      blanks++;
    } else {
      lines.push({
        start,
        end,
        indent: start - at,
        blanksBefore: blanks,
        ruleBefore: rule,
        pageBefore: page,
      });
      blanks = 0;
      rule = false;
      page = false;
    }
    const code = source.charCodeAt(breakAt);
    if (code === 12) page = true;
    at = breakAt + (code === 13 && source.charCodeAt(breakAt + 1) === 10 ? 2 : 1);
  }
  return lines;
}
