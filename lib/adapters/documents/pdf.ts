import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces";
import { dayInWords } from "@/lib/core/calendar/day";
import type { Block, Grid, Report } from "@/lib/core/export/report/report";

// Resolved at run time and not by the bundler: the files are read, not executed.
const fontFolder = (): string =>
  dirname(
    createRequire(join(process.cwd(), "package.json")).resolve(
      "@expo-google-fonts/ibm-plex-sans/package.json",
    ),
  );

/** Of A4 between its margins, in points. */
const textWidth = 481;

let isReady = false;

/** Fonts come from the package; nothing is ever fetched, and no other file is read. */
function prepare(): void {
  if (isReady) return;
  const folder = fontFolder();
  const font = (name: string) => join(folder, name, `IBMPlexSans_${name}.ttf`);
  pdfmake.addFonts({
    Plex: {
      normal: font("400Regular"),
      bold: font("600SemiBold"),
      italics: font("400Regular_Italic"),
      bolditalics: font("600SemiBold_Italic"),
    },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
  isReady = true;
}

/**
 * A document as PDF on A4: searchable text in fonts that lie in the file, heads of tables again on each page, page
 * numbers. Latin, Greek and Cyrillic letters: see `hasOnlyPdfLetters`.
 */
export async function writePdf(report: Report): Promise<Uint8Array> {
  prepare();
  const definition: TDocumentDefinitions = {
    info: { title: report.title, subject: report.subtitle, author: report.origin },
    pageSize: "A4",
    pageMargins: [57, 57, 57, 57],
    defaultStyle: { font: "Plex", fontSize: 9.5, lineHeight: 1.12 },
    footer: (page, pages) => ({
      text: `${page}/${pages}`,
      alignment: "center",
      fontSize: 8,
      margin: [0, 16, 0, 0],
    }),
    content: [...head(report), ...body(report.blocks)],
    images: {},
    // A heading goes over to the next page where what it heads would not begin below it. `headlineLevel` says, in points,
    // how much room that takes: the library's own queries do not know where a row ends up that is moved whole.
    pageBreakBefore: ({ headlineLevel, startPosition }) =>
      headlineLevel !== undefined &&
      startPosition.pageInnerHeight * (1 - startPosition.verticalRatio) < headlineLevel,
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

/** Whether the fonts of the PDF have every letter of a document; Arabic and Chinese need the DOCX or the HTML form. */
export const hasOnlyPdfLetters = (report: Report): boolean =>
  !/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(
    JSON.stringify(report),
  );

const head = (report: Report): Content[] => [
  {
    columns: [
      { text: report.organ, bold: true, fontSize: 14, width: "*" },
      { text: dayInWords(report.day), alignment: "right", width: "auto", noWrap: true, margin: [0, 5, 0, 0] },
    ],
  },
  { canvas: [{ type: "line", x1: 0, y1: 2, x2: textWidth, y2: 2, lineWidth: 1.5 }] },
  ...(report.session === ""
    ? []
    : [{ text: report.session, bold: true, margin: [0, 6, 0, 0] as [number, number, number, number] }]),
  { text: report.title, bold: true, fontSize: 15, margin: [0, 14, 0, 4] },
  { text: report.subtitle, bold: true, margin: [0, 0, 0, 2] },
  { text: report.origin, italics: true, color: "#444444", margin: [0, 0, 0, 10] },
];

function body(blocks: readonly Block[]): Content[] {
  let number = 0;
  return blocks.map((block, index) => {
    if (block.kind === "numbered") number += 1;
    return content(block, number, roomOf(blocks, index));
  });
}

/** Two lines of text with the space below them. */
const twoLines = 28;
/** A taller beginning than this is not waited for. */
const mostRoom = 400;

/** How much room, in points, a block needs to begin: a heading with the beginning of what follows, a table with its first row. */
function roomOf(blocks: readonly Block[], index: number): number {
  const block = blocks[index];
  if (block === undefined) return 0;
  if (block.kind === "heading") return Math.min(mostRoom, 30 + roomOf(blocks, index + 1));
  return block.kind === "grid" ? Math.min(mostRoom, 40 + firstRowOf(block)) : twoLines;
}

/** The height of the tallest cell of the head and of the first row, on the large side: five points a letter. */
function firstRowOf({ head, rows, widths }: Grid): number {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const tallest = (cells: readonly string[]) =>
    Math.max(
      1,
      ...cells.map((text, at) =>
        Math.ceil((text.length * 5) / (((widths[at] ?? whole) / whole) * textWidth - 6)),
      ),
    );
  return (tallest(head) + tallest(rows[0] ?? [])) * 11;
}

function content(block: Block, number: number, room: number): Content {
  switch (block.kind) {
    case "heading": {
      const isFirst = block.level === 1;
      return {
        text: block.text,
        bold: true,
        fontSize: isFirst ? 12 : 10,
        margin: [0, isFirst ? 14 : 10, 0, 4],
        headlineLevel: room,
      };
    }
    case "numbered":
      return { text: `${number}.   ${block.text}`, margin: [0, 0, 0, 6] };
    case "plain":
      return { text: block.text, margin: block.isQuote ? [28, 0, 28, 6] : [0, 0, 0, 6] };
    case "list":
      return { ul: [...block.items], margin: [0, 0, 0, 6] };
    case "grid":
      return grid(block, room);
  }
}

function grid(table: Grid, room: number): Content {
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const cell = (text: string, isHead: boolean): TableCell => ({
    text: breakable(text),
    italics: isHead,
    fontSize: 8.5,
  });
  return {
    margin: [0, 2, 0, 8],
    stack: [
      { text: table.caption, bold: true, margin: [0, 4, 0, 3], headlineLevel: room },
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          keepWithHeaderRows: 1,
          widths: table.widths.map((width) => `${(width / whole) * 100}%`),
          body: [
            table.head.map((text) => cell(text, true)),
            ...table.rows.map((row) => row.map((text) => cell(text, false))),
          ],
        },
        layout: {
          hLineWidth: (line, node) =>
            line === 0 || line === 1 || line === node.table.body.length ? 0.8 : 0.4,
          vLineWidth: () => 0,
          hLineColor: (line) => (line <= 1 ? "#000000" : "#999999"),
          paddingLeft: () => 3,
          paddingRight: () => 3,
        },
      },
    ],
  };
}

/** Words longer than a column would run over its edge: they may break after forty signs. */
const breakable = (text: string): string => text.replace(/\S{40}(?=\S)/g, "$&\u200B");
