/** The first parts of symbols that the official document site knows. */
const series =
  /^(?:A|E|S|T|ST|TD|DP|UNEP|UNW|HSP|CCPR|CEDAW|CERD|CAT|CRC|CRPD|CMW|CED|FCCC|CBD|IDB|LOS|SPLOS|UNCTAD|UNFPA|UNICEF)\/[A-Z0-9]/u;

/**
 * The address of a document on the official site, "A/53/226" → https://docs.un.org/en/A/53/226; null for what has no
 * place there (press releases, job numbers). Nothing is fetched: it is a link for a person.
 */
export function documentAddress(symbol: string, language = "en"): string | null {
  const clean = symbol.trim().replace(/\s+/gu, " ");
  if (!series.test(clean) || /["<>\\^`{|}]|\.\./u.test(clean)) return null;
  return `https://docs.un.org/${language}/${clean.split("/").map(encodeURIComponent).join("/")}`;
}
