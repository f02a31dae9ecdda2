import { deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import pdfmake from "pdfmake";
import { aBomb, anArchive } from "./archive/hostile";
import { bytesOf, docxOf, zipOf } from "./sources/files";

/** A file that means harm or is none of what it says, and the words that refuse it. */
export type HostileFile = {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly refusal: RegExp;
};

const types = {
  "[Content_Types].xml": strToU8("<Types/>"),
  "xl/_rels/workbook.xml.rels": strToU8(
    '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="S" r:id="r1" xmlns:r="r"/></sheets></workbook>'),
};
/** A workbook of one sheet with this XML. */
const workbookOf = (sheet: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ ...types, "xl/worksheets/sheet1.xml": strToU8(sheet), ...more }, { level: 9 });
const rows = (cells: string): string => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;

/** A PDF whose only page has these bytes as its content, packed once. */
function pdfWithContent(content: Buffer, filter = "/FlateDecode"): Uint8Array {
  const packed = deflateSync(content, { level: 9 });
  const head = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Count 1 /Kids [3 0 R] >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>
endobj
4 0 obj
<< /Length ${packed.length} /Filter ${filter} >>
stream
`;
  const tail = "\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n";
  return Buffer.concat([Buffer.from(head), packed, Buffer.from(tail)]);
}

async function lockedPdf(): Promise<Uint8Array> {
  pdfmake.addFonts({
    Helvetica: { normal: "Helvetica", bold: "Helvetica", italics: "Helvetica", bolditalics: "Helvetica" },
  });
  const definition = {
    content: ["RESOLUTION 52/205"],
    defaultStyle: { font: "Helvetica" },
    userPassword: "secret",
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

const laughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">${"bcdefghij"
  .split("")
  .map((name, at) => `<!ENTITY ${name} "${`&${"abcdefghi"[at]};`.repeat(10)}">`)
  .join("")}]><akomaNtoso><p>&j;</p></akomaNtoso>`;

/** Handed in where a resolution is expected. */
export const hostileDocuments: readonly HostileFile[] = [
  { what: "a zip bomb", name: "s.zip", bytes: () => aBomb(64), refusal: /would unpack to more than 20 MB/ },
  {
    what: "an archive within an archive",
    name: "s.zip",
    bytes: () => anArchive({ "inner.zip": anArchive({ "a.txt": strToU8("x") }) }),
    refusal: /archive within an archive/,
  },
  {
    what: "a path out of the archive",
    name: "s.zip",
    bytes: () => anArchive({ "../../../tmp/x.txt": strToU8("x") }),
    refusal: /points outside the archive/,
  },
  {
    what: "an entity of a file on the server",
    name: "r.xml",
    bytes: () =>
      bytesOf(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><akomaNtoso><p>&x;</p></akomaNtoso>',
      ),
    refusal: /document type or entities/,
  },
  {
    what: "a billion laughs",
    name: "r.xml",
    bytes: () => bytesOf(laughs),
    refusal: /document type or entities/,
  },
  {
    what: "the same in UTF-16",
    name: "r.xml",
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(laughs, "utf16le")]),
    refusal: /document type or entities/,
  },
  {
    what: "elements without end, one within the other",
    name: "r.xml",
    bytes: () => bytesOf(`<?xml version="1.0"?><akomaNtoso>${"<p>".repeat(300_000)}`),
    refusal: /nested too deeply/,
  },
  {
    what: "a PDF under lock and key",
    name: "r.pdf",
    bytes: lockedPdf,
    refusal: /damaged or protected by a password/,
  },
  {
    what: "a PDF of some kilobytes that unpacks to a gigabyte",
    name: "r.pdf",
    bytes: () => pdfWithContent(Buffer.alloc(80 * 1024 * 1024, " ")),
    refusal: /unpacks to more than any resolution needs/,
  },
  {
    what: "the same under another spelling",
    name: "r.pdf",
    bytes: () => pdfWithContent(Buffer.alloc(80 * 1024 * 1024, " "), "[/Fl#61teDecode]"),
    refusal: /unpacks to more than any resolution needs/,
  },
  {
    what: "half a PDF",
    name: "r.pdf",
    bytes: async () => (await lockedPdf()).slice(0, 200),
    refusal: /damaged or protected by a password/,
  },
  {
    what: "half a Word document",
    name: "r.docx",
    bytes: () => {
      const whole = docxOf(["RESOLUTION 52/205"]);
      return whole.slice(0, whole.length / 2);
    },
    refusal: /not a complete ZIP archive/,
  },
  {
    what: "a Word document whose text ends in the middle of a tag",
    name: "r.docx",
    bytes: () =>
      docxOf([], {
        "word/document.xml": '<?xml version="1.0"?><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>The Gene',
      }),
    refusal: /not a Word document that can be opened|holds no text/,
  },
  {
    what: "a Word document with macros",
    name: "r.docx",
    bytes: () => docxOf(["RESOLUTION 52/205"], { "word/vbaProject.bin": Buffer.from("x") }),
    refusal: /holds macros/,
  },
  {
    what: "a Word document with millions of tags",
    name: "r.docx",
    bytes: () => {
      let seed = 1;
      const tags = Array.from({ length: 700_000 }, () => {
        seed = (seed * 48271) % 2147483647;
        return `<a${seed.toString(36)}/>`;
      });
      return zipOf({
        "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
        "word/document.xml": `<w:document xmlns:w="x">${tags.join("")}</w:document>`,
      });
    },
    refusal: /unpacks to more than any resolution needs/,
  },
  {
    what: "a program named like a text",
    name: "r.txt",
    bytes: () => Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", "latin1"),
    refusal: /neither text nor a document/,
  },
  {
    what: "a web page named like a PDF",
    name: "r.pdf",
    bytes: () => bytesOf("<!DOCTYPE html><html><p>RESOLUTION 52/205</p></html>"),
    refusal: /named like PDF but is none inside/,
  },
  {
    what: "a PDF named like a Word document",
    name: "r.docx",
    bytes: () => bytesOf("%PDF-1.4"),
    refusal: /named like DOCX but is none inside/,
  },
  {
    what: "a sheet among the resolutions",
    name: "r.xlsx",
    bytes: () => workbookOf(rows("<row><c><v>1</v></c></row>")),
    refusal: /is a sheet/,
  },
];

