import { namesIn } from "../../language/name-patterns";
import type { LanguagePack, PackName } from "../../language/pack";

/** A name found in a folded text. */
export type NameHit = {
  readonly name: string;
  readonly isClass: boolean;
  readonly start: number;
  readonly end: number;
};

type Entry = { readonly pattern: RegExp; readonly name: PackName };

/** The names of bodies and classes of one language, found by their first letters. */
export class Lexicon {
  private readonly byHead = new Map<string, Entry[]>();
  private readonly headLength: number;

  constructor(private readonly pack: LanguagePack) {
    this.headLength = pack.letters === "" ? 1 : 2;
    const end = pack.letters === "" ? "" : `(?![${pack.letters}])`;
    const names = [...namesIn(pack.language), ...pack.parties.names].sort(
      (a, b) => b.pattern.length - a.pattern.length,
    );
    for (const name of names) {
      const entry = { pattern: new RegExp(`(?:${name.pattern})${end}`, "y"), name };
      for (const head of headsOf(name.pattern, this.headLength)) {
        const list = this.byHead.get(head);
        if (list === undefined) this.byHead.set(head, [entry]);
        else list.push(entry);
      }
    }
  }

  /** The longest name that begins at a place. */
  at(text: string, at: number): NameHit | null {
    const entries = this.byHead.get(text.slice(at, at + this.headLength));
    if (entries === undefined) return null;
    let best: NameHit | null = null;
    for (const { pattern, name } of entries) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match !== null && (best === null || at + match[0].length > best.end))
        best = { name: name.name, isClass: name.isClass, start: at, end: at + match[0].length };
    }
    return best;
  }

  /** Every name in a stretch, longest first at each place, without overlaps. */
  all(text: string, from: number, to: number): NameHit[] {
    const found: NameHit[] = [];
    const letter = this.pack.letters === "" ? null : new RegExp(`[${this.pack.letters}]`);
    for (let at = from; at < to; at++) {
      if (letter !== null && !letter.test(text.charAt(at))) continue;
      const hit = this.at(text, at);
      if (hit !== null && hit.end <= to) {
        found.push(hit);
        at = hit.end - 1;
      } else if (letter !== null) {
        // Names begin at the beginning of a word; Arabic sets "and", "to", "by" and "the" before it without a blank.
        const prefix = this.pack.language === "ar" ? arabicPrefix(text, at) : at;
        const inner = prefix > at ? this.at(text, prefix) : null;
        if (inner !== null && inner.end <= to) {
          found.push(inner);
          at = inner.end - 1;
        } else while (at + 1 < to && letter.test(text.charAt(at + 1))) at++;
      }
    }
    return found;
  }
}

/** Behind "و", "ب", "ل", "ك" at the beginning of a word. */
const arabicPrefix = (text: string, at: number): number => {
  let to = at;
  if (text.charAt(to) === "و" || text.charAt(to) === "ف") to++;
  if (/[بلك]/.test(text.charAt(to))) to++;
  return to;
};

/** The literal beginnings of a pattern: that of each alternative where it opens with a group. */
function headsOf(pattern: string, length: number): string[] {
  const group = /^\(\?:([^()]*)\)(.*)$/.exec(pattern);
  const starts =
    group === null ? [pattern] : (group[1] ?? "").split("|").map((one) => one + (group[2] ?? ""));
  return [...new Set(starts.map((one) => one.slice(0, length)))];
}
