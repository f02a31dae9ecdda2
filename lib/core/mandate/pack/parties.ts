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
    const party = partyAt(reader, start, to);
    if (party === null) {
      if (found.length === 0 || round === 0) break;
      break;
    }
    found.push(party);
    const joint = nextJoint(reader, party.end, to);
    if (joint === null) break;
    at = joint;
  }
  return found;
}

function skipDeterminers({ pack, text }: PartyReader, from: number, to: number): number {
  pack.parties.determiners.lastIndex = from;
  const match = pack.parties.determiners.exec(text);
  return Math.min(to, from + (match?.[0].length ?? 0));
}

function partyAt(reader: PartyReader, start: number, to: number): PackParty | null {
  const { pack, lexicon, text } = reader;
  const hit: NameHit | null = lexicon.at(text, start) ?? behindClitics(reader, start);
  if (hit !== null && hit.end <= to) return { ...hit, by: "named" };
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

/** Where the next addressee of a chain may begin; null where no joint follows soon. */
function nextJoint({ pack, text }: PartyReader, from: number, to: number): number | null {
  const joints = new RegExp(pack.parties.joints.source, "g");
  joints.lastIndex = from;
  const match = joints.exec(text.slice(0, Math.min(to, from + pack.parties.reach)));
  return match === null ? null : match.index + match[0].length;
}
