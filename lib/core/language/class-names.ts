import type { PackName } from "./pack";

/** Rows of a language's table of classes: English name, then the patterns for it, on folded text. */
export const classNames = (rows: readonly (readonly [name: string, ...patterns: string[]])[]): PackName[] =>
  rows.flatMap(([name, ...patterns]) => patterns.map((pattern) => ({ name, pattern, isClass: true })));

/** Rows of office-holders and other bodies that are no class but that no registry lists by that name. */
export const holderNames = (rows: readonly (readonly [name: string, ...patterns: string[]])[]): PackName[] =>
  rows.flatMap(([name, ...patterns]) => patterns.map((pattern) => ({ name, pattern, isClass: false })));
