import { parseSymbol } from "./parse-symbol";
import type { DocumentSymbol } from "./symbol";

/** "resolution", "res." or "R" between an organ and a number: "GA resolution 52/205", "UNSCR 1325". */
const called = "(?:\\s*/)?\\s*(?:resolutions?|res|r)?\\.?[\\s/]*(?=\\d|E?S-)";

/** How people call an organ before a number, and how its symbols begin. */
const callings: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^(?:un\\s*)?(?:a\\s*/\\s*)?(?:hrc|human rights council)${called}`, "iu"), "A/HRC/RES/"],
  [new RegExp(`^(?:un\\s*)?(?:sc|security council)${called}`, "iu"), "S/RES/"],
  [/^s\s+(?:res\.?\s+)?/iu, "S/RES/"],
  [new RegExp(`^(?:un\\s*)?(?:ecosoc|economic and social council)${called}`, "iu"), "E/RES/"],
  [/^e\s+(?:res\.?\s+)?/iu, "E/RES/"],
  [new RegExp(`^(?:un\\s*)?(?:ga|general assembly)${called}`, "iu"), "A/RES/"],
  [/^a\s+(?:res\.?\s+)?/iu, "A/RES/"],
];

/** "Resolution" and "No." as the six languages write them before a number; Chinese writes its words around it. */
const resolutionWord =
  /^(?:(?:resolutions?|résolutions?|resoluci[oó]n(?:es)?|резолюци[яию]|(?:ال)?قرار|res|no|n[º°o])\.?|№)\s+/iu;
const chineseAround = /^\p{Script=Han}*第?\s*(?<number>[\dA-Z][^\p{Script=Han}]*)号?决议$/u;

/** A number with what may belong to it, at the beginning of a text: "52/205", "57/283 B", "3234 (XXIX)". */
const firstNumber = /^(?:E?S-)?\d[\d/]*(?:\s*\([\dIVXLCES-]+\))?(?:\s[A-Z](?=\s|$))?(?=\s|$)/iu;

/** No symbol with its frame is longer; what is longer is text. */
const longest = 200;

/**
 * A symbol as people type it or paste it: "ga 52/205", "Resolution 52/205", "unga res 80/251", "A / RES / 52 / 205",
 * "sc 2719 (2023)", "https://undocs.org/A/RES/52/205", "résolution 52/205". Null where it reads as none.
 */
export function looseSymbol(text: string): DocumentSymbol | null {
  if (text.length > longest) return null;
  const tidy = withoutFrame(text);
  const exact = parseSymbol(tidy) ?? parseSymbol(tidy.toUpperCase());
  if (exact) return exact;
  for (const [calling, start] of callings) {
    if (!calling.test(tidy)) continue;
    const rest = tidy.replace(calling, "").replace(/^res\//iu, "");
    return parseSymbol(`${start}${rest}`) ?? parseSymbol(`${start}${rest}`.toUpperCase());
  }
  const named = tidy.replace(resolutionWord, "");
  return named === tidy ? null : parseSymbol(firstNumber.exec(named)?.[0].toUpperCase() ?? "");
}

/** The text without what stands around a symbol: an address of a document site, its paragraph or day, other strokes. */
function withoutFrame(text: string): string {
  const plain = text
    .normalize("NFKC")
    // Arabic-Indic digits.
    .replace(/[\u0660-\u0669]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - 0x0660))
    .trim()
    .replace(/^https?:\/\/[^\s/]+\/(?:[a-z]{2}\/)?/iu, "")
    .replace(/[?#].*$/u, "");
  return (chineseAround.exec(plain)?.groups?.number ?? plain)
    .replace(/,?\s+(?:of|dated|adopted|para(?:graph)?s?|op|§)\b.*$/iu, "")
    .replace(/\s+§.*$/u, "")
    .replace(/\s*[/\\]\s*/gu, "/")
    .replace(/^(?<organ>a\/hrc|[ase])[\s/-]+res[\s/.-]+(?=[\dse])/iu, "$<organ>/RES/")
    .replace(/(?<=\/RES\/(?:E?S-)?\d{1,4})-(?=\d)/iu, "/")
    .replace(/[.,;:]+$/u, "");
}
