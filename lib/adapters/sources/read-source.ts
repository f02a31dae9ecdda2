import { fail, type Result } from "@/lib/core/result";
import { readAkomaNtoso } from "./akoma-ntoso";
import { readDocx } from "./docx";
import { readHtml } from "./html";
import { readPdf } from "./pdf";
import { decodeText, readPlainText } from "./plain-text";
import { largestSource, type SourceReading } from "./source-reading";

/** A file as uploaded or found on disk. */
export type SourceFile = { readonly bytes: Uint8Array; readonly fileName: string };

/**
 * Reads a document of any supported format. What the bytes are decides, not the name: PDF, Word (.docx),
 * Akoma Ntoso XML, HTML, else plain text or Markdown. Refusals are values with a sentence for the person.
 * The file's name goes along as a hint.
 */
export async function readSource(file: SourceFile): Promise<Result<SourceReading>> {
  if (file.bytes.length > largestSource)
    return fail("invalid-input", "This file is larger than 20 MB. Upload the resolution alone.");
  if (file.bytes.length === 0) return fail("invalid-input", "This file is empty.");
  const read = await readBytes(file);
  return read.ok
    ? { ok: true, value: { ...read.value, hints: { ...read.value.hints, fileName: file.fileName } } }
    : read;
}

async function readBytes(file: SourceFile): Promise<Result<SourceReading>> {
  const { bytes } = file;
  const magic = String.fromCharCode(...bytes.subarray(0, 8));
  if (magic.startsWith("%PDF")) return readPdf(bytes);
  if (magic.startsWith("PK\u0003\u0004")) return readDocx(bytes);
  if (magic.startsWith("\u00d0\u00cf\u0011\u00e0"))
    return fail(
      "invalid-input",
      "This is a Word document of the old kind (.doc). Save it as .docx or PDF and upload it again.",
    );
  const { text } = decodeText(bytes.subarray(0, 8192));
  const head = text.replace(/^\ufeff/, "").trimStart();
  if (head.startsWith("<")) return readTagged(bytes, head);
  return readPlainText(bytes, /\.(?:md|markdown)$/i.test(file.fileName) ? "text/markdown" : "text/plain");
}

/** HTML, or XML: a document type is part of every web page but refused in XML. */
function readTagged(bytes: Uint8Array, head: string): Result<SourceReading> {
  if (/^<!--\s*page\b/i.test(head)) return readPlainText(bytes);
  if (/^(?:<!--[\s\S]*?-->\s*)*<!doctype\s+html|<html[\s>]/i.test(head) && !/<akomaNtoso[\s>]/.test(head))
    return readHtml(bytes);
  if (/^<(?:\?xml|!DOCTYPE|akomaNtoso|[a-z]+:?akomaNtoso)/i.test(head) || /<akomaNtoso[\s>]/.test(head))
    return readXmlBytes(bytes);
  if (/^<(?:p|div|article|section|body|table|h[1-6]|main|span)[\s>]/i.test(head)) return readHtml(bytes);
  return readPlainText(bytes);
}

function readXmlBytes(bytes: Uint8Array): Result<SourceReading> {
  const { text, warnings } = decodeText(bytes);
  const read = readAkomaNtoso(text);
  return read.ok
    ? { ok: true, value: { ...read.value, warnings: [...warnings, ...read.value.warnings] } }
    : read;
}
