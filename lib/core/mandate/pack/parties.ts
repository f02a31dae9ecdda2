import type { LanguagePack } from "../../language/pack";
import type { Lexicon, NameHit } from "./lexicon";

/** Somebody asked, as found in a folded text. */
export type PackParty = {
  readonly name: string;
  readonly isClass: boolean;
  readonly start: number;
  readonly end: number;
  /** `named`: in the tables; `head`: by the kind of its first noun, kept as printed; `pronoun`: those named before. */
  readonly by: "named" | "head" | "pronoun";
};

/** What a chain of addressees reads from. */
export type PartyReader = { readonly pack: LanguagePack; readonly lexicon: Lexicon; readonly text: string };

/** Words that end an addressee that no table names. */
const stop = /[,;:.()，；：、。（）،؛]/;

/**
 * The addressees that stand one after the other from a place: "les États Membres, les organismes des Nations Unies et
 * la société civile". Stops where something else begins, at the latest at `to`.
 */
export function readChain(reader: PartyReader, from: number, to: number): PackParty[] {
  const found: PackParty[] = [];
  let at = from;
  for (let round = 0; round < 40 && at < to; round++) {
    const start = skipDeterminers(reader, at, to);
    const party = amongDeterminers(reader, at, start, to) ?? partyAt(reader, start, to);
    if (party === null) {
      const behind = found.length === 0 ? null : behindAside(reader, at, to);
      if (behind === null) break;
      at = behind;
      continue;
    }
    found.push(party);
    const next = nextParty(reader, party.end, to);
    if (next === null) break;
    at = next;
  }
  return found;
}

/** "les États Membres, compte tenu de leur situation, et les organismes": where the chain goes on behind an aside. */
function behindAside({ pack, text }: PartyReader, from: number, to: number): number | null {
  if (pack.letters === "") return null;
  const words = text.slice(from, Math.min(to, from + 140));
  if (/[;؛:]/.test(words.slice(0, 60)) || !pack.parties.asides.test(words)) return null;
  const resumed = /[,،] ?(?:et |y |e |и |а также |و)(?=[^ ])/.exec(words);
  return resumed === null ? null : from + resumed.index + resumed[0].length;
}

function skipDeterminers({ pack, text }: PartyReader, from: number, to: number): number {
  pack.parties.determiners.lastIndex = from;
  const match = pack.parties.determiners.exec(text);
  return Math.min(to, from + (match?.[0].length ?? 0));
}

/** "à sa présidence": a name that begins with a word of those skipped. */
function amongDeterminers(
  { lexicon, text }: PartyReader,
  from: number,
  start: number,
  to: number,
): PackParty | null {
  for (let at = from; at < start; at++) {
    if (at > from && text.charAt(at - 1) !== " ") continue;
    const hit = lexicon.at(text, at);
    if (hit !== null && hit.end > start && hit.end <= to) return { ...hit, by: "named" };
  }
  return null;
}

function partyAt(reader: PartyReader, start: number, to: number): PackParty | null {
  const { pack, lexicon, text } = reader;
  const hit: NameHit | null = lexicon.at(text, start) ?? behindClitics(reader, start);
  if (hit !== null && hit.end <= to) {
    const end = modifiedEnd(reader, hit, to);
    return end === null
      ? { ...hit, by: "named" }
      : { name: text.slice(start, end).trim(), isClass: true, start, end, by: "head" };
  }
  pack.parties.anaphora.lastIndex = start;
  const pronoun = pack.parties.anaphora.exec(text);
  if (pronoun !== null && start + pronoun[0].length <= to)
    return { name: pronoun[0].trim(), isClass: true, start, end: start + pronoun[0].length, by: "pronoun" };
  pack.parties.heads.lastIndex = start;
  const head = pack.parties.heads.exec(text);
  if (head === null || start + head[0].length > to) return null;
  let end = start + head[0].length;
  if (pack.letters !== "")
    while (end < to && end - start < 120 && !stop.test(text.charAt(end)) && !opensJoint(reader, end)) end++;
  return { name: text.slice(start, end).trim(), isClass: true, start, end, by: "head" };
}

/** "وبرنامج": the name begins behind the letters for "and" and "by". */
function behindClitics({ pack, lexicon, text }: PartyReader, start: number): NameHit | null {
  const { clitics } = pack.parties;
  for (let at = start + 1; at <= start + 2 && clitics.includes(text.charAt(at - 1)); at++) {
    if (clitics === "") return null;
    const hit = lexicon.at(text, at);
    if (hit !== null) return hit;
  }
  return null;
}

const opensJoint = ({ pack, text }: PartyReader, at: number): boolean => {
  if (text.charAt(at) !== " ") return false;
  const joints = new RegExp(pack.parties.joints.source, "y");
  joints.lastIndex = at;
  return joints.test(text);
};

/** "非洲联盟成员国": the end of a longer addressee of which the name is only the first part; null where it stands alone. */
function modifiedEnd({ pack, text }: PartyReader, hit: NameHit, to: number): number | null {
  const { modified } = pack.parties;
  if (modified === null || hit.isClass) return null;
  modified.lastIndex = hit.end;
  const match = modified.exec(text);
  if (match === null) return null;
  return Math.min(to, match.index + match[0].length);
}

/**
 * Where the next addressee of a chain may begin; null where no joint follows soon. Those named as examples
 * ("including …") are none of the chain, which may go on behind them ("as well as …").
 */
function nextParty({ pack, text }: PartyReader, named: number, to: number): number | null {
  const from = behindParenthesis(text, named, to);
  const { joints, examples, resumes, accompanied, reach } = pack.parties;
  const near = text.slice(0, Math.min(to, from + reach));
  const joint = firstFrom(joints, near, from);
  const example = firstFrom(examples, near, from);
  if (example !== null && (joint === null || example.start < joint.end)) {
    const far = text.slice(0, Math.min(to, example.end + 320)).replace(/[;；؛].*$/s, "");
    return firstFrom(resumes, far, example.end)?.end ?? null;
  }
  if (joint === null) return null;
  if (accompanied !== null) {
    accompanied.lastIndex = joint.start;
    if (accompanied.test(text)) return null;
  }
  return joint.end;
}

/** "妇女署(妇女署)": an acronym or a remark in parentheses belongs to the name before it. */
function behindParenthesis(text: string, at: number, to: number): number {
  const match = /^ ?\([^()]{1,60}\)/.exec(text.slice(at, Math.min(to, at + 64)));
  return match === null ? at : at + match[0].length;
}

function firstFrom(source: RegExp, text: string, from: number): { start: number; end: number } | null {
  const pattern = new RegExp(source.source, "g");
  pattern.lastIndex = from;
  const match = pattern.exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
