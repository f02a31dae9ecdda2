import { createHash } from "node:crypto";
import type { z } from "zod";
import { readResolutions } from "@/lib/core/resolution/parse";
import type { ReadingWarning, Resolution } from "@/lib/core/resolution/resolution";
import { fail, ok, type Result } from "@/lib/core/result";
import { parseSymbol } from "@/lib/core/symbol/parse-symbol";
import type { NewSource } from "@/lib/db/resolutions";
import type { Deps } from "@/lib/deps";
import type { ingestInput } from "./inputs";
import type { Reading } from "./reading";

/** A text read, whoever hands it in. Plain values only: it may come from another thread. */
export type ReadText = Omit<Reading, "source"> & { readonly source: Omit<NewSource, "createdById"> };

/** Text or file into paragraphs and proposals. Any text reads as something; what is doubtful is said in warnings. */
export async function readText(
  readers: Pick<Deps, "readSource" | "extractor">,
  input: z.infer<typeof ingestInput>,
): Promise<Result<ReadText>> {
  const given = input.symbol?.trim() ?? "";
  const stated = given === "" ? null : parseSymbol(given);
  if (given !== "" && !stated) {
    const message = `"${given.slice(0, 60)}" cannot be read as the symbol of a resolution. Type it as printed, for example A/RES/52/205.`;
    return fail("invalid-input", message, { fields: { symbol: message } });
  }
  const pasted = input.text ?? "";
  if (!input.file && pasted.trim() === "") {
    const message = "Paste the text of a resolution, or choose a file.";
    return fail("invalid-input", message, { fields: { text: message } });
  }
  const file = input.file ? { bytes: input.file.bytes, fileName: input.file.name } : null;
  const opened = file ? await readers.readSource(file) : null;
  if (opened && !opened.ok) return opened;
  const text = storable(opened?.value.text ?? pasted);
  const hints = {
    ...opened?.value.hints,
    ...(stated && {
      header: { ...opened?.value.hints.header, symbol: { value: stated.canonical, span: null } },
    }),
  };
  const language = opened?.value.language ?? undefined;
  const [resolution, ...others] = readResolutions({
    text,
    hints,
    ...(language !== undefined && { language }),
  });
  if (!resolution)
    return fail("invalid-input", "This text is empty.", {
      fields: { text: "Paste the text of a resolution." },
    });
  const bytes = file ? new Uint8Array(file.bytes) : null;
  const original = bytes ?? new TextEncoder().encode(text);
  const readIn = languageWarning(resolution.language);
  return ok({
    source: {
      sha256: createHash("sha256").update(original).digest("hex"),
      fileName: file?.fileName ?? "",
      mediaType: opened?.value.mediaType ?? "text/plain",
      language: resolution.language,
      text,
      bytes,
      byteLength: original.length,
    },
    resolution,
    extraction: readers.extractor.extract(resolution),
    warnings: [
      ...(readIn === null ? [] : [readIn]),
      ...resolution.warnings,
      ...(opened?.value.warnings ?? []).map((warning) => ({ ...warning, span: null })),
      ...(others.length > 0 ? [moreResolutions(others)] : []),
    ],
  });
}

/** A database text holds no NUL and no lone surrogate; each is replaced by one character, so that offsets stay. */
const storable = (text: string): string =>
  text.replaceAll("\u0000", "\ufffd").replace(/\p{Surrogate}/gu, "\ufffd");

const moreResolutions = (others: readonly Resolution[]): ReadingWarning => ({
  code: "more-resolutions",
  message: `The text holds ${others.length} more: ${others
    .map((one) => one.symbol || one.title || "one without a symbol")
    .slice(0, 10)
    .join(", ")}. Take each in by itself.`,
  span: null,
});

const languageNames: Readonly<Record<string, string>> = {
  fr: "French",
  es: "Spanish",
  ru: "Russian",
  ar: "Arabic",
  zh: "Chinese",
};

/** Said of every text that is not in English: its rules were measured on fewer texts, and a person should look closer. */
function languageWarning(language: string): ReadingWarning | null {
  const name = languageNames[language];
  if (name === undefined) return null;
  return {
    code: "read-in-other-language",
    message: `The text is in ${name}. Proposals from it are less sure than from English: look at each.`,
    span: null,
  };
}
