import { describe, expect, it } from "vitest";
import { readSource } from "@/lib/adapters/sources/read-source";
import { extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolutions } from "@/lib/core/resolution/parse";
import type { Resolution } from "@/lib/core/resolution/resolution";
import { bytesOf, docxOf, type Placed, pdfOf, zipOf } from "./files";

const readAs = async (fileName: string, bytes: Uint8Array): Promise<{ text: string; main: Resolution }> => {
  const read = await readSource({ fileName, bytes });
  if (!read.ok) throw new Error(read.error.message);
  const { text, hints, language } = read.value;
  const [main] = readResolutions({ text, hints, ...(language === null ? {} : { language }) });
  if (main === undefined) throw new Error("nothing was read");
  return { text, main };
};

const refusalOf = async (fileName: string, bytes: Uint8Array): Promise<string> => {
  const read = await readSource({ fileName, bytes });
  return read.ok ? `accepted: ${read.value.text.slice(0, 80)}` : read.error.message;
};

const paragraphsOf = (resolution: Resolution): string[] =>
  resolution.paragraphs.map((one) => `${one.number || one.kind}: ${one.text}`);

const lines = [
  "85/901. World Lighthouse Day",
  "The General Assembly,",
  "Recalling its resolution 84/12,",
  "1. Decides to observe the Day;",
  "2. Requests the Secretary-General:",
  "(a) To report;",
  "(b) To light a lamp.",
  "90th plenary meeting",
  "4 May 2031",
];
const expected = [
  "preambular: Recalling its resolution 84/12,",
  "1: Decides to observe the Day;",
  "2: Requests the Secretary-General:",
  "2(a): To report;",
  "2(b): To light a lamp.",
];

const asked = [
  "85/902. Lighthouses",
  "The General Assembly,",
  "Recalling its resolution 84/12,",
  "1. Requests the Secretary-General, in consultation with Member States, to submit a report at its eighty-sixth session;",
  "2. Invites all Member States to light a lamp by 2035, and decides to convene a meeting on lighthouses at its eighty-seventh session.",
  "90th plenary meeting",
  "4 May 2031",
];

describe("one resolution in every format", () => {
  it.each([
    ["plain text", "r.txt", bytesOf(lines.join("\n\n"))],
    ["plain text with a byte order mark and CRLF", "r.txt", bytesOf(`\ufeff${lines.join("\r\n\r\n")}`)],
    [
      "UTF-16",
      "r.txt",
      new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(lines.join("\n\n"), "utf16le")])),
    ],
    [
      "Markdown",
      "r.md",
      bytesOf(lines.map((line) => line.replace(/^(\d\. )(\w+)/, "$1**$2**")).join("\n\n")),
    ],
    [
      "HTML",
      "r.html",
      bytesOf(
        `<!DOCTYPE html><html lang="en"><head><title>x</title><style>p{}</style></head><body>${lines.map((line) => `<p>${line}</p>`).join("")}<script>alert(1)</script></body></html>`,
      ),
    ],
    ["Word", "r.docx", docxOf(lines)],
    ["PDF", "r.pdf", pdfOf([lines.map((text, index) => ({ text, x: 72, y: 700 - index * 24 }))])],
  ])("%s gives the same paragraphs", async (_format, name, bytes) => {
    const { main } = await readAs(name, bytes);
    expect(main).toMatchObject({
      symbol: "A/RES/85/901",
      title: "World Lighthouse Day",
      adopted: "2031-05-04",
      meeting: "90th plenary meeting",
    });
    expect(paragraphsOf(main)).toEqual(expected);
  });

  it.each([
    ["Markdown", "r.md", bytesOf(asked.map((line) => line.replace(/^(\d\. )(\w+)/, "$1_$2_")).join("\n\n"))],
    [
      "HTML",
      "r.html",
      bytesOf(
        `<html><body>${asked.map((line) => `<p>${line.replace(/^(\d\. )(\w+)/, "$1<i>$2</i>")}</p>`).join("")}</body></html>`,
      ),
    ],
    ["Word", "r.docx", docxOf(asked)],
  ])("%s gives the same follow-up actions as plain text", async (_format, name, bytes) => {
    const plain = await readAs("r.txt", bytesOf(asked.join("\n\n")));
    const other = await readAs(name, bytes);
    const actions = toGuideDocument(plain.main, extractMandates(plain.main)).actions;
    expect(actions.map((one) => `${one.para} ${one.verb} ${one.lead.join()}`)).toEqual([
      "1 request Secretary-General",
      "2 invite Member States",
      "2 decide General Assembly",
    ]);
    expect(toGuideDocument(other.main, extractMandates(other.main)).actions).toEqual(actions);
  });

  it("takes what the bytes are, not what the name says", async () => {
    const { main } = await readAs("resolution.txt", docxOf(lines));
    expect(paragraphsOf(main)).toEqual(expected);
  });

  it("reads Windows-1252 with a warning", async () => {
    const read = await readSource({
      fileName: "r.txt",
      bytes: Buffer.from("San Jos\xe9 Declaration", "latin1"),
    });
    expect(read.ok && [read.value.text, read.value.warnings.map((one) => one.code)]).toEqual([
      "San José Declaration",
      ["not-utf8"],
    ]);
  });
});

