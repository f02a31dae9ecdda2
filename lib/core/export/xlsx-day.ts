const millisecondsOfDay = 86_400_000;
/** Day 0 of the sheet's calendar that is right from 1 March 1900 on (Excel takes 1900 for a leap year). */
const epoch = Date.UTC(1899, 11, 30);

/** A day as the number by which sheets keep it; null for text that is no day or lies before March 1900. */
export function sheetDay(day: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return null;
  const serial = (at - epoch) / millisecondsOfDay;
  return serial >= 61 ? serial : null;
}

/** The day of a sheet's number, its time of day dropped; `from1904` for sheets of the old Macintosh calendar. */
export function dayOfSheet(serial: number, from1904 = false): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  if (days < 61 || days > 2_958_465) return null;
  return new Date(epoch + days * millisecondsOfDay).toISOString().slice(0, 10);
}
