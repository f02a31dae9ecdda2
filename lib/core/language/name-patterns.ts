import { bodyNames } from "../bodies/names";
import { fold } from "../text/fold";
import type { PackLanguage, PackName } from "./pack";

/** The names of bodies in one language as patterns on folded text. */
export const namesIn = (language: PackLanguage): PackName[] =>
  bodyNames.flatMap(({ name, in: names }) =>
    (names[language] ?? []).map(({ as }) => ({ name, pattern: namePattern(language, as), isClass: false })),
  );

/** A printed name as a pattern on folded text that allows for what the language does to names in a sentence. */
export function namePattern(language: PackLanguage, printed: string): string {
  const text = escapeSigns(fold(printed, language === "zh").text);
  switch (language) {
    case "ru":
      return text.replace(/[а-я]{4,}/g, inflected);
    case "ar":
      // "للأمين العام": the article melts into the preposition.
      return text.replace(/^ال/, "(?:ال|لل)").replace(/ة(?= |$)/g, "[ةه]");
    default:
      return text;
  }
}

const escapeSigns = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** "генеральный" → its stem and any ending; what has the look of an abbreviation stays. */
function inflected(word: string): string {
  const stem = word.replace(/(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ых|их|[аяоеиыуюьй])$/, "");
  return `${stem}[а-я]{0,4}`;
}