/** Handed in where a sheet is expected. */
export const hostileSheets: readonly HostileFile[] = [
  {
    what: "a workbook with macros",
    name: "s.xlsx",
    bytes: () => workbookOf(rows(""), { "xl/vbaProject.bin": strToU8("x") }),
    refusal: /holds macros/,
  },
  {
    what: "a workbook made to hold macros",
    name: "s.xlsm",
    bytes: () => workbookOf(rows("")),
    refusal: /may hold macros/,
  },
  {
    what: "a cell of two megabytes",
    name: "s.xlsx",
    bytes: () => workbookOf(rows(`<row><c t="inlineStr"><is><t>${"x".repeat(2_000_000)}</t></is></c></row>`)),
    refusal: /more than 100000 characters/,
  },
  {
    what: "a row of a million columns",
    name: "s.xlsx",
    bytes: () => workbookOf(rows(`<row>${"<c><v>1</v></c>".repeat(1_000_000)}</row>`)),
    refusal: /more than 200 columns/,
  },
  {
    what: "two million rows",
    name: "s.xlsx",
    bytes: () => workbookOf(rows("<row><c><v>1</v></c></row>".repeat(2_000_000))),
    refusal: /more than 200000 rows/,
  },
  {
    what: "a sheet that unpacks to more than any sheet",
    name: "s.xlsx",
    bytes: () => workbookOf(rows(" ".repeat(70_000_000))),
    refusal: /would unpack to more than 60 MB/,
  },
  {
    what: "one sheet under a thousand names",
    name: "s.xlsx",
    bytes: () =>
      workbookOf(rows("<row><c><v>1</v></c></row>"), {
        "xl/workbook.xml": strToU8(
          `<workbook><sheets xmlns:r="r">${'<sheet name="S" r:id="r1"/>'.repeat(1_000)}</sheets></workbook>`,
        ),
      }),
    refusal: /one and the same/,
  },
  {
    what: "elements without end",
    name: "s.xlsx",
    bytes: () => workbookOf(`<worksheet>${"<a>".repeat(300_000)}`),
    refusal: /nested too deeply/,
  },
  {
    what: "an entity of a file on the server",
    name: "s.xlsx",
    bytes: () =>
      workbookOf(
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      ),
    refusal: /document type/,
  },
  {
    what: "a million columns in CSV",
    name: "s.csv",
    bytes: () => bytesOf(`Symbol${",x".repeat(1_000_000)}\n`),
    refusal: /Row 1 has more than 200 columns/,
  },
  {
    what: "a quote that never ends",
    name: "s.csv",
    bytes: () => bytesOf(`Symbol,Para\n"A/RES/52/205,9\n${"A/RES/52/205,9\n".repeat(20_000)}`),
    refusal: /holds more than 100000 characters. A quote may be missing there/,
  },
  {
    what: "a picture named like CSV",
    name: "s.csv",
    bytes: () => Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01", "latin1"),
    refusal: /neither text nor a document/,
  },
  {
    what: "UTF-16 with half a letter",
    name: "s.csv",
    bytes: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Symbol,Para\nA\ud800", "utf16le")]),
    refusal: /not valid UTF-16LE/,
  },
  {
    what: "a Word document named like a sheet",
    name: "s.xlsx",
    bytes: () => docxOf(["x"]),
    refusal: /named like XLSX but is none inside/,
  },
  { what: "a PDF", name: "s.pdf", bytes: () => bytesOf("%PDF-1.4"), refusal: /is no sheet/ },
];
