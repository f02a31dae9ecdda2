import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readXlsx } from "../../../lib/adapters/archive/read-xlsx";
import { writeCsv } from "../../../lib/core/export/csv";
import { writeXlsx } from "../../../lib/core/export/xlsx";
import { dayOfSheet, sheetDay } from "../../../lib/core/export/xlsx-day";
import { aTable, bytesOf, liveCells, quietCells } from "../../core/export/a-table";

const sheetsOf = async (bytes: Uint8Array) => {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};
const roundTrip = async (rows: readonly (readonly string[])[]) =>
  (await sheetsOf(await bytesOf(writeXlsx(aTable(rows)))))[0]?.rows.slice(1);

/** A workbook as we write it, with one part put in place of ours. */
async function withPart(name: string, content: string): Promise<Uint8Array> {
  const parts = unzipSync(await bytesOf(writeXlsx(aTable([["a"]]))));
  return zipSync({ ...parts, [name]: strToU8(content) });
}

describe("XLSX", () => {
  it("comes back as it went out, live cells and control characters included", async () => {
    const rows = [...liveCells, ...quietCells.filter((cell) => cell !== "")].map((cell) => [cell, "x"]);
    expect(await roundTrip(rows)).toEqual(rows);
  });

  it("comes back as it went out for any text", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary", minLength: 1 }), { maxLength: 4 }),
        async (cells) => {
          const rows = cells.map((cell) => ["row", cell]);
          expect(await roundTrip(rows)).toEqual(rows);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("goes on in a further sheet where one is full", async () => {
    const rows = Array.from({ length: 25 }, (_none, index) => [`row ${index}`]);
    const sheets = await sheetsOf(await bytesOf(writeXlsx(aTable(rows, 1), 11)));
    expect(sheets.map((sheet) => sheet.name)).toEqual(["Tasks", "Tasks 2", "Tasks 3", "About this list"]);
    expect(sheets.slice(0, 3).flatMap((sheet) => sheet.rows.slice(1))).toEqual(rows);
    expect(sheets[3]?.rows).toEqual([["As of", "1998-08-03"]]);
  });

  it("keeps days as days, and text that is no day as text", async () => {
    const table = { ...aTable([["1998-08-03"], ["soon"], ["1815-06-09"]], 1) };
    const days = { ...table, columns: table.columns.map((column) => ({ ...column, kind: "day" as const })) };
    const bytes = await bytesOf(writeXlsx(days));
    expect(new TextDecoder().decode(unzipSync(bytes)["xl/worksheets/sheet1.xml"])).toContain(
      's="2"><v>36010</v>',
    );
    expect((await sheetsOf(bytes))[0]?.rows.slice(1)).toEqual([["1998-08-03"], ["soon"], ["1815-06-09"]]);
  });

  it("counts days as sheets do, at every turn of a year", () => {
    expect(sheetDay("1900-03-01")).toBe(61);
    expect(sheetDay("2000-02-29")).toBe(36_585);
    expect(sheetDay("1999-02-29")).toBeNull();
    expect(dayOfSheet(36_585.75)).toBe("2000-02-29");
    expect(dayOfSheet(34_548, true)).toBe("1998-08-03");
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 2_958_465 }),
        (serial) => sheetDay(dayOfSheet(serial) ?? "") === serial,
      ),
    );
  });

  it.each([
    [
      "a document type",
      "xl/worksheets/sheet1.xml",
      '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>',
      /document type/,
    ],
    [
      "a billion laughs",
      "xl/sharedStrings.xml",
      '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>',
      /document type/,
    ],
    ["an unknown entity", "xl/sharedStrings.xml", "<sst><si><t>&xxe;</t></si></sst>", /damaged/],
    ["XML that ends too soon", "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>", /damaged/],
    [
      "a giant cell",
      "xl/sharedStrings.xml",
      `<sst><si><t>${"x".repeat(100_001)}</t></si></sst>`,
      /more than 100000 characters/,
    ],
    [
      "a column far out",
      "xl/worksheets/sheet1.xml",
      '<worksheet><sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData></worksheet>',
      /more than 200 columns/,
    ],
  ])("refuses %s with a clear line", async (_name, part, content, words) => {
    const read = await readXlsx(await withPart(part, content));
    expect(read.ok ? "" : read.error.message).toMatch(words);
  });

  it("takes the value that was last seen for a formula, and calculates nothing", async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:1/")</f><v>7</v></c><c r="C1" t="e"><v>#REF!</v></c></row></sheetData></worksheet>';
    expect((await sheetsOf(await withPart("xl/worksheets/sheet1.xml", sheet)))[0]?.rows).toEqual([["7"]]);
  });

  it("writes a hundred thousand rows without holding them", { timeout: 60_000 }, async () => {
    async function* rows() {
      for (let index = 0; index < 100_000; index += 1)
        yield [`A/RES/52/205#op${index}`, "To report to it at that session", "x"];
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    let size = 0;
    for await (const chunk of writeXlsx(aTable(rows()))) {
      size += chunk.length;
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    }
    expect(size).toBeGreaterThan(500_000);
    expect(most - before).toBeLessThan(60 * 1024 * 1024);
  });
});

const office = process.env.SOFFICE ?? "/usr/bin/soffice";

/** Whether there is a LibreOffice that knows tables: the word processor can be installed without them. */
const hasCalc = existsSync(office) && existsSync(join(dirname(realpathSync(office)), "libsclo.so"));
if (!hasCalc) console.log("LibreOffice Calc is not installed: what it shows of our files is not looked at.");

/** What LibreOffice shows in the first column of a file, as CSV in UTF-8 without our own reading of guards. */
function shownByLibreOffice(
  name: string,
  bytes: Uint8Array,
  reading: readonly string[],
): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), "sheet-"));
  try {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";
    execFileSync(
      office,
      [
        profile,
        "--headless",
        ...reading,
        "--convert-to",
        filter,
        "--outdir",
        join(folder, "out"),
        join(folder, name),
      ],
      { stdio: "ignore" },
    );
    const [out] = readdirSync(join(folder, "out"));
    const text = readFileSync(join(folder, "out", out ?? ""), "utf8");
    return text
      .split("\n")
      .slice(1)
      .map((line) => line.replace(/^"|"$|,+$/g, "").replaceAll('""', '"'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!hasCalc)("LibreOffice", () => {
  // Cells with line ends would not be one line of what LibreOffice writes.
  const cells = liveCells.filter((cell) => !/[\0\r\n]/.test(cell));
  const table = () =>
    aTable(
      cells.map((cell) => [cell]),
      1,
    );

  // A cell that had been run would show its result: 2, #NAME? or Err:509.
  it("opens our workbook and runs none of its cells", { timeout: 120_000 }, async () => {
    const shown = shownByLibreOffice("tasks.xlsx", await bytesOf(writeXlsx(table())), []);
    expect(shown.slice(0, cells.length)).toEqual(cells);
  });

  it("opens our CSV and runs none of its cells", { timeout: 120_000 }, async () => {
    const shown = shownByLibreOffice("tasks.csv", await bytesOf(writeCsv(table())), [
      "--infilter=CSV:44,34,76,1",
    ]);
    expect(shown.slice(0, cells.length)).toEqual(cells.map((cell) => `'${cell}`));
  });
});
