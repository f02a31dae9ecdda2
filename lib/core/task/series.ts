/** What a person may decide about an earlier ask when a later text of its series is read beside it. */
export const seriesVerdicts = ["renewed", "changed", "consolidated", "silent"] as const;
export type SeriesVerdict = (typeof seriesVerdicts)[number];

/** An operative paragraph as far as comparing goes. */
export type ComparedParagraph = { readonly stableId: string; readonly number: string; readonly text: string };

/** An earlier ask with the paragraph that it came from. */
export type ComparedAsk = { readonly key: string; readonly paragraph: ComparedParagraph };

/** What is proposed for one earlier ask; a person decides. */
export type SeriesProposal = {
  readonly key: string;
  /** The paragraph of the later text that comes nearest; null where none comes near. */
  readonly paragraph: ComparedParagraph | null;
  /** From 0 (no word in common that tells) to 1 (the same words). */
  readonly likeness: number;
  readonly verdict: SeriesVerdict;
};

/** From here on two paragraphs say the same, sessions and dates aside; below the second, they speak of other things. */
const sameFrom = 0.8;
const nearFrom = 0.3;

/**
 * Reads earlier asks beside the paragraphs of a later text. Words that occur in many paragraphs tell little and weigh
 * little; numbers of sessions and years do not count, since they change each time. Two asks from different paragraphs
 * that come nearest to one and the same paragraph are proposed as consolidated in it. What comes near to nothing is
 * "silent": the later text does not end it (A/RES/80/251, para. 20).
 */
export function compareSeries(
  asks: readonly ComparedAsk[],
  later: readonly ComparedParagraph[],
): SeriesProposal[] {
  const all = [...asks.map((ask) => ask.paragraph), ...later].map(
    (paragraph) => new Set(tellingWords(paragraph.text)),
  );
  const spread = new Map<string, number>();
  for (const words of all) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  const weigh = (text: string) => weights(text, (word) => Math.log(1 + all.length / (spread.get(word) ?? 1)));
  const laterWeights = later.map((paragraph) => ({ paragraph, weight: weigh(paragraph.text) }));
  const nearest = asks.map((ask) => {
    const own = weigh(ask.paragraph.text);
    let best: { paragraph: ComparedParagraph; likeness: number } | null = null;
    for (const { paragraph, weight } of laterWeights) {
      const likeness = cosine(own, weight);
      if (likeness > (best?.likeness ?? 0)) best = { paragraph, likeness };
    }
    return { ask, best };
  });
  const sources = new Map<string, Set<string>>();
  for (const { ask, best } of nearest) {
    if (!best || best.likeness < nearFrom) continue;
    const from = sources.get(best.paragraph.stableId) ?? new Set<string>();
    sources.set(best.paragraph.stableId, from.add(ask.paragraph.stableId));
  }
  return nearest.map(({ ask, best }) => {
    if (!best || best.likeness < nearFrom)
      return { key: ask.key, paragraph: null, likeness: best?.likeness ?? 0, verdict: "silent" };
    const shared = (sources.get(best.paragraph.stableId)?.size ?? 0) > 1;
    const verdict = best.likeness >= sameFrom ? "renewed" : shared ? "consolidated" : "changed";
    return { key: ask.key, paragraph: best.paragraph, likeness: best.likeness, verdict };
  });
}

/** Words without numbers, ordinals and small words: what a paragraph is about. */
function tellingWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}[\p{L}'’-]*/gu) ?? []).filter(
    (word) => word.length > 2 && !smallWords.has(word) && !ordinal.test(word),
  );
}

const smallWords = new Set(
  "the and for its that this with from was are has have been which their into other also such all upon his her not any may shall will".split(
    " ",
  ),
);
/** "fifty-third", "eighty-first", "tenth": these change from session to session. */
const ordinal =
  /^(?:(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)(?:y|ieth)(?:-\p{L}+)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\p{L}+teenth)$/u;

function weights(text: string, weight: (word: string) => number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of tellingWords(text)) found.set(word, (found.get(word) ?? 0) + weight(word));
  return found;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let dot = 0;
  for (const [word, weight] of a) dot += weight * (b.get(word) ?? 0);
  const length = (one: ReadonlyMap<string, number>) =>
    Math.sqrt([...one.values()].reduce((sum, x) => sum + x * x, 0));
  const size = length(a) * length(b);
  return size === 0 ? 0 : dot / size;
}
