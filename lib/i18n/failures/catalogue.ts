import type { Locale } from "../locale";
import ar from "./ar.json";
import es from "./es.json";
import fr from "./fr.json";
import ru from "./ru.json";
import zh from "./zh.json";

/** Sentences of use cases by their English words, for each language but English. */
export const failures: Readonly<Record<Exclude<Locale, "en">, Readonly<Record<string, string>>>> = {
  fr,
  es,
  ru,
  zh,
  ar,
};
