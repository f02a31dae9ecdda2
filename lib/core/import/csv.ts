import { restoreCell } from "../export/safe-cell";
import { fail, ok, type Result } from "../result";
import { type SheetLimits, sheetLimits } from "./limits";

/** Rows of cells as text, the heading row first. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * The sign between cells: the one of `sep=` where Excel wrote that line, else the one that cuts the first records into
 * the most equal parts. A file without any is a single column.
 */
export function sniffDelimiter(text: string): Delimiter {
  const said = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1];
  if (said) return said as Delimiter;
  const sample = text.slice(0, 64_000);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const widths = [...records(sample, delimiter, sheetLimits)].slice(0, 20).map((cells) => cells.length);
    const first = widths[0] ?? 1;
    const equal = widths.filter((width) => width === first).length / Math.max(1, widths.length);
    const score = (first - 1) * equal;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * A CSV text as rows. Quotes may hold delimiters, line ends and doubled quotes; lines may end in CRLF, LF or CR; empty
 * lines are skipped. Apostrophes that guarded a live cell are taken off (see `restoreCell`).
 */
export function readCsv(
  text: string,
  delimiter: Delimiter = sniffDelimiter(text),
  limits: SheetLimits = sheetLimits,
): Result<Sheet> {
  const start = /^sep=[,;\t|]\r?\n/i.exec(text)?.[0].length ?? 0;
  const rows: string[][] = [];
  for (const cells of records(start === 0 ? text : text.slice(start), delimiter, limits)) {
    if (cells.length === 1 && cells[0] === "") continue;
    if (cells.length > limits.columns)
      return fail(
        "invalid-input",
        `Row ${rows.length + 1} has more than ${limits.columns} columns. Is this the right file?`,
      );
    const giant = cells.findIndex((cell) => cell.length > limits.cell);
    if (giant >= 0)
      return fail(
        "invalid-input",
        `Row ${rows.length + 1}, column ${giant + 1} holds more than ${limits.cell} characters. A quote may be missing there.`,
      );
    if (rows.length > limits.rows)
      return fail(
        "invalid-input",
        `This sheet has more than ${limits.rows} rows. Divide it, or load it with npm run load.`,
      );
    rows.push(cells.map(restoreCell));
  }
  return ok({ name: "", rows });
}

/** The records one by one. A record that breaks a limit is given as far as it was read, so that the caller can say so. */
function* records(text: string, delimiter: string, limits: SheetLimits): Generator<string[]> {
  let cells: string[] = [];
  let at = 0;
  const length = text.length;
  while (at <= length) {
    let cell: string;
    if (text[at] === '"') {
      const read = quoted(text, at, limits.cell);
      cell = read.cell;
      at = read.end;
    } else {
      const end = endOfPlain(text, at, delimiter);
      cell = text.slice(at, end);
      at = end;
    }
    cells.push(cell);
    const next = text[at];
    if (next === delimiter && cells.length <= limits.columns && cell.length <= limits.cell) {
      at += 1;
      continue;
    }
    yield cells;
    cells = [];
    if (next === undefined) return;
    at += next === "\r" && text[at + 1] === "\n" ? 2 : 1;
    if (at === length) return;
  }
}

/** A quoted cell from its opening quote, and whatever follows its closing quote up to the delimiter. */
function quoted(text: string, start: number, longest: number): { cell: string; end: number } {
  let cell = "";
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
    if (cell.length > longest) return { cell, end: quote + 1 };
  }
}

function endOfPlain(text: string, start: number, delimiter: string): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === delimiter || sign === "\n" || sign === "\r") break;
  }
  return at;
}
