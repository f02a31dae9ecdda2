/** One thing the palette can go to. */
export type CommandHit = { readonly href: string; readonly label: string; readonly detail?: string };

/**
 * The address of what reads as a document symbol in any habit of writing ("A/RES/52/205", "ga 52/205", "52/205"),
 * or null. The resolution page itself settles the canonical form and redirects to it.
 */
export function readsAsSymbol(text: string): string | null {
  const tidy = text.trim().replace(/^(?:resolution\s+)?/iu, "");
  if (
    !/^(?:[a-z]{1,5}[\s/])*\s*(?:s-|es-)?\d{1,4}\s*\/\s*\d{1,4}(?:\s*[a-z])?$/iu.test(tidy) &&
    !/^[aes]\/(?:hrc\/)?res\//iu.test(tidy)
  )
    return null;
  return tidy
    .split("/")
    .map((part) => encodeURIComponent(part.trim()))
    .join("/");
}
