import type { LanguagePack, PackVerb } from "../../language/pack";

/** An operative verb in a folded paragraph with the stretch it governs. */
export type PackClause = {
  readonly verb: PackVerb;
  /** Where the link to the clause before begins. */
  readonly linkStart: number;
  readonly start: number;
  readonly verbEnd: number;
  readonly end: number;
  /** "les invite à": those asked were named before. */
  readonly byPronoun: boolean;
};

type Compiled = { readonly pattern: RegExp; readonly verb: PackVerb };

/** Finds the operative verbs of one language. */
export class ClauseFinder {
  private readonly byLetter = new Map<string, Compiled[]>();
  private readonly adverbs: RegExp;

  constructor(private readonly pack: LanguagePack) {
    this.adverbs = new RegExp(`${pack.adverbs}*`, "y");
    const between = pack.letters === "" ? "" : `(?:${pack.adverbs}* ?| )`;
    const end = pack.letters === "" ? "" : `(?![${pack.letters}])`;
    const verbs = [...pack.verbs].sort((a, b) => b.words.length - a.words.length);
    for (const verb of verbs) {
      // Inside a group blanks are those of the group; between the words of a form adverbs may stand.
      const source = pack.letters === "" ? verb.words : betweenWords(verb.words, between);
      const compiled = {
        pattern: new RegExp(`(?:${source})${/ ?\(\?[=!][^)]*\)+$/.test(verb.words) ? "" : end}`, "y"),
        verb,
      };
      for (const letter of firstLetters(verb.words)) {
        const list = this.byLetter.get(letter);
        if (list === undefined) this.byLetter.set(letter, [compiled]);
        else list.push(compiled);
      }
    }
  }

  /** The clauses of a folded text in order. Linear: each link is looked at once. */
  find(text: string): PackClause[] {
    const heads: Omit<PackClause, "end">[] = [];
    const quoted = quotedStretches(text);
    const opening = this.verbAt(text, 0, 0, false);
    if (opening !== null) heads.push(opening);
    const links = new RegExp(this.pack.links.source, this.pack.links.flags);
    for (let match = links.exec(text); match !== null; match = links.exec(text)) {
      if (match[0] === "") links.lastIndex++;
      const last = heads[heads.length - 1];
      const at = match.index + match[0].length;
      if (last !== undefined && at < last.verbEnd) continue;
      const head = this.verbAt(text, at, match.index, match.groups?.weak !== undefined);
      if (head === null || quoted.some((one) => head.start >= one.start && head.start < one.end)) continue;
      heads.push(head);
    }
    return heads.map((head, index) => ({ ...head, end: heads[index + 1]?.linkStart ?? text.length }));
  }

  private verbAt(
    text: string,
    at: number,
    linkStart: number,
    isWeak: boolean,
  ): Omit<PackClause, "end"> | null {
    let start = at;
    // "2 - تشجع": Arabic sets a dash behind the number.
    while (text.charAt(start) === " " || (at === 0 && text.charAt(start) === "-")) start++;
    const direct = this.formAt(text, start, isWeak);
    if (direct !== null) return { ...direct, linkStart, start, byPronoun: false };
    this.adverbs.lastIndex = start;
    let behind = start + (this.adverbs.exec(text)?.[0].length ?? 0);
    while (text.charAt(behind) === " ") behind++;
    if (behind > start) {
      const form = this.formAt(text, behind, isWeak);
      if (form !== null) return { ...form, linkStart, start, byPronoun: false };
    }
    const { pronouns } = this.pack;
    if (pronouns === null) return null;
    pronouns.lastIndex = behind;
    const pronoun = pronouns.exec(text);
    if (pronoun === null) return null;
    const form = this.formAt(text, behind + pronoun[0].length, true);
    return form === null ? null : { ...form, linkStart, start: behind, byPronoun: true };
  }

  private formAt(text: string, at: number, asksOnly: boolean): { verb: PackVerb; verbEnd: number } | null {
    for (const { pattern, verb } of this.byLetter.get(text.charAt(at)) ?? []) {
      if (asksOnly && verb.means !== "follow-up") continue;
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null || match[0] === "") continue;
      const verbEnd = at + match[0].length;
      this.adverbs.lastIndex = verbEnd;
      const trailing = this.pack.letters === "" ? 0 : (this.adverbs.exec(text)?.[0].length ?? 0);
      return { verb, verbEnd: verbEnd + trailing };
    }
    return null;
  }
}

/** Sets the pattern for adverbs in place of the blanks between the words of a form; blanks inside groups stay. */
function betweenWords(words: string, between: string): string {
  let depth = 0;
  let source = "";
  for (const char of words) {
    if (char === "(" || char === "[") depth++;
    if (char === ")" || char === "]") depth--;
    source += char === " " && depth === 0 ? between : char;
  }
  return source;
}

/** The letters with which a form may begin. */
function firstLetters(words: string): string[] {
  const group = /^\(\?:([^()]*)\)/.exec(words);
  if (group !== null && !/^\(\?:\[/.test(words))
    return [...new Set((group[1] ?? "").split("|").map((one) => one.charAt(0)))];
  const set = /^(?:\(\?:)?\[([^\]]+)\]/.exec(words);
  if (set === null) return [words.charAt(0)];
  return set[1] === "一-龥" ? [...chineseOpeners] : [...(set[1] ?? "")];
}

/** The characters with which "gladly", "with concern" and the like begin before a Chinese verb. */
const chineseOpeners = "赞满感极深关严兴高热表遗痛震衷真诚十非最强欣怀抱密充注意又还继再知获欢认期";

const quotation = /[“"«”„《][^“”"«»„《》]{1,400}[”"»“》]/g;

/** Quoted titles, in which no clause begins. */
export function quotedStretches(text: string): { start: number; end: number }[] {
  return [...text.matchAll(quotation)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
