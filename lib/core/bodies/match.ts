import { type Body, bodies } from "./registry";

/** How a name was recognised: by its full name, another name of the body, or its acronym. */
export type BodyMatch = { readonly body: Body; readonly by: "name" | "alias" | "acronym" };

/** Capitals, apostrophes, dashes and "the" do not tell bodies apart. */
const normalize = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\bco-(?=op|ord)/g, "co")
    .replace(/^the /, "")
    .replace(/\s+/g, " ")
    .trim();

const index = new Map<string, BodyMatch>();
const add = (key: string | undefined, match: BodyMatch): void => {
  if (key !== undefined && key !== "" && !index.has(normalize(key))) index.set(normalize(key), match);
};
for (const body of bodies) add(body.name, { body, by: "name" });
for (const body of bodies) for (const alias of body.aliases ?? []) add(alias, { body, by: "alias" });
for (const body of bodies) add(body.acronym, { body, by: "acronym" });

/** The body that a printed name stands for: "UNCTAD" → United Nations Conference on Trade and Development. Null for classes and unknown names. */
export const matchBody = (name: string): BodyMatch | null => index.get(normalize(name)) ?? null;

/** The bodies that came after one, the present one last: a historical name → its successor → … Cycles end the walk. */
export function lineageOf(body: Body): Body[] {
  const line = [body];
  for (let at: Body = body; at.successor !== undefined; ) {
    const next = matchBody(at.successor)?.body;
    if (next === undefined || line.includes(next)) break;
    line.push(next);
    at = next;
  }
  return line;
}

/** Names that contain "and" or a comma: a list must not be cut inside them. */
const compoundNames: readonly string[] = bodies
  .flatMap((body) => [body.name, ...(body.aliases ?? [])])
  .filter((name) => /\band\b|,/.test(name) && name.length < 140)
  .sort((a, b) => b.length - a.length);

/** Where known names that contain "and" or a comma stand in some words. */
export function findCompoundNames(words: string): { start: number; end: number }[] {
  if (!/[A-Z][^.;]* and |,/.test(words)) return [];
  const found: { start: number; end: number }[] = [];
  for (const name of compoundNames)
    for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length))
      if (!found.some((one) => at < one.end && one.start < at + name.length))
        found.push({ start: at, end: at + name.length });
  return found;
}
