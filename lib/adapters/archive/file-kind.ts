import { fail, ok, type Result } from "@/lib/core/result";
import { type Archive, openArchive, packageLimits } from "./zip";

/** What a file is by its bytes, whatever its name says. */
export type FileKind = "pdf" | "docx" | "xlsx" | "zip" | "xml" | "html" | "text";

/** Endings that promise a kind; a file whose bytes say otherwise is refused. */
const promised: Readonly<Record<string, FileKind>> = {
  pdf: "pdf",
  docx: "docx",
  xlsx: "xlsx",
  zip: "zip",
  xml: "xml",
  akn: "xml",
};

/**
 * Tells the kind of a file by its first bytes and, for packages, by their contents. Refuses old binary office files,
 * files with macros, programs, pictures, and files that are not what their name says.
 */
export async function fileKind(name: string, bytes: Uint8Array): Promise<Result<FileKind>> {
  const kind = await kindOf(name, bytes);
  if (!kind.ok) return kind;
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (/^(docm|xlsm|dotm|xltm)$/.test(ending))
    return fail("invalid-input", `“${name}” may hold macros. Save it as DOCX or XLSX.`);
  const said = promised[ending];
  if (said !== undefined && said !== kind.value)
    return fail("invalid-input", `“${name}” is named like ${said.toUpperCase()} but is none inside.`);
  return kind;
}

async function kindOf(name: string, bytes: Uint8Array): Promise<Result<FileKind>> {
  if (bytes.length === 0) return fail("invalid-input", `“${name}” is empty.`);
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (head.startsWith("%PDF-")) return ok("pdf");
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return packageKind(name, bytes);
  if (head.startsWith("\xD0\xCF\x11\xE0"))
    return fail("invalid-input", `“${name}” is in the old binary form of Office. Save it as DOCX or XLSX.`);
  const isWide = head.startsWith("\xFF\xFE") || head.startsWith("\xFE\xFF");
  // NUL in the first bytes: a program, a picture, or UTF-16 without its mark.
  if (!isWide && head.includes("\0") && !hasEveryOtherZero(head))
    return fail("invalid-input", `“${name}” is neither text nor a document that is read here.`);
  // What markup begins with is the same in every encoding, zeros and marks aside.
  const start = head
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, "")
    .replaceAll("\0", "")
    .trimStart()
    .toLowerCase();
  if (/^<!doctype html|^<html/.test(start)) return ok("html");
  if (start.startsWith("<?xml") || /^<[a-z][\w:.-]*[\s>]/.test(start)) return ok("xml");
  return ok("text");
}

const hasEveryOtherZero = (head: string): boolean =>
  [0, 1].some((start) => [0, 2, 4, 6, 8, 10, 12, 14].every((at) => head[at + start] === "\0"));

async function packageKind(name: string, bytes: Uint8Array): Promise<Result<FileKind>> {
  const opened = await openArchive(bytes, packageLimits);
  // Not decent as a document: it may still be judged as an archive, by the limits of archives.
  if (!opened.ok) return /\.(docx|xlsx)$/i.test(name) ? opened : ok("zip");
  try {
    return judgePackage(name, opened.value);
  } finally {
    opened.value.close();
  }
}

function judgePackage(name: string, archive: Archive): Result<FileKind> {
  const names = new Set(archive.entries.map((entry) => entry.name));
  if (!names.has("[Content_Types].xml")) return ok("zip");
  if ([...names].some((part) => /vbaProject\.bin$|\/activeX\/|\/macrosheets\//i.test(part)))
    return fail("invalid-input", `“${name}” holds macros. Save it without them, as DOCX or XLSX.`);
  if (names.has("word/document.xml")) return ok("docx");
  if (names.has("xl/workbook.xml")) return ok("xlsx");
  return fail("invalid-input", `“${name}” is an Office file of a kind that is not read here.`);
}
