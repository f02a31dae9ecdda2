import type { ReadingHints } from "@/lib/core/resolution/hints";
import type { ResolutionLanguage } from "@/lib/core/resolution/resolution";

/** Something to tell the person about a source that could still be read. */
export type SourceWarning = { readonly code: string; readonly message: string };

/** The text of a document in any format, as the core reads it. `text` is what is kept and never changed. */
export type SourceReading = {
  readonly text: string;
  readonly mediaType: string;
  readonly language: ResolutionLanguage | null;
  readonly hints: ReadingHints;
  readonly warnings: readonly SourceWarning[];
};

/** No resolution comes near this size; larger files are refused before they are opened. */
export const largestSource = 20 * 1024 * 1024;

/** Longest text taken from any file, in characters. */
export const longestText = 5_000_000;
