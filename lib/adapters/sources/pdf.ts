import { getDocumentProxy } from "unpdf";
import { fail, ok, type Result } from "@/lib/core/result";
import { type PdfLine, type PdfRun, pageLines } from "./pdf-lines";
import { isPdfBomb } from "./pdf-streams";
import { largestSource, longestText, type SourceReading, type SourceWarning } from "./source-reading";

const mostPages = 400;

/** A page's lines with its height, to tell margins. */
type Page = { readonly lines: readonly PdfLine[]; readonly height: number };

/**
 * The words of a PDF: lines in reading order, a blank line between paragraphs, a form feed between pages, raised
 * figures as footnote marks; running heads and feet left out. A scan without a text layer gives a clear refusal.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<SourceReading>> {
  if (bytes.length > largestSource)
    return fail("invalid-input", "This file is larger than 20 MB. Upload the resolution alone.");
  if (await isPdfBomb(bytes))
    return fail("invalid-input", "This PDF unpacks to more than any resolution needs. It was not opened.");
  let pages: readonly Page[];
  const warnings: SourceWarning[] = [];
  try {
    // pdf.js takes the bytes over and refuses a Buffer: give it a plain copy.
    const document = await getDocumentProxy(new Uint8Array(bytes));
    if (document.numPages > mostPages)
      warnings.push({
        code: "many-pages",
        message: `Only the first ${mostPages} of ${document.numPages} pages were read.`,
      });
    pages = await readPages(document);
  } catch {
    return fail("invalid-input", "This PDF cannot be opened: it is damaged or protected by a password.");
  }
  const text = writePages(pages);
  if (text.trim() === "")
    return fail(
      "invalid-input",
      "This PDF holds pictures of pages and no text. Run text recognition on it first, or paste the text.",
    );
  return ok({
    text: text.slice(0, longestText),
    mediaType: "application/pdf",
    language: null,
    hints: {},
    warnings,
  });
}

async function readPages(document: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<Page[]> {
  const pages: Page[] = [];
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const page = await document.getPage(number);
    const content = await page.getTextContent();
    const [x0 = 0, y0 = 0, x1 = 612, y1 = 792] = page.view;
    const runs: PdfRun[] = [];
    for (const item of content.items) {
      if (!("str" in item)) continue;
      const [, , , scale = 0, x = 0, y = 0] = item.transform as number[];
      runs.push({
        text: item.str,
        x: x - x0,
        y: y - y0,
        width: item.width,
        size: Math.abs(scale) || item.height,
      });
    }
    pages.push({ lines: pageLines(runs, x1 - x0), height: y1 - y0 });
    page.cleanup();
  }
  return pages;
}

/** The size most letters are set in. */
function bodySize(pages: readonly Page[]): number {
  const letters = new Map<number, number>();
  for (const line of pages.flatMap((page) => page.lines)) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

const withoutFigures = (text: string): string => text.replace(/\d+/g, "#").replace(/\s+/g, " ").toLowerCase();

/** Texts that stand in the head or foot of several pages. */
function runningTexts(pages: readonly Page[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const margin = page.lines
      .filter((line) => isInMargin(line, page.height))
      .map((line) => withoutFigures(line.text));
    for (const text of new Set(margin)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([text]) => text));
}

const isInMargin = (line: PdfLine, height: number): boolean =>
  line.y > height * 0.9 || line.y < height * 0.08;

function writePages(pages: readonly Page[]): string {
  const running = runningTexts(pages);
  const body = bodySize(pages);
  return pages
    .map((page, index) => {
      const kept = page.lines.filter((line) => !isRunning(line, page, index, running, body));
      return writeLines(kept, body);
    })
    .join("\n\f");
}

function isRunning(
  line: PdfLine,
  page: Page,
  index: number,
  running: ReadonlySet<string>,
  body: number,
): boolean {
  if (!isInMargin(line, page.height)) return false;
  if (line.y < page.height * 0.08) return running.has(withoutFigures(line.text)) || line.text.length < 40;
  return index > 0 && (running.has(withoutFigures(line.text)) || line.size < body - 1);
}

/** Lines as text: a blank line where the gap is wider than between lines of one paragraph, or the size changes. */
function writeLines(lines: readonly PdfLine[], body: number): string {
  const gaps: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const gap = (lines[index - 1]?.y ?? 0) - (lines[index]?.y ?? 0);
    if (gap > 0 && gap < body * 3) gaps.push(gap);
  }
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.4)] ?? body * 1.2;
  let text = "";
  let previous: PdfLine | null = null;
  for (const line of lines) {
    if (previous !== null) {
      const gap = previous.y - line.y;
      const isApart = gap > usual * 1.3 || gap < -usual || Math.abs(line.size - previous.size) > 1.5;
      text += isApart ? "\n\n" : "\n";
    }
    text += line.text;
    previous = line;
  }
  return text;
}
