import { neutraliseCell } from "./safe-cell";
import { type Cell, chunked, type Table } from "./table";

/** Excel reads UTF-8 only behind this mark. */
const byteOrderMark = "\uFEFF";

/**
 * A table as CSV after RFC 4180: UTF-8 with a byte order mark, CRLF between records, quotes where a cell needs them.
 * Text that a spreadsheet would run as a formula is neutralised; `readCsv` gives back what was written.
 */
export function writeCsv<Row>(table: Table<Row>): AsyncGenerator<Uint8Array> {
  return chunked(records(table));
}

async function* records<Row>(table: Table<Row>): AsyncGenerator<string> {
  yield byteOrderMark + csvRecord(table.columns.map((column) => column.title));
  for await (const row of table.rows) yield csvRecord(table.columns.map((column) => column.value(row)));
}

/** One record with its line end. */
export const csvRecord = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(",")}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  // A number is never live: only text can be mistaken for a formula.
  const text = typeof cell === "string" ? neutraliseCell(cell) : String(cell);
  return /[",;\t\r\n\0']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
