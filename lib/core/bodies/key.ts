import { matchBody } from "./match";
import { bodyNames } from "./names";

const named = new Set(bodyNames.map((row) => row.name.replace(/’/g, "'")));

/**
 * What stands for one body in every language: the registry's name, or for office-holders and organs that no list holds
 * ("Secretary-General") the English name. Null for classes and unknown names.
 */
export function bodyKey(name: string): string | null {
  const match = matchBody(name);
  if (match !== null) return match.body.name;
  const plain = name.replace(/’/g, "'");
  return named.has(plain) ? plain : null;
}
