import { formatRoman, parseRoman } from "./roman";
import type { DocumentSymbol, OrganId } from "./symbol";

/** "/Corr.1", "/Rev.2", "/Add.1" and combinations. */
const suffixSource = "((?:\\/(?:Corr|Rev|Add)\\.\\d{1,3})*)";

/** One printed habit of symbols: a pattern over the whole text and what it says. */
type Habit = {
  /** Examples; a test reads each. */
  readonly examples: readonly string[];
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    fallback: OrganId | null,
  ) => DocumentSymbol | null;
};

const roman = "[IVXLC]{1,9}";

const habits: readonly Habit[] = [
  {
    examples: ["A/HRC/RES/57/3", "A/HRC/RES/S-36/1"],
    pattern: new RegExp(
      `^A/HRC/RES/(?<series>S-|OM/)?(?<session>\\d{1,3})/(?<number>\\d{1,4})(?: ?(?<part>[A-Z]))?${suffixSource}$`,
    ),
    read: (g) => bySession("HRC", g),
  },
  {
    examples: ["A/RES/52/205", "A/RES/S-10/2", "A/RES/ES-10/23", "A/RES/57/283 B", "A/RES/57/283B"],
    pattern: new RegExp(
      `^A/RES/(?<series>S-|ES-)?(?<session>\\d{1,3})/(?<number>\\d{1,4})(?:[ _]?\\(?(?<part>[A-Z])\\)?)?${suffixSource}$`,
    ),
    read: (g) => bySession("GA", g),
  },
  {
    examples: [
      "A/RES/3234 (XXIX)",
      "A/RES/118(II)",
      "A/RES/3379 (XXX) A",
      "A/RES/2248 (S-V)",
      "A/RES/1004 (ES-II)",
    ],
    pattern: new RegExp(
      `^A/RES/(?<number>\\d{1,4}) ?(?<before>[A-Z])? ?\\((?<series>S-|ES-)?(?<session>${roman})\\)(?: ?(?<part>[A-Z]))?${suffixSource}$`,
    ),
    read: (g) => byRomanSession("GA", g),
  },
  {
    examples: ["S/RES/2754 (2024)", "S/RES/2048(2012)", "S/RES/2573"],
    pattern: new RegExp(`^S/RES/(?<number>\\d{1,4})(?: ?\\((?<session>\\d{4})\\))?${suffixSource}$`),
    read: (g) => bySeries(g),
  },
  {
    examples: ["E/RES/2020/5", "E/RES/1981/7", "E/RES/1990/15 B"],
    pattern: new RegExp(
      `^E/RES/(?<session>(?:19|20)\\d\\d)/(?<number>\\d{1,4})(?: ?(?<part>[A-Z]))?${suffixSource}$`,
    ),
    read: (g) => bySession("ECOSOC", g),
  },
  {
    examples: ["E/RES/1818 (LV)", "E/RES/9(I)", "E/RES/663 E (XXIV)"],
    pattern: new RegExp(
      `^E/RES/(?<number>\\d{1,4}) ?(?<before>[A-Z])? ?\\((?<series>S-)?(?<session>${roman})\\)(?: ?(?<part>[A-Z]))?${suffixSource}$`,
    ),
    read: (g) => byRomanSession("ECOSOC", g),
  },
  {
    examples: ["UNEP/EA.2/RES.5", "UNEP/EA.6/Res.12", "UNEP/EA.SS.1/Res.1"],
    pattern: new RegExp(
      `^UNEP/EA\\.(?<series>SS\\.)?(?<session>\\d{1,3})/(?:RES|Res)\\.(?<number>\\d{1,3})${suffixSource}$`,
    ),
    read: (g) => bySession("UNEA", g),
  },
  {
    examples: ["52/205", "S-10/2", "ES-10/23", "57/283 B", "2020/5", "2/5", "S-36/1"],
    pattern: new RegExp(
      `^(?<series>S-|ES-)?(?<session>\\d{1,4})/(?<number>\\d{1,4})(?: ?(?<part>[A-Z]))?${suffixSource}$`,
    ),
    read: (g, fallback) => {
      const isYear = /^(?:19|20)\d\d$/.test(g.session ?? "");
      if (isYear) return fallback === null || fallback === "ECOSOC" ? bySession("ECOSOC", g) : null;
      if ((g.session ?? "").length > 3) return null;
      return bySession(fallback === "HRC" || fallback === "UNEA" ? fallback : "GA", g);
    },
  },
  {
    examples: ["3234 (XXIX)", "118(II)", "1818 (LV)", "2248 (S-V)"],
    pattern: new RegExp(
      `^(?<number>\\d{1,4}) ?(?<before>[A-Z])? ?\\((?<series>S-|ES-)?(?<session>${roman})\\)(?: ?(?<part>[A-Z]))?${suffixSource}$`,
    ),
    read: (g, fallback) => byRomanSession(fallback === "ECOSOC" ? "ECOSOC" : "GA", g),
  },
  {
    examples: ["2754 (2024)", "2048(2012)"],
    pattern: new RegExp(`^(?<number>\\d{1,4}) ?\\((?<session>(?:19|20)\\d\\d)\\)${suffixSource}$`),
    read: (g) => bySeries(g),
  },
];

