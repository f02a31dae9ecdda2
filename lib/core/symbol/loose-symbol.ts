import { parseSymbol } from "./parse-symbol";
import type { DocumentSymbol } from "./symbol";

/** How people call an organ before a number, and how its symbols begin. */
const callings: readonly (readonly [RegExp, string])[] = [
  [/^(?:un\s*)?(?:a\s*\/\s*)?hrc(?:\s*\/)?(?:\s*res\.?)?[\s/]+/iu, "A/HRC/RES/"],
  [/^(?:un\s*)?sc(?:\s*\/)?(?:\s*res\.?)?[\s/]+/iu, "S/RES/"],
  [/^s\s+(?:res\.?\s+)?/iu, "S/RES/"],
  [/^(?:ecosoc|e)\s+(?:res\.?\s+)?/iu, "E/RES/"],
  [/^(?:un\s*)?(?:ga|general assembly)(?:\s*\/)?(?:\s*res\.?)?[\s/]+/iu, "A/RES/"],
  [/^a\s+(?:res\.?\s+)?/iu, "A/RES/"],
];

/**
 * A symbol as people type it: "ga 52/205", "Resolution 52/205", "unga res 80/251", "A / RES / 52 / 205", "sc 2719 (2023)".
 * Null where it reads as none.
 */
export function looseSymbol(text: string): DocumentSymbol | null {
  const tidy = text
    .trim()
    .replace(
      /^(?:(?:general assembly|human rights council|security council)\s+)?(?:resolutions?|res\.)\s+/iu,
      (said) => (/^human/iu.test(said) ? "hrc " : /^security/iu.test(said) ? "sc " : ""),
    )
    .replace(/\s*\/\s*/gu, "/")
    .replace(/[.,;:]+$/u, "");
  const exact = parseSymbol(tidy) ?? parseSymbol(tidy.toUpperCase());
  if (exact) return exact;
  for (const [calling, start] of callings) {
    if (!calling.test(tidy)) continue;
    const rest = tidy.replace(calling, "").replace(/^res\//iu, "");
    return parseSymbol(`${start}${rest}`) ?? parseSymbol(`${start}${rest}`.toUpperCase());
  }
  return null;
}
