import { dayOfSheet } from "@/lib/core/export/xlsx-day";
import { plainText } from "@/lib/core/export/xlsx-text";
import type { Sheet } from "@/lib/core/import/csv";
import { type SheetLimits, sheetLimits } from "@/lib/core/import/limits";
import { fail, ok, type Result } from "@/lib/core/result";
import { readXml } from "./xml-events";
import { type Archive, ArchiveError, openArchive, packageLimits } from "./zip";

/**
 * The sheets of a workbook as text. Dates come as YYYY-MM-DD, formulas as the value that was last seen; nothing is
 * calculated, no link is followed. Hidden sheets count. Refuses whatever is too large, damaged or forged.
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: SheetLimits = sheetLimits,
): Promise<Result<readonly Sheet[]>> {
  const opened = await openArchive(bytes, packageLimits);
  if (!opened.ok) return opened;
  const archive = opened.value;
  try {
    const book = await readWorkbook(archive);
    const shared = await readSharedStrings(archive, limits);
    const dayStyles = await readDayStyles(archive);
    const sheets: Sheet[] = [];
    if (new Set(book.sheets.map(({ part }) => part)).size < book.sheets.length)
      throw new ArchiveError(
        "Two sheets of this workbook are one and the same, as only forged workbooks have it.",
      );
    for (const { name, part } of book.sheets) {
      const rows = await readRows(archive, part, { shared, dayStyles, from1904: book.from1904 }, limits);
      sheets.push({ name, rows });
    }
    return sheets.length === 0 ? fail("invalid-input", "This workbook holds no sheet.") : ok(sheets);
  } catch (error) {
    if (error instanceof ArchiveError) return fail("invalid-input", error.message);
    throw error;
  } finally {
    archive.close();
  }
}

type Workbook = { readonly sheets: readonly { name: string; part: string }[]; readonly from1904: boolean };

async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = new Map<string, string>();
  await readXml(archive.stream("xl/_rels/workbook.xml.rels"), {
    open: (tag, attribute) => {
      if (tag === "Relationship" && attribute("Type").endsWith("/worksheet"))
        targets.set(attribute("Id"), partOf(attribute("Target")));
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await readXml(archive.stream("xl/workbook.xml"), {
    open: (tag, attribute) => {
      if (tag === "workbookPr") from1904 = /^(1|true)$/.test(attribute("date1904"));
      const part = tag === "sheet" ? targets.get(attribute("id")) : undefined;
      if (part !== undefined) sheets.push({ name: attribute("name"), part });
    },
  });
  return { sheets, from1904 };
}

const partOf = (target: string): string => (target.startsWith("/") ? target.slice(1) : `xl/${target}`);

async function readSharedStrings(archive: Archive, limits: SheetLimits): Promise<readonly string[]> {
  const part = "xl/sharedStrings.xml";
  if (!archive.entries.some((entry) => entry.name === part)) return [];
  const strings: string[] = [];
  const words = new Words(limits);
  await readXml(archive.stream(part), {
    open: (tag) => words.open(tag),
    text: (text) => words.add(text),
    close: (tag) => {
      words.close(tag);
      if (tag === "si") strings.push(words.take());
    },
  });
  return strings;
}

/** Text of `t` elements, without the readings that East Asian sheets add (`rPh`). */
class Words {
  #text = "";
  #isIn = false;
  #isReading = false;
  constructor(private readonly limits: SheetLimits) {}

  open(tag: string): void {
    if (tag === "rPh") this.#isReading = true;
    if (tag === "t" || tag === "v") this.#isIn = !this.#isReading;
  }
  add(text: string): void {
    if (!this.#isIn) return;
    this.#text += text;
    if (this.#text.length > this.limits.cell)
      throw new ArchiveError(`A cell holds more than ${this.limits.cell} characters.`);
  }
  close(tag: string): void {
    if (tag === "rPh") this.#isReading = false;
    if (tag === "t" || tag === "v") this.#isIn = false;
  }
  take(): string {
    const text = plainText(this.#text);
    this.#text = "";
    return text;
  }
}

/** Built-in number formats that show a day (ECMA-376, 18.8.30). */
const builtInDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

async function readDayStyles(archive: Archive): Promise<ReadonlySet<number>> {
  const part = "xl/styles.xml";
  if (!archive.entries.some((entry) => entry.name === part)) return new Set();
  const dayFormats = new Set(builtInDays);
  const styles = new Set<number>();
  let inCellStyles = false;
  let at = 0;
  await readXml(archive.stream(part), {
    open: (tag, attribute) => {
      if (tag === "numFmt" && showsDay(attribute("formatCode")))
        dayFormats.add(Number(attribute("numFmtId")));
      if (tag === "cellXfs") inCellStyles = true;
      if (tag !== "xf" || !inCellStyles) return;
      if (dayFormats.has(Number(attribute("numFmtId")))) styles.add(at);
      at += 1;
    },
    close: (tag) => {
      if (tag === "cellXfs") inCellStyles = false;
    },
  });
  return styles;
}

/** A format with a year or a day in it, after quoted words, escapes, colours and elapsed hours are taken away. */
const showsDay = (format: string): boolean =>
  /[yd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|general/gi, ""));

type Reading = {
  readonly shared: readonly string[];
  readonly dayStyles: ReadonlySet<number>;
  readonly from1904: boolean;
};

async function readRows(
  archive: Archive,
  part: string,
  reading: Reading,
  limits: SheetLimits,
): Promise<string[][]> {
  const rows: string[][] = [];
  const words = new Words(limits);
  let row: string[] = [];
  let cell = { at: 0, type: "", style: 0 };
  let next = 0;
  await readXml(archive.stream(part), {
    open: (tag, attribute) => {
      if (tag === "row") {
        row = [];
        next = 0;
      } else if (tag === "c") {
        const place = /^([A-Z]{1,3})\d+$/.exec(attribute("r"))?.[1];
        cell = {
          at: place === undefined ? next : columnIndex(place),
          type: attribute("t"),
          style: Number(attribute("s") || 0),
        };
        if (cell.at >= limits.columns)
          throw new ArchiveError(`A row has more than ${limits.columns} columns. Is this the right file?`);
        next = cell.at + 1;
      } else words.open(tag);
    },
    text: (text) => words.add(text),
    close: (tag) => {
      words.close(tag);
      if (tag === "c") {
        const value = cellText(words.take(), cell, reading);
        if (value === "") return;
        while (row.length < cell.at) row.push("");
        row[cell.at] = value;
      }
      if (tag !== "row" || row.length === 0) return;
      if (rows.length > limits.rows)
        throw new ArchiveError(
          `This sheet has more than ${limits.rows} rows. Divide it, or load it with npm run load.`,
        );
      rows.push(row);
    },
  });
  return rows;
}

function cellText(raw: string, cell: { type: string; style: number }, reading: Reading): string {
  if (cell.type === "s") return reading.shared[Number(raw)] ?? "";
  if (cell.type === "inlineStr" || cell.type === "str") return raw;
  if (cell.type === "b") return raw === "1" ? "true" : "false";
  if (cell.type === "e" || raw === "") return "";
  if (cell.type === "d") return raw.slice(0, 10);
  const serial = Number(raw);
  if (reading.dayStyles.has(cell.style)) return dayOfSheet(serial, reading.from1904) ?? raw;
  // Sheets keep 0.1 + 0.2 as 0.30000000000000004; people never see more than fifteen digits.
  return Number.isFinite(serial) ? String(Number(serial.toPrecision(15))) : raw;
}

const columnIndex = (name: string): number =>
  [...name].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
