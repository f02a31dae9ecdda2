import { looseSymbol } from "@/lib/core/symbol/loose-symbol";

/** One thing the palette can go to. */
export type CommandHit = { readonly href: string; readonly label: string; readonly detail?: string };

/** The path of what reads as a document symbol in any habit of typing ("A/RES/52/205", "ga 52/205"), or null. */
export function readsAsSymbol(text: string): string | null {
  const symbol = looseSymbol(text);
  return symbol?.canonical.split("/").map(encodeURIComponent).join("/") ?? null;
}
