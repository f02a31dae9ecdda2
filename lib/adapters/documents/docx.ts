import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import { dayInWords } from "@/lib/core/calendar/day";
import type { Block, Grid, Report } from "@/lib/core/export/report/report";

/** A4 in twentieths of a point, and the text's width between its margins. */
const paper = { width: 11_906, height: 16_838 } as const;
const margin = 1_134;
const textWidth = paper.width - 2 * margin;
const numbering = "paragraphs";

/**
 * A document as Word (.docx) in the look of documents of the United Nations: organ and day over a rule, Times at ten
 * points, numbered paragraphs that Word itself counts, tables whose heads come again on each page, page numbers.
 */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const document = new Document({
    title: report.title,
    subject: report.subtitle,
    creator: report.origin,
    styles: {
      default: { document: { run: { font: "Times New Roman", size: 20 } } },
      paragraphStyles: [
        {
          id: "Heading1",
          name: "heading 1",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          run: { bold: true, size: 24, font: "Times New Roman" },
          paragraph: { spacing: { before: 320, after: 120 }, keepNext: true },
        },
        {
          id: "Heading2",
          name: "heading 2",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          run: { bold: true, size: 20, font: "Times New Roman" },
          paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
        },
        {
          id: "Title",
          name: "Title",
          basedOn: "Normal",
          next: "Normal",
          quickFormat: true,
          run: { bold: true, size: 28, font: "Times New Roman" },
          paragraph: { spacing: { before: 240, after: 80 } },
        },
      ],
    },
    numbering: {
      config: [
        {
          reference: numbering,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: "%1.",
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 0, hanging: 0 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: paper, margin: { top: margin, bottom: margin, left: margin, right: margin } },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ children: [PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES], size: 18 }),
                ],
              }),
            ],
          }),
        },
        children: [...head(report), ...report.blocks.flatMap(block)],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const head = (report: Report): Paragraph[] => [
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 4, color: "000000" } },
    children: [
      new TextRun({ text: report.organ, bold: true, size: 28 }),
      new TextRun({ text: `\t${dayInWords(report.day)}` }),
    ],
  }),
  ...(report.session === ""
    ? []
    : [
        new Paragraph({
          spacing: { before: 120 },
          children: [new TextRun({ text: report.session, bold: true })],
        }),
      ]),
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(report.title)] }),
  new Paragraph({
    spacing: { after: 60 },
    ...direction(report.subtitle),
    children: words(report.subtitle, { bold: true }),
  }),
  new Paragraph({ spacing: { after: 240 }, children: [new TextRun({ text: report.origin, italics: true })] }),
];

function block(one: Block): (Paragraph | Table)[] {
  switch (one.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: one.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          ...direction(one.text),
          children: words(one.text),
        }),
      ];
    case "numbered":
      return [
        new Paragraph({
          numbering: { reference: numbering, level: 0 },
          spacing: { after: 120 },
          alignment: AlignmentType.BOTH,
          ...direction(one.text),
          children: words(one.text),
        }),
      ];
    case "plain":
      return [
        new Paragraph({
          spacing: { after: 120 },
          ...(one.isQuote && { indent: { left: 567, right: 567 } }),
          ...direction(one.text),
          children: words(one.text),
        }),
      ];
    case "list":
      return one.items.map(
        (item) =>
          new Paragraph({
            bullet: { level: 0 },
            spacing: { after: 40 },
            ...direction(item),
            children: words(item),
          }),
      );
    case "grid":
      return grid(one);
  }
}

/** Arabic and Hebrew run from the right; Word must be told of paragraph and words. */
const isRightToLeft = (text: string): boolean => /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
const direction = (text: string): { bidirectional?: true } =>
  isRightToLeft(text) ? { bidirectional: true } : {};

/** Text for Word; characters that XML cannot hold would make the file unreadable and are dropped. */
const words = (text: string, more: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] => [
  new TextRun({
    text: text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, ""),
    ...(isRightToLeft(text) && { rightToLeft: true }),
    ...more,
  }),
];

function grid(table: Grid): (Paragraph | Table)[] {
  const whole = table.widths.reduce((sum, width) => sum + width, 0);
  const widths = table.head.map((_cell, index) =>
    Math.round(((table.widths[index] ?? 10) / whole) * textWidth),
  );
  const thin = { style: BorderStyle.SINGLE, size: 4, color: "999999" };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const cell = (text: string, index: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 1000, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [new Paragraph({ ...direction(text), children: words(text, { size: 18, italics: isHead }) })],
    });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, index) => cell(text, index, isHead)),
    });
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 120, after: 60 },
      children: words(table.caption, { bold: true }),
    }),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: { ...thin, color: "000000" },
        bottom: { ...thin, color: "000000" },
        left: none,
        right: none,
        insideHorizontal: thin,
        insideVertical: none,
      },
      rows: [row(table.head, true), ...table.rows.map((cells) => row(cells, false))],
    }),
    new Paragraph({ children: [] }),
  ];
}
