import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { looseSymbol } from "@/lib/core/symbol/loose-symbol";
import type { WorkStatus } from "@/lib/core/task/status";
import { inTransaction } from "@/lib/db/client";
import { findBySaid } from "@/lib/db/resolutions";
import {
  boundSearch,
  excerpts,
  hitEnd,
  hitStart,
  mostCandidates,
  nearestWords,
  type SearchQuery,
  searchBodiesLoosely,
  searchComments,
  searchResolutions,
  searchTasks,
  searchTexts,
} from "@/lib/db/search";
import type { Deps } from "@/lib/deps";

export const searchKinds = ["tasks", "texts", "resolutions", "bodies", "comments"] as const;
export type SearchKind = (typeof searchKinds)[number];

export const searchInput = z.object({
  text: z
    .string()
    .trim()
    .max(200, "Search for at most 200 characters.")
    .refine(
      (text) => !/\0|\p{Surrogate}/u.test(text),
      "This text holds characters that cannot be looked up.",
    ),
  kind: z.enum(searchKinds).optional(),
  organ: z.string().min(1).max(200).optional(),
  session: z.coerce.number().int().min(1).max(9999).optional(),
  /** True: look for the words as typed, even if nothing is found. */
  isExact: z.boolean().default(false),
});

/** A stretch of an excerpt; `isHit` where it matched. */
export type Piece = { readonly text: string; readonly isHit: boolean };

/** One thing found. `excerpt` is empty where its title says it all. */
export type SearchHit =
  | {
      readonly kind: "tasks";
      readonly number: number;
      readonly symbol: string;
      readonly para: string;
      readonly title: string;
      readonly status: WorkStatus;
    }
  | {
      readonly kind: "texts";
      readonly symbol: string;
      readonly para: string;
      readonly stableId: string;
      readonly title: string;
      readonly excerpt: readonly Piece[];
    }
  | {
      readonly kind: "resolutions";
      readonly symbol: string;
      readonly title: string;
      readonly adopted: string | null;
    }
  | {
      readonly kind: "bodies";
      readonly id: string;
      readonly title: string;
      readonly matched: string;
      readonly isFormer: boolean;
      readonly isLoose: boolean;
    }
  | {
      readonly kind: "comments";
      readonly taskNumber: number;
      readonly symbol: string;
      readonly para: string;
      readonly author: string;
      readonly at: string;
      readonly excerpt: readonly Piece[];
    };

export type SearchResult = {
  readonly text: string;
  /** What was looked for instead, where a word was put right; null where the words stand as typed. */
  readonly corrected: string | null;
  /** The resolution that the text names, where it reads as a symbol in any habit of writing. */
  readonly symbol: { readonly canonical: string; readonly isHere: boolean } | null;
  readonly counts: Readonly<Record<SearchKind, { readonly count: number; readonly isExact: boolean }>>;
  readonly sessions: readonly {
    readonly organ: string;
    readonly session: number | null;
    readonly count: number;
  }[];
  readonly hits: readonly SearchHit[];
};

/** Shown of one kind, and of each kind where all are shown together. */
const shownOfOne = 50;
const shownOfEach = 6;

/** Texts, tasks, resolutions, bodies and comments for what a person typed: phrases in quotes, the last word unfinished. */
export async function searchAll(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof searchInput>,
): Promise<Result<SearchResult>> {
  if (!can(actor, "task.read"))
    return fail("not-permitted", "Ask an administrator for a role before you search.");
  return inTransaction(await deps.reading(), async (tx) => {
    await boundSearch(tx);
    const asTyped = await find(tx, input, input.text);
    if (input.isExact || isFound(asTyped)) return ok({ ...asTyped, corrected: null });
    const corrected = await putRight(tx, input.text);
    if (corrected === null) return ok({ ...asTyped, corrected: null });
    return ok({ ...(await find(tx, input, corrected)), text: input.text, corrected });
  });
}

type Tx = Parameters<typeof searchTexts>[0];
type Found = Omit<SearchResult, "corrected">;

/** True where something was found that does not rest on a guess about the spelling. */
const isFound = (found: Found): boolean =>
  (found.symbol?.isHere ?? false) ||
  found.hits.some((hit) => hit.kind !== "bodies" || !hit.isLoose) ||
  searchKinds.some((kind) => kind !== "bodies" && found.counts[kind].count > 0);

