import { strFromU8, unzipSync } from "fflate";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { writeDocx } from "../../../lib/adapters/documents/docx";
import { writeHtml } from "../../../lib/adapters/documents/html";
import { hasOnlyPdfLetters, writePdf } from "../../../lib/adapters/documents/pdf";
import { followUpReport } from "../../../lib/core/export/report/follow-up";
import { grid, heading, plain } from "../../../lib/core/export/report/report";
import { aReportTask, resolution52205, tasksOf52205 } from "../../core/export/report/a-report-task";

const report = followUpReport({
  scope: { kind: "resolution", resolution: resolution52205 },
  tasks: [
    ...tasksOf52205,
    aReportTask({
      number: 99,
      reference: "A/RES/52/205#op99",
      para: "99",
      ask: '<script>alert(1)</script> & "quoted" \u0001 Ştefan Łódź Ελλάς Москва',
    }),
  ],
  resolutions: [resolution52205],
  day: "1998-10-12",
  origin: "Working paper of the Secretariat. Not an official document.",
});

describe("DOCX", () => {
  it("holds the words, heads that repeat, and paragraphs that Word counts itself", async () => {
    const parts = unzipSync(await writeDocx(report));
    const document = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect(document).toContain("Status of implementation of resolution 52/205");
    expect(document).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(document).toContain("Ştefan Łódź Ελλάς Москва");
    expect(document).not.toContain("\u0001");
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document).toContain("<w:numPr>");
    expect(Object.keys(parts).filter((name) => /vba|external|activeX/i.test(name))).toEqual([]);
  });
});

describe("PDF", () => {
  it("holds the words as text, in fonts of its own", { timeout: 30_000 }, async () => {
    const bytes = await writePdf(report);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    const { text, totalPages } = await extractText(await getDocumentProxy(bytes.slice()), {
      mergePages: true,
    });
    expect(totalPages).toBeGreaterThan(0);
    const words = text.replace(/\s+/g, " ");
    expect(words).toContain("Status of implementation of resolution 52/205");
    expect(words).toContain("Ştefan Łódź Ελλάς Москва");
  });

  it("repeats the head of a table that runs over pages", { timeout: 30_000 }, async () => {
    const tasks = Array.from({ length: 120 }, (_none, index) =>
      aReportTask({ number: index, reference: `A/RES/52/205#op${index}`, para: String(index) }),
    );
    const long = followUpReport({
      scope: { kind: "resolution", resolution: resolution52205 },
      tasks,
      resolutions: [resolution52205],
      day: "1998-10-12",
      origin: "x",
    });
    const { text } = await extractText(await getDocumentProxy(await writePdf(long)), { mergePages: false });
    expect(text.length).toBeGreaterThan(4);
    for (const page of text.slice(1, -1)) expect(page).toContain("Status of implementation");
  });
});

describe("a heading", () => {
  it("never stands alone at the foot of a page of the PDF", { timeout: 60_000 }, async () => {
    const blocks = Array.from({ length: 40 }, (_none, at) => [
      plain("Words before it. ".repeat(1 + ((at * 7) % 23))),
      heading(`Heading ${at}`),
      grid(
        {
          caption: `Table ${at}`,
          head: ["Day", "What happened"],
          widths: [1, 4],
          rows: [
            ["1", "One"],
            ["2", "Two"],
          ],
        },
        "",
      ),
    ]).flat();
    const { text } = await extractText(await getDocumentProxy(await writePdf({ ...report, blocks })), {
      mergePages: false,
    });
    expect(text.length).toBeGreaterThan(4);
    for (const page of text) {
      const end = page.trim().replace(/\s*\d+\/\d+$/, "");
      expect(end).not.toMatch(/(Heading|Table) \d+$/);
      expect(end).not.toMatch(/What happened$/);
    }
  });
});

describe("Arabic", () => {
  const arabic = { ...report, blocks: [plain("يطلب إلى الأمين العام أن يقدم تقريرا"), plain("Requests")] };
  it("runs from the right in Word and in HTML, and is not printed as empty boxes in the PDF", async () => {
    const document = strFromU8(unzipSync(await writeDocx(arabic))["word/document.xml"] ?? new Uint8Array());
    expect(document.match(/<w:bidi\/>/g)).toHaveLength(1);
    expect(document.match(/<w:rtl\/>/g)).toHaveLength(1);
    expect(writeHtml(arabic)).toContain('<p dir="auto">يطلب');
    expect(hasOnlyPdfLetters(arabic)).toBe(false);
    expect(hasOnlyPdfLetters(report)).toBe(true);
  });
});

describe("HTML", () => {
  const html = writeHtml(report);
  it("runs nothing and needs nothing from outside", () => {
    expect(html).not.toContain("<script");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quoted&quot;");
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(src|href)="?https?:/);
  });
  it("has a caption and scopes in every table, one title, headings in order", () => {
    expect(html.match(/<table>/g)?.length).toBe(html.match(/<caption>/g)?.length);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html.match(/<th /g)?.length).toBe(html.match(/scope="col"/g)?.length);
  });
});
