import { looseSymbol } from "@/lib/core/symbol/loose-symbol";
import { resolutionAddress } from "../addresses";

/** One thing the palette can go to. */
export type CommandHit = { readonly href: string; readonly label: string; readonly detail?: string };

/** Where what reads as a document symbol in any habit of typing leads ("A/RES/52/205", "ga resolution 52/205"), or null. */
export function readsAsSymbol(text: string): CommandHit | null {
  const symbol = looseSymbol(text)?.canonical;
  return symbol ? { href: resolutionAddress(symbol), label: symbol } : null;
}
