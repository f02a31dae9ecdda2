/** The Main Committees by the ordinal that the line under the title names. */
const ordinals = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"] as const;
const others =
  "Special Political|Special Political and Decolonization|Special Political and Decolonization Committee \\(Fourth";

/** "[on the report of the Second Committee (A/52/628/Add.5)]" */
const onReport = new RegExp(
  `\\bon\\s+the\\s+reports?\\s+of\\s+the\\s+(?:(?<ordinal>${ordinals.join("|")})|(?<special>${others}))\\s+(?:and\\s+\\w+\\s+)?Committee`,
  "iu",
);
/** "[without reference to a Main Committee (A/79/L.2)]" */
const plenary = /\bwithout\s+reference\s+to\s+a\s+Main\s+Committee\b/iu;

/** How far into a text the line may stand: it is printed under the title. */
const head = 4_000;

/**
 * The Main Committee on whose report a resolution was adopted: "1" to "6", "plenary" where it came without one, "" where
 * the text does not say. Example: "[on the report of the Second Committee (A/52/628)]" -> "2".
 */
export function committeeOf(text: string): string {
  const start = text.slice(0, head);
  const groups = onReport.exec(start)?.groups;
  if (groups?.ordinal)
    return String(ordinals.findIndex((one) => one.toLowerCase() === groups.ordinal?.toLowerCase()) + 1);
  if (groups?.special) return "4";
  return plenary.test(start) ? "plenary" : "";
}
