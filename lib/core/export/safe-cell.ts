/**
 * First characters by which a spreadsheet takes a cell for a formula or a command: = + - @, tab, CR, LF and NUL
 * (OWASP ASVS 5.0, 1.2.10), their full-width forms, which some programs fold to them, and white space before any of
 * these, which some programs skip. Apostrophes in front belong to the pattern so that the mark can be taken off again.
 */
const live = /^'*(?:[\t\r\n\0]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212])/u;

/** Puts an apostrophe before text that a spreadsheet would run; all other text stays as it is. `restoreCell` undoes it. */
export const neutraliseCell = (text: string): string => (live.test(text) ? `'${text}` : text);

/** Takes off the apostrophe that `neutraliseCell` put there. `restoreCell(neutraliseCell(text)) === text` for every text. */
export const restoreCell = (text: string): string =>
  text.startsWith("'") && live.test(text) ? text.slice(1) : text;
