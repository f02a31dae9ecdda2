/** The hours from which a digest may go, as the forms of people and units offer them: 0 to 23, shown as "08:00". */
export const digestHours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** Every time zone that this server knows, and the one chosen, which may be known by an older name (or be plain UTC). */
export const timeZones = (chosen: string) =>
  [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", chosen])]
    .sort()
    .map((value) => ({ value, label: value }));
