/** The names after "@" in a text, longest reading first: "@María López, please" → ["María López", "María"]. */
export function mentionedNames(text: string): string[] {
  const names = new Set<string>();
  for (const found of text.matchAll(
    /(?<![\p{L}\p{N}@.])@((?:[\p{L}][\p{L}\p{M}'\u2019.-]*)(?: [\p{Lu}][\p{L}\p{M}'\u2019.-]*){0,3})/gu,
  )) {
    const words = (found[1] ?? "").replace(/[.'\u2019-]+$/u, "").split(" ");
    for (let length = words.length; length > 0; length--) names.add(words.slice(0, length).join(" "));
  }
  return [...names].slice(0, 60);
}
