import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { parseSymbol } from "@/lib/core/symbol/parse-symbol";
import { readReportResolutions, readText } from "@/lib/db/exports";
import type { Deps } from "@/lib/deps";

/** A resolution as machines read it: what it is, and its paragraphs in order. */
export type PlainResolution = {
  readonly symbol: string;
  readonly title: string;
  readonly organ: string;
  readonly session: number | null;
  readonly adopted: string | null;
  readonly paragraphs: { id: string; number: string; kind: string; depth: number; text: string }[];
};

/** A resolution by its symbol in any habit of writing. */
export async function readResolution(
  deps: Deps,
  actor: Actor,
  input: { readonly symbol: string },
): Promise<Result<PlainResolution>> {
  if (!can(actor, "resolution.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read resolutions.");
  const symbol = parseSymbol(input.symbol)?.canonical ?? input.symbol;
  const [resolution] = await readReportResolutions(deps.db, [symbol]);
  if (!resolution) return fail("not-found", "This resolution is not here.");
  const { paragraphs } = await readText(deps.db, symbol);
  return ok({
    ...resolution,
    paragraphs: paragraphs.map(({ stableId, ...one }) => ({ id: stableId, ...one })),
  });
}
