import { dayOfSheet } from "../export/xlsx-day";

const months = "january february march april may june july august september october november december".split(
  " ",
);

/** A day read from a cell; "ambiguous" where day and month could change places ("03/04/1999"). */
export type DayReading = { readonly day: string } | { readonly problem: "ambiguous" | "unreadable" };

/**
 * Reads a day as people type it: 1998-08-03, 3 August 1998, 3-Aug-98, Aug 3, 1998, 13.8.1998, 8/13/1998, or the bare
 * number by which a sheet keeps it. Never guesses between day and month.
 */
export function readDay(cell: string): DayReading {
  const text = cell.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+([A-Za-z]{3,9})\.?,?[\s./-]+(\d{4}|\d{2})$/.exec(text);
  if (dayFirst) return made(yearOf(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text);
  if (monthFirst) return made(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (numbers) return ofTwo(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? dayOfSheet(Number(text)) : null;
  return serial === null ? { problem: "unreadable" } : { day: serial };
}

function ofTwo(first: number, second: number, year: number): DayReading {
  if (first === second) return made(year, first, first);
  if (first > 12) return made(year, second, first);
  if (second > 12) return made(year, first, second);
  return { problem: "ambiguous" };
}

/** Two digits are of the hundred years that end in 2049, as Excel has it. */
function yearOf(text: string | undefined): number {
  const year = Number(text);
  if (text?.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** "Aug", "Sept" and "August" begin the name of one month; 0 for anything else. */
const monthOf = (name: string | undefined): number =>
  months.findIndex((month) => month.startsWith((name ?? "-").toLowerCase())) + 1;

function made(year: number, month: number, day: number): DayReading {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    year >= 1900 && year <= 2200 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day && month > 0;
  return isReal ? { day: at.toISOString().slice(0, 10) } : { problem: "unreadable" };
}
