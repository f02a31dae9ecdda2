import { fail, ok, type Result } from "@/lib/core/result";
import { decodeWindows1252 } from "@/lib/core/text/windows-1252";
import { largestSource, longestText, type SourceReading, type SourceWarning } from "./source-reading";

/** Decodes the bytes of a text file: UTF-8, UTF-16 with its mark, else Windows-1252 with a warning. */
export function decodeText(bytes: Uint8Array): {
  readonly text: string;
  readonly warnings: readonly SourceWarning[];
} {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), warnings: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder("utf-16be").decode(bytes), warnings: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    const warning = {
      code: "not-utf8",
      message: "The file is not in UTF-8; it was read as Windows-1252. Check accents and quotation marks.",
    };
    return { text: decodeWindows1252(bytes), warnings: [warning] };
  }
}

/** Plain text or Markdown, kept as it is; NUL characters, which no database column holds, become blanks. */
export function readPlainText(input: string | Uint8Array, mediaType = "text/plain"): Result<SourceReading> {
  if (input.length > largestSource)
    return fail("invalid-input", "This file is larger than 20 MB. Upload the resolution alone.");
  const { text, warnings } = typeof input === "string" ? { text: input, warnings: [] } : decodeText(input);
  if (text.length > longestText)
    return fail("invalid-input", "This text is longer than any resolution. Upload the resolution alone.");
  const clean = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (clean.trim() === "") return fail("invalid-input", "This file holds no text.");
  return ok({
    text: clean.includes("\0") ? clean.replaceAll("\0", " ") : clean,
    mediaType,
    language: null,
    hints: {},
    warnings,
  });
}
