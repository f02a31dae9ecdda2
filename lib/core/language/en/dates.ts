import { months } from "./structure";

/** "18 December 1997", "13 July, 2018", "19 December 1966." as an ISO date; null where the words are no date. */
export function parseEnglishDate(text: string): string | null {
  const match = /(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9}),?\s+(\d{4})/.exec(text);
  if (match === null) return null;
  const month = months[(match[2] ?? "").toLowerCase()];
  const day = Number(match[1]);
  if (month === undefined || day < 1 || day > 31) return null;
  return `${match[3]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
