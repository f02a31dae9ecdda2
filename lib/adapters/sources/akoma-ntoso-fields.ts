import type { HeaderHints } from "@/lib/core/resolution/hints";
import type { ResolutionLanguage } from "@/lib/core/resolution/resolution";

/** The language codes of the files, as ours. */
export const languageOf: Readonly<Record<string, ResolutionLanguage>> = {
  eng: "en",
  fra: "fr",
  fre: "fr",
  spa: "es",
  rus: "ru",
  zho: "zh",
  chi: "zh",
  ara: "ar",
};

/** "akn:p" → "p". */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** White space as print shows it: one blank; line breaks only where the mark-up breaks the line. */
export const tidy = (words: string): string => words.replace(/[^\S\u00a0]+/g, " ").trim();

/** "2031-05-04". */
export const isIsoDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);

/** The header field that an element carries, with the value that its attributes give. */
export function fieldOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
): { field: keyof HeaderHints; value: string | null } | null {
  const refersTo = attributes.refersTo ?? "";
  if (name === "docNumber" && refersTo === "#symbol") return { field: "symbol", value: null };
  if (name === "docTitle" && refersTo === "#resolutionTitle") return { field: "title", value: null };
  if (name === "session") return { field: "session", value: attributes.value ?? null };
  if (name === "docDate" && refersTo === "#adoptionDate")
    return { field: "adopted", value: attributes.date ?? null };
  if (refersTo === "#adoptionMeeting" || attributes.name === "adoptionMeeting")
    return { field: "meeting", value: null };
  return null;
}
