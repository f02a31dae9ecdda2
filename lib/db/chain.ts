import { createHash } from "node:crypto";

/** The hash before the first link of a chain. */
export const chainStart = "0".repeat(64);

/** JSON with the keys of every object in order and without spaces: equal values give equal texts, before and after storage. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`);
  return `{${fields.join(",")}}`;
}

/**
 * `canonicalJson` of many objects that differ in a few fields only: what they share is written once. The function given
 * back takes the values of `varying`, in that order, and answers the same text that `canonicalJson` would.
 */
export function canonicalTemplate(
  shared: object,
  varying: readonly string[],
): (values: readonly unknown[]) => string {
  const fixed = new Map(Object.entries(shared).filter(([, value]) => value !== undefined));
  const names = [...fixed.keys(), ...varying].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const texts: string[] = [""];
  const places: number[] = [];
  for (const [at, name] of names.entries()) {
    const key = `${at === 0 ? "{" : ","}${JSON.stringify(name)}:`;
    const place = varying.indexOf(name);
    texts[texts.length - 1] += place === -1 ? key + canonicalJson(fixed.get(name)) : key;
    if (place === -1) continue;
    places.push(place);
    texts.push("");
  }
  texts[texts.length - 1] += names.length === 0 ? "{}" : "}";
  return (values) => {
    let text = texts[0] ?? "";
    for (const [at, place] of places.entries()) text += canonicalJson(values[place]) + (texts[at + 1] ?? "");
    return text;
  };
}

/** The hash of a link whose fields are in canonical form already. */
export const textHash = (prevHash: string, text: string): string =>
  createHash("sha256").update(`${prevHash}\n${text}`).digest("hex");

/** The hash of a link: SHA-256 over its fields and the hash before it, in hexadecimal. */
export const linkHash = (prevHash: string, fields: object): string =>
  createHash("sha256").update(prevHash).update("\n").update(canonicalJson(fields)).digest("hex");
