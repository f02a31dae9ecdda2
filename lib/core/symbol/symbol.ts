/** Organs whose resolutions are read. */
export type OrganId = "GA" | "ECOSOC" | "SC" | "HRC" | "UNEA";

/** A document symbol taken apart, e.g. A/RES/52/205, S/RES/2754 (2024), A/RES/3234 (XXIX), 57/283 B. */
export type DocumentSymbol = {
  /** Canonical writing: "A/RES/52/205". Equal documents have equal canonical symbols. */
  readonly canonical: string;
  readonly organ: OrganId;
  /** Session number; ECOSOC and Security Council: the year where the symbol carries one; null if the symbol does not tell. */
  readonly session: number | null;
  /** "regular", "special" (S-10), "emergency" (ES-10). */
  readonly series: "regular" | "special" | "emergency";
  /** "205". */
  readonly number: string;
  /** Part letter of "57/283 B", else "". */
  readonly part: string;
  /** "/Corr.1", "/Rev.2", "/Add.1", else "". */
  readonly suffix: string;
};