describe("HTML", () => {
  it("writes out the numbers of lists and raises footnote marks", async () => {
    const page =
      "<html><body><p>85/901. Day</p><p>The General Assembly,</p><ol><li><i>Notes</i> it;<sup>3</sup></li><li>Requests:<ol type=a><li>To report;</li><li>To act.</li></ol></li></ol></body></html>";
    const { main, text } = await readAs("r.html", bytesOf(page));
    expect(text).toContain("1. Notes it;³");
    expect(paragraphsOf(main)).toEqual(["1: Notes it;", "2: Requests:", "2(a): To report;", "2(b): To act."]);
  });

  it("survives deep nesting", async () => {
    const { text } = await readAs(
      "r.html",
      bytesOf(`<html>${"<div>".repeat(20_000)}deep${"</div>".repeat(20_000)}`),
    );
    expect(text).toBe("deep");
  });
});

describe("Word", () => {
  it("reads raised figures as footnote marks", async () => {
    const { main, text } = await readAs(
      "r.docx",
      docxOf(["85/901. Day", "The General Assembly,", "1. Notes the report^7 of the Council;"]),
    );
    expect(text).toContain("report⁷ of");
    expect(paragraphsOf(main)).toEqual(["1: Notes the report of the Council;"]);
  });

  it.each([
    ["an archive without a document", zipOf({ "a.txt": "a" }), /no Word document/],
    [
      "a document type within",
      docxOf(lines, { "word/styles.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }),
      /document type/,
    ],
    ["a bomb", docxOf(lines, { "word/media.bin": Buffer.alloc(8_000_000) }), /attack|unpacks/],
    ["too much within", docxOf(lines, { "word/a.bin": Buffer.alloc(70_000_000) }), /unpacks/],
    ["a damaged archive", docxOf(lines).slice(0, 200), /not a Word document/],
  ])("refuses %s", async (_what, bytes, message) => {
    expect(await refusalOf("r.docx", bytes)).toMatch(message);
  });
});

describe("PDF", () => {
  const head: Placed = { text: "A/RES/85/901", x: 500, y: 760, size: 8 };
  const page = (number: number, body: readonly string[]): Placed[] => [
    head,
    ...body.map((text, index) => ({ text, x: 72, y: 700 - index * 12 })),
    { text: `${number}/2`, x: 72, y: 30, size: 8 },
  ];

  it("leaves out running heads and feet and joins a paragraph over the page break", async () => {
    const { main, text } = await readAs(
      "r.pdf",
      pdfOf([
        page(1, [lines[0] ?? "", "The General Assembly,", "1. Requests the Secretary-"]),
        page(2, ["General to report on the interna-", "tional lamps."]),
      ]),
    );
    expect(text).not.toContain("1/2");
    expect(paragraphsOf(main)).toEqual([
      "1: Requests the Secretary-General to report on the international lamps.",
    ]);
  });

  it("raises small figures above the line", async () => {
    const { text } = await readAs(
      "r.pdf",
      pdfOf([
        [
          { text: "the report", x: 72, y: 600 },
          { text: "7", x: 118, y: 604, size: 6 },
          { text: "of the Council;", x: 124, y: 600 },
        ],
      ]),
    );
    expect(text).toMatch(/report⁷ ?of the Council;/);
  });

  it("reads two columns one after the other", async () => {
    const column = (x: number, word: string): Placed[] =>
      Array.from({ length: 15 }, (_one, index) => ({
        text: `${word} ${index} of the column here`,
        x,
        y: 700 - index * 12,
      }));
    const { text } = await readAs("r.pdf", pdfOf([[...column(60, "left"), ...column(330, "right")]]));
    expect(text.indexOf("left 14")).toBeLessThan(text.indexOf("right 0"));
  });

  it("refuses pages without words, and damage", async () => {
    expect(await refusalOf("r.pdf", pdfOf([[]]))).toMatch(/pictures of pages/);
    expect(await refusalOf("r.pdf", bytesOf("%PDF-1.4 nothing"))).toMatch(/cannot be opened/);
  });
});

describe("files that are refused", () => {
  it.each([
    ["an empty file", "r.txt", new Uint8Array(0), /empty/],
    ["blanks alone", "r.txt", bytesOf(" \n\t "), /no text/],
    ["a file too large", "r.txt", new Uint8Array(21 * 1024 * 1024), /20 MB/],
    [
      "an old Word file",
      "r.doc",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      /old kind/,
    ],
  ])("%s", async (_what, name, bytes, message) => {
    expect(await refusalOf(name, bytes)).toMatch(message);
  });
});
