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

/** The hash of a link: SHA-256 over its fields and the hash before it, in hexadecimal. */
export const linkHash = (prevHash: string, fields: object): string =>
  createHash("sha256").update(prevHash).update("\n").update(canonicalJson(fields)).digest("hex");
