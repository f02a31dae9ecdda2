import { matchBody } from "./match";
import { bodyNames } from "./names";
import { bodies } from "./registry";

const named = new Set(bodyNames.map((row) => row.name.replace(/’/g, "'")));

/**
 * What stands for one body in every language: the registry's name, or for office-holders and organs that no list holds
 * ("Secretary-General") the English name. Null for classes and unknown names.
 */
export function bodyKey(name: string): string | null {
  const match = matchBody(name);
  if (match !== null) return match.body.name;
  const plain = name.replace(/’/g, "'");
  if (named.has(plain)) return plain;
  // "Department of Economic and Social Affairs of the Secretariat", "Secretary-General of the United Nations".
  const short = plain.replace(/ of the (?:United Nations )?Secretariat$| of the United Nations$/, "");
  if (short !== plain) return bodyKey(short);
  // "secretariat of the Convention on Biological Diversity": lists print "… Secretariat"; "… in Addis Ababa" says where it sits.
  const secretariat = /^secretariat of the (.+)$/i.exec(plain)?.[1];
  if (secretariat !== undefined)
    return matchBody(`${secretariat} Secretariat`)?.body.name ?? namedOrNull(`${secretariat} Secretariat`);
  const seated = plain.replace(/ (?:in|at) (?:[A-Z][\w'-]+)(?: [A-Z][\w'-]+)*$/, "");
  return seated === plain ? null : (matchBody(seated)?.body.name ?? namedOrNull(seated));
}

const namedOrNull = (name: string): string | null => (named.has(name) ? name : null);

const byFirstWords = new Map<string, string[]>();
const firstWords = (text: string): string => text.split(" ", 2).join(" ");
for (const name of [...bodies.flatMap((body) => [body.name, ...(body.aliases ?? [])]), ...named]) {
  const key = firstWords(name);
  byFirstWords.set(key, [...(byFirstWords.get(key) ?? []), name]);
}
for (const names of byFirstWords.values()) names.sort((a, b) => b.length - a.length);

/** The longest known name of a body that a text prints at a place; it may hold "with" or a comma. Null where none is known. */
export function knownNameAt(text: string, at: number): string | null {
  const names = byFirstWords.get(firstWords(text.slice(at, at + 80)));
  return (
    names?.find((name) => text.startsWith(name, at) && !/[\w’'-]/.test(text.charAt(at + name.length))) ?? null
  );
}