/** Takes apart what was typed: "phrases" in quotes stand as they are; the last word may go on. */
export function readSearch(text: string): SearchQuery {
  const phrases = [...text.matchAll(/["“”]([^"“”]+)["“”]/gu)]
    .map((match) => (match[1] ?? "").trim())
    .filter(Boolean);
  const rest = text
    .replaceAll(/["“”][^"“”]*["“”]/gu, " ")
    .replaceAll(/["“”]/gu, " ")
    .trim();
  const words = rest.split(/\s+/u).filter(Boolean);
  const last = words.at(-1) ?? "";
  const isOpen = !/\s$/u.test(text) && /^[\p{L}\p{N}]{2,}$/u.test(last);
  return { phrases, words: (isOpen ? words.slice(0, -1) : words).join(" "), prefix: isOpen ? last : "" };
}

async function find(tx: Tx, input: z.infer<typeof searchInput>, text: string): Promise<Found> {
  const query = readSearch(text);
  const scope = {
    ...(input.organ !== undefined && { organ: input.organ }),
    ...(input.session !== undefined && { session: input.session }),
  };
  const parsed = looseSymbol(text);
  const known = parsed ? await findBySaid(tx, parsed.canonical) : null;
  const symbolPart = /\d/u.test(text) && !/\s/u.test(text) ? text.toLowerCase() : "";
  const texts = await searchTexts(tx, query, scope);
  const tasks = await searchTasks(
    tx,
    texts.map((hit) => hit.id),
    query,
  );
  const resolutions = await searchResolutions(tx, query, scope, symbolPart);
  const bodies = input.organ === undefined ? await searchBodiesLoosely(tx, text, shownOfOne) : [];
  const comments = await searchComments(tx, query, scope);
  const sizes = { tasks, texts, resolutions, bodies, comments };
  const shown = (kind: SearchKind) =>
    input.kind === undefined ? shownOfEach : input.kind === kind ? shownOfOne : 0;
  const shownTexts = texts.slice(0, shown("texts"));
  const shownComments = comments.slice(0, shown("comments"));
  const words = await excerpts(
    tx,
    "paragraph",
    shownTexts.map((hit) => hit.id),
    query,
  );
  const said = await excerpts(
    tx,
    "comment",
    shownComments.map((hit) => hit.id),
    query,
  );
  return {
    text,
    symbol: parsed && { canonical: known?.symbol ?? parsed.canonical, isHere: known !== null },
    counts: Object.fromEntries(
      searchKinds.map((kind) => [
        kind,
        { count: sizes[kind].length, isExact: sizes[kind].length < mostCandidates },
      ]),
    ) as SearchResult["counts"],
    sessions: bySession([
      ...(input.kind === "tasks" ? tasks : input.kind === "resolutions" ? resolutions : texts),
    ]),
    hits: [
      ...bodies.slice(0, shown("bodies")).map((hit) => ({
        kind: "bodies" as const,
        id: hit.id,
        title: hit.name,
        matched: hit.matched,
        isFormer: hit.isFormer,
        isLoose: hit.isLoose,
      })),
      ...resolutions.slice(0, shown("resolutions")).map((hit) => ({
        kind: "resolutions" as const,
        symbol: hit.symbol,
        title: hit.title,
        adopted: hit.adopted,
      })),
      ...tasks.slice(0, shown("tasks")).map((hit) => ({
        kind: "tasks" as const,
        number: hit.number,
        symbol: hit.symbol,
        para: hit.para,
        title: hit.ask,
        status: hit.status as WorkStatus,
      })),
      ...shownTexts.map((hit) => ({
        kind: "texts" as const,
        symbol: hit.symbol,
        para: hit.number,
        stableId: hit.stableId,
        title: hit.title,
        excerpt: pieces(words.get(hit.id) ?? ""),
      })),
      ...shownComments.map((hit) => ({
        kind: "comments" as const,
        taskNumber: hit.taskNumber,
        symbol: hit.symbol,
        para: hit.para,
        author: hit.author,
        at: hit.at.toISOString(),
        excerpt: pieces(said.get(hit.id) ?? ""),
      })),
    ],
  };
}

/** The words of a text that titles and names do not know, each replaced by the nearest that they do; null if none is. */
async function putRight(tx: Tx, text: string): Promise<string | null> {
  const words = [...new Set((text.toLowerCase().match(/\p{L}{4,40}/gu) ?? []).slice(0, 12))];
  const nearest = await nearestWords(tx, words);
  if (nearest.size === 0) return null;
  const corrected = text.replace(/\p{L}{4,40}/gu, (word) => nearest.get(word.toLowerCase()) ?? word);
  return corrected === text ? null : corrected;
}

/** "a \u0002hit\u0003 here" in pieces. */
function pieces(marked: string): Piece[] {
  return marked
    .split(hitStart)
    .flatMap((part, index): Piece[] => {
      if (index === 0) return [{ text: part, isHit: false }];
      const [hit = "", ...rest] = part.split(hitEnd);
      return [
        { text: hit, isHit: true },
        { text: rest.join(""), isHit: false },
      ];
    })
    .filter((piece) => piece.text !== "");
}

/** How many fall to each adopting session, most first. */
function bySession(
  hits: readonly { readonly organ: string; readonly session: number | null }[],
): SearchResult["sessions"] {
  const counts = new Map<string, { organ: string; session: number | null; count: number }>();
  for (const { organ, session } of hits) {
    const key = `${organ} ${session}`;
    const held = counts.get(key) ?? { organ, session, count: 0 };
    counts.set(key, { ...held, count: held.count + 1 });
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (b.session ?? 0) - (a.session ?? 0))
    .slice(0, 12);
}
