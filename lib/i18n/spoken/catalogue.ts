import type { Locale } from "../locale";
import ar from "./ar.json";
import es from "./es.json";
import fr from "./fr.json";
import ru from "./ru.json";
import zh from "./zh.json";

/** The lists of sentences that the core gives as codes. */
export const spokenParts = [
  "organ",
  "organGenitive",
  "session",
  "sessionPart",
  "because",
  "warning",
  "event",
  "status",
  "rule",
  "reminder",
  "step",
  "standing",
  "output",
  "noFollowUp",
  "verb",
  "recurrence",
  "reading",
] as const;
export type SpokenPart = (typeof spokenParts)[number];

/** One language's sentences by code, as ICU messages. */
export type Spoken = Readonly<Record<SpokenPart, Readonly<Record<string, string>>>>;

/** English is said by the core itself; a line for each other language. */
export const spoken: Readonly<Partial<Record<Locale, Spoken>>> = { fr, es, ru, zh, ar };
