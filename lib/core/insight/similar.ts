/** Words that say nothing about what a request is about. */
const hollow = new Set(
  "a an and at by for from in into its of on or that the to under with within report reports reporting submit present session sessions assembly general council united nations secretary resolution implementation including through and/or".split(
    " ",
  ),
);

/** The words of a title that tell it from others, folded to small letters and without plural s. */
export function tellingWords(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !hollow.has(word)).map((word) => word.replace(/s$/u, "")));
}

/** How much two sets of words share: 0 nothing, 1 all. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / (a.size + b.size - shared);
}

/** From here on two titles are about the same thing: half of their telling words are the same. */
export const alike = 0.5;

/**
 * Groups of things whose titles are alike, each thing in one group, in the order given. A thing joins the first group
 * whose first member it is like, so that a chain of small steps does not pull strangers together.
 */
export function similarGroups<T>(
  things: readonly T[],
  titleOf: (thing: T) => string,
): readonly (readonly T[])[] {
  const groups: { words: ReadonlySet<string>; members: T[] }[] = [];
  for (const thing of things) {
    const words = tellingWords(titleOf(thing));
    const group = groups.find((one) => likeness(one.words, words) >= alike);
    if (group) group.members.push(thing);
    else groups.push({ words, members: [thing] });
  }
  return groups.map((group) => group.members);
}
