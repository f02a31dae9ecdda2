import { ordinalInDigits } from "./ordinal-words";
import type { SessionPart, SessionSeries } from "./rule";

const organNames: Readonly<Record<string, string>> = {
  GA: "General Assembly",
  "GA-special": "General Assembly",
  "GA-emergency": "General Assembly",
  ECOSOC: "Economic and Social Council",
  HRC: "Human Rights Council",
  SC: "Security Council",
  UNEA: "United Nations Environment Assembly",
};

const kinds: Readonly<Record<string, string>> = {
  "GA-special": "special session",
  "GA-emergency": "emergency special session",
};

/** The full English name of the body that a series belongs to; bodies without a short key come back as they are. */
export const organInWords = (organ: SessionSeries): string =>
  // A body may bear any name, "constructor" too.
  (Object.hasOwn(organNames, organ) ? organNames[organ] : undefined) ?? organ;

/** "53rd session of the General Assembly", "2026 session of the Economic and Social Council", "32nd special session of …". */
export function sessionTitle(organ: SessionSeries, session: number): string {
  // The Council has numbered its sessions by their year since 1978; none of its older numbers reaches that high.
  const number = organ === "ECOSOC" && session > 1900 ? String(session) : ordinalInDigits(session);
  return `${number} ${(Object.hasOwn(kinds, organ) ? kinds[organ] : undefined) ?? "session"} of the ${organInWords(organ)}`;
}

const partNames = {
  beginning: "beginning",
  end: "end",
  main: "main part",
  resumed: "resumed part",
  "first-resumed": "first resumed part",
  "second-resumed": "second resumed part",
  substantive: "substantive session",
  organizational: "organizational session",
  "high-level": "high-level segment",
} as const satisfies Record<SessionPart, string>;

/** "main part", "high-level segment" …; a name that is no part comes back as it is. */
export const partInWords = (part: string): string =>
  Object.entries(partNames).find(([key]) => key === part)?.[1] ?? part;
