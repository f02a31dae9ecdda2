import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../../lib/core/export/csv";
import { neutraliseCell, restoreCell } from "../../../lib/core/export/safe-cell";
import { readCsv, sniffDelimiter } from "../../../lib/core/import/csv";
import { decodeText } from "../../../lib/core/import/decode";
import { aTable, bytesOf, liveCells, quietCells } from "./a-table";

/** What a person gets who exports and imports again. */
async function roundTrip(rows: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> {
  const decoded = decodeText(await bytesOf(writeCsv(aTable(rows))));
  if (!decoded.ok) throw new Error(decoded.error.message);
  const sheet = readCsv(decoded.value.text, ",");
  if (!sheet.ok) throw new Error(sheet.error.message);
  return sheet.value.rows.slice(1);
}

describe("CSV export", () => {
  it("gives no cell that a spreadsheet would run", async () => {
    const text = new TextDecoder().decode(
      await bytesOf(
        writeCsv(
          aTable(
            liveCells.map((cell) => [cell]),
            1,
          ),
        ),
      ),
    );
    const sheet = readCsv(text.slice(1).replaceAll("\uFEFF", ""), ",");
    expect(sheet.ok).toBe(true);
    for (const cell of liveCells) expect(neutraliseCell(cell).startsWith("'")).toBe(true);
    expect(text).not.toMatch(/(^|,|\r\n)"?[=+\-@\t\r\0＝＋－＠]/);
  });

  it("leaves text alone that nothing would run", () => {
    for (const cell of quietCells) expect(neutraliseCell(cell)).toBe(cell);
  });

  it("comes back as it went out, live cells included", async () => {
    const rows = [...liveCells, ...quietCells].map((cell) => [cell, "x", cell]);
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it("comes back as it went out for any text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.string()), { maxLength: 5 }),
        async (pairs) => {
          const rows = pairs.map(([a, b]) => ["row", a, b]);
          expect(await roundTrip(rows)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("takes the guard off again for every text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => restoreCell(neutraliseCell(text)) === text),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^['=+\-@ \t]*$/), (text) => restoreCell(neutraliseCell(text)) === text),
    );
  });

  it("writes numbers, also negative ones, as numbers", async () => {
    const text = new TextDecoder("utf-8").decode(await bytesOf(writeCsv(aTable([[-5, true, null]]))));
    expect(text).toBe("Column 1,Column 2,Column 3\r\n-5,true,\r\n");
  });
});

describe("CSV import", () => {
  it.each([
    ["a,b\n1,2\n", ","],
    ["a;b\n1,5;2\n", ";"],
    ["a\tb\n1,5\t2\n", "\t"],
    ["sep=;\r\na;b,c\r\n", ";"],
    ['"x;y",b\n"1;2;3",2\n', ","],
  ])("finds the sign between cells of %j", (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it("reads what Excel saves as Unicode text, with its byte order mark", () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("Nr\tÄsk\r\n1\tœuvre\r\n", "utf16le"),
    ]);
    const decoded = decodeText(new Uint8Array(bytes));
    expect(decoded).toMatchObject({
      ok: true,
      value: { encoding: "utf-16le", text: "Nr\tÄsk\r\n1\tœuvre\r\n" },
    });
  });

  it("reads an old Western file as such, and refuses what is no text", () => {
    expect(decodeText(Uint8Array.from([0x52, 0xe9, 0x73, 0x75, 0x6d, 0xe9]))).toMatchObject({
      ok: true,
      value: { text: "Résumé", encoding: "windows-1252" },
    });
    const noise = Uint8Array.from({ length: 4000 }, (_none, index) => (index * 37) % 256);
    expect(decodeText(noise).ok).toBe(false);
  });

  it("refuses a cell without end, naming its row", () => {
    const text = `a,b\n1,"${"x".repeat(200_000)}\n`;
    const read = readCsv(text, ",");
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.error.message).toContain("Row 2, column 2");
  });

  it("refuses too many rows and too many columns", () => {
    expect(readCsv("a\n".repeat(30), ",", { rows: 20, columns: 5, cell: 10 }).ok).toBe(false);
    expect(readCsv("a,b,c,d,e,f\n", ",", { rows: 20, columns: 5, cell: 10 }).ok).toBe(false);
  });

  it("reads any text without a word of protest longer than a failure", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const read = readCsv(text);
        return read.ok || read.error.message !== "";
      }),
    );
  });
});
