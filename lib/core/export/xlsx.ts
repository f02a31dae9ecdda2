import { strToU8, Zip, ZipDeflate } from "fflate";
import { neutraliseCell } from "./safe-cell";
import type { Cell, Column, Table } from "./table";
import { sheetDay } from "./xlsx-day";
import { contentTypes, packageLinks, sheetHead, styles, workbook, workbookLinks } from "./xlsx-parts";
import { sheetText } from "./xlsx-text";

/** Rows of one sheet, heading included (Excel's limit); longer tables go on in a further sheet. */
const rowsOfSheet = 1_048_576;

/**
 * A table as an Office Open XML workbook, written as it comes: one sheet row by row, and a last sheet that says what
 * the list is. All text is inline text, never a formula; text that would become one when somebody edits the cell is
 * marked as quoted. Days are real days of the sheet.
 */
export async function* writeXlsx<Row>(table: Table<Row>, limit = rowsOfSheet): AsyncGenerator<Uint8Array> {
  const archive = new OpenArchive();
  const names: string[] = [];
  const rows = iterate(table.rows);
  let next = await rows.next();
  do {
    names.push(sheetName(table.title, names.length));
    const part = archive.file(`xl/worksheets/sheet${names.length}.xml`);
    part.write(sheetHead(table.columns.map((column) => column.width)));
    part.write(
      rowOf(
        headings(table.columns),
        table.columns.map((column) => column.title),
        1,
      ),
    );
    let at = 1;
    for (; !next.done && at < limit; next = await rows.next()) {
      at += 1;
      const row = next.value;
      part.write(
        rowOf(
          table.columns,
          table.columns.map((column) => column.value(row)),
          at,
        ),
      );
      yield* archive.take();
    }
    part.end(`</sheetData><autoFilter ref="A1:${columnName(table.columns.length - 1)}${at}"/></worksheet>`);
    yield* archive.take();
  } while (!next.done);
  names.push("About this list");
  const about = archive.file(`xl/worksheets/sheet${names.length}.xml`);
  about.write(sheetHead([28, 90], false));
  table.about.forEach((line, index) => {
    about.write(rowOf(aboutColumns, line, index + 1));
  });
  about.end("</sheetData></worksheet>");
  archive.file("xl/workbook.xml").end(workbook(names));
  archive.file("xl/_rels/workbook.xml.rels").end(workbookLinks(names.length));
  archive.file("xl/styles.xml").end(styles);
  archive.file("_rels/.rels").end(packageLinks);
  archive.file("[Content_Types].xml").end(contentTypes(names.length));
  archive.end();
  yield* archive.take();
}

/** A zip file that is written while its bytes are taken away. */
class OpenArchive {
  readonly #zip: Zip;
  #ready: Uint8Array[] = [];

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#ready.push(chunk);
    });
  }

  file(name: string): { write(text: string): void; end(text: string): void } {
    const entry = new ZipDeflate(name, { level: 3 });
    // The same table gives the same bytes: no clock in here.
    entry.mtime = new Date(1980, 0, 1, 12);
    this.#zip.add(entry);
    let waiting = "";
    return {
      write: (text) => {
        waiting += text;
        if (waiting.length < 65_536) return;
        entry.push(strToU8(waiting), false);
        waiting = "";
      },
      end: (text) => entry.push(strToU8(waiting + text), true),
    };
  }

  end(): void {
    this.#zip.end();
  }

  *take(): Generator<Uint8Array> {
    const ready = this.#ready;
    if (ready.length === 0) return;
    this.#ready = [];
    yield* ready;
  }
}

const style = { plain: 0, heading: 1, day: 2, quoted: 3 } as const;

type Styled = Pick<Column<never>, "kind"> & { readonly isHeading?: boolean };
const headings = (columns: readonly Styled[]): Styled[] =>
  columns.map(() => ({ kind: "text", isHeading: true }));
const aboutColumns: readonly Styled[] = [{ kind: "text", isHeading: true }, { kind: "text" }];

function rowOf(columns: readonly Styled[], cells: readonly Cell[], at: number): string {
  let row = `<row r="${at}">`;
  columns.forEach((column, index) => {
    const cell = cells[index] ?? null;
    if (cell !== null && cell !== "") row += cellOf(column, cell, `${columnName(index)}${at}`);
  });
  return `${row}</row>`;
}

function cellOf(column: Styled, cell: string | number | boolean, place: string): string {
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  const day = column.kind === "day" ? sheetDay(cell) : null;
  if (day !== null) return `<c r="${place}" s="${style.day}"><v>${day}</v></c>`;
  const look = column.isHeading ? style.heading : neutraliseCell(cell) === cell ? style.plain : style.quoted;
  return `<c r="${place}" t="inlineStr" s="${look}"><is><t xml:space="preserve">${sheetText(cell)}</t></is></c>`;
}

/** 0 -> "A", 25 -> "Z", 26 -> "AA". */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** Sheets bear at most 31 characters and none of \ / ? * [ ] : */
const sheetName = (title: string, index: number): string =>
  `${
    title
      .replace(/[\\/?*[\]:']/g, " ")
      .slice(0, 26)
      .trim() || "Rows"
  }${index === 0 ? "" : ` ${index + 1}`}`;

async function* iterate<Row>(rows: AsyncIterable<Row> | Iterable<Row>): AsyncGenerator<Row> {
  yield* rows;
}
