import type { Failure } from "@/lib/core/result";
import { failures } from "./failures/catalogue";
import type { Locale } from "./locale";

/**
 * A failure in the person's language. A use case says what is the matter in one English sentence, and that sentence is
 * its own key in the catalogue (as in gettext): "{0}" and "{1}" stand where the sentence has values. A sentence that a
 * language lacks stays English, which is better than nothing said.
 */
export function sayFailure(locale: Locale, failure: Failure): Failure {
  if (locale === "en") return failure;
  const { fields } = failure;
  return {
    ...failure,
    message: saySentence(locale, failure.message),
    ...(fields === undefined
      ? {}
      : {
          fields: Object.fromEntries(
            Object.entries(fields).map(([path, words]) => [path, saySentence(locale, words)]),
          ),
        }),
  };
}

/** One sentence of a use case in another language; as it is where the catalogue has no words for it. */
export function saySentence(locale: Locale, sentence: string): string {
  const own = locale === "en" ? undefined : failures[locale];
  if (own === undefined) return sentence;
  const exact = Object.hasOwn(own, sentence) ? own[sentence] : undefined;
  if (exact !== undefined) return exact;
  for (const { pattern, words } of patternsOf(locale, own)) {
    const found = pattern.exec(sentence);
    if (found !== null) return words.replace(/\{(\d)\}/g, (_whole, place) => found[Number(place) + 1] ?? "");
  }
  return sentence;
}

type Pattern = { readonly pattern: RegExp; readonly words: string };
const compiled = new Map<Locale, readonly Pattern[]>();

// A value never runs over a line, and the fixed words around it are long: each pattern stays linear.
function patternsOf(locale: Locale, own: Readonly<Record<string, string>>): readonly Pattern[] {
  const known = compiled.get(locale);
  if (known !== undefined) return known;
  const made = Object.entries(own)
    .filter(([english]) => /\{\d\}/.test(english))
    .sort(([a], [b]) => b.length - a.length)
    .map(([english, words]) => ({
      pattern: new RegExp(
        `^${english
          .split(/\{\d\}/)
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
          .join("(.{0,300}?)")}$`,
      ),
      words,
    }));
  compiled.set(locale, made);
  return made;
}