const seriesOf = (mark: string | undefined): DocumentSymbol["series"] =>
  mark === undefined || mark === "" ? "regular" : mark.startsWith("E") ? "emergency" : "special";

type Groups = Readonly<Record<string, string | undefined>>;
type Parts = Omit<DocumentSymbol, "canonical">;

const withCanonical = (parts: Parts, isRoman = false): DocumentSymbol => ({
  canonical: formatSymbol(parts, isRoman),
  ...parts,
});

function bySession(organ: OrganId, g: Groups): DocumentSymbol {
  return withCanonical({
    organ,
    session: Number(g.session),
    series: seriesOf(g.series),
    number: trimZeros(g.number),
    part: g.part ?? "",
    suffix: g.suffix ?? "",
  });
}

function byRomanSession(organ: OrganId, g: Groups): DocumentSymbol | null {
  const session = parseRoman(g.session ?? "");
  if (session === null) return null;
  return withCanonical(
    {
      organ,
      session,
      series: seriesOf(g.series),
      number: trimZeros(g.number),
      part: g.part ?? g.before ?? "",
      suffix: g.suffix ?? "",
    },
    true,
  );
}

function bySeries(g: Groups): DocumentSymbol {
  return withCanonical({
    organ: "SC",
    session: g.session === undefined ? null : Number(g.session),
    series: "regular",
    number: trimZeros(g.number),
    part: "",
    suffix: g.suffix ?? "",
  });
}

const trimZeros = (digits: string | undefined): string => String(Number(digits ?? "0"));

/**
 * The canonical writing of a symbol's parts: "A/RES/52/205", "A/RES/3234 (XXIX)", "S/RES/2754 (2024)",
 * "A/RES/57/283 B", "UNEP/EA.2/RES.5". `isRoman` writes the session in Roman figures behind the
 * number, as the General Assembly did to its thirtieth session and the Economic and Social Council to its sixty-third.
 */
export function formatSymbol(parts: Parts, isRoman = false): string {
  const part = parts.part === "" ? "" : ` ${parts.part}`;
  const mark = parts.series === "special" ? "S-" : parts.series === "emergency" ? "ES-" : "";
  switch (parts.organ) {
    case "SC":
      return `S/RES/${parts.number}${parts.session === null ? "" : ` (${parts.session})`}${parts.suffix}`;
    case "UNEA":
      return `UNEP/EA.${mark === "" ? "" : "SS."}${parts.session}/RES.${parts.number}${parts.suffix}`;
    case "HRC":
      return `A/HRC/RES/${mark}${parts.session}/${parts.number}${part}${parts.suffix}`;
    case "GA":
    case "ECOSOC": {
      const start = parts.organ === "GA" ? "A/RES/" : "E/RES/";
      return isRoman && parts.session !== null
        ? `${start}${parts.number} (${mark}${formatRoman(parts.session)})${part}${parts.suffix}`
        : `${start}${mark}${parts.session}/${parts.number}${part}${parts.suffix}`;
    }
  }
}

/**
 * Reads a document symbol of a resolution in any printed habit; null where the text is none.
 * `organ` decides what a bare "52/205" or "2/5" belongs to (the General Assembly where it is null).
 * `parseSymbol("A/RES/118(II)")?.canonical` → "A/RES/118 (II)".
 */
export function parseSymbol(text: string, organ: OrganId | null = null): DocumentSymbol | null {
  if (text.length > 60) return null;
  const tidy = text
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/\.$/, "");
  for (const habit of habits) {
    const match = habit.pattern.exec(tidy);
    if (match === null) continue;
    const groups = { ...match.groups, suffix: match[match.length - 1] ?? "" };
    const symbol = habit.read(groups, organ);
    if (symbol !== null) return symbol;
  }
  return null;
}

/** The habits' own examples, for the tests. */
export const symbolExamples: readonly string[] = habits.flatMap((habit) => habit.examples);

/** The name of a file or address turned into a symbol: "A_RES_52_205.txt", "S_RES_2048(2012)" → "S/RES/2048 (2012)"; null if it is none. */
export function symbolFromFileName(name: string): DocumentSymbol | null {
  const base = name
    .replace(/^.*[\\/]/, "")
    .replace(/\.(?:txt|md|pdf|docx?|html?|xml)$/i, "")
    .replace(/[_-](?:en|fr|es|ru|zh|ar)$/i, "");
  const spaced = base.replace(/[_ ]\(/, " (").replace(/[_ ]([A-Z])$/, " $1");
  return parseSymbol(spaced.replace(/_/g, "/"));
}
