import { knownNameAt } from "../../bodies/key";
import { isBaseVerb } from "../../language/en/base-verbs";

/** A name with the offset at which the document prints it. */
export type NameMention = { readonly name: string; readonly at: number };

/** Mandate holders whose subject is printed in small letters: "Special Rapporteur on the right to food". */
const holder =
  /\b(?:Special Rapporteurs?|Independent Experts?|Working Group(?: of Experts)?|Expert Mechanism|Special Representative|Special Envoy|Special Adviser|Fact-Finding Mission|fact-finding mission|Commission of Inquiry|Panel of Experts|Group of Experts|Ad Hoc Working Group|Independent Investigative Mechanism|Intergovernmental Working Group|Ad Hoc Committee|Special Committee)(?: of the [A-Z][\w-]+(?: [A-Z][\w-]+)*)? (?:on|for(?= (?:the )?[A-Z])|of|to(?= [A-Z])) /g;

/** What never belongs to a name: a verb, how long, by virtue of what. */
const hardStop =
  /[;.:()¶“”]| (?:is|are|has|have|was|were|will|would|shall|should|may|can|who|which|that|whose|established|created|set out|contained|pursuant|upon|during|through|within|while|following) | for (?:a (?:further |new |final )*(?:period|term)|his|her|its|their) | in (?:the (?:context|performance|exercise|discharge|fulfil)|his|her|its|accordance|implementing|fulfil|collaboration|cooperation|consultation|line|this|order|carrying|particular|January|February|March|April|May|June|July|August|September|October|November|December|\d{4}|[A-Z][a-z]+ (?:in|on|from|to)\b)|,? and (?:the|other|all|to|by|in|of the|his|her|its|their|requests|invites|decides|encourages|calls|urges) | with (?:the|a|regard|respect) | at (?:its|the) | as (?!a component)| on the situation | has$/;

/** What may belong to a name: only where the document repeats the words, or in terms of law. */
const softStop = /, | by | in | to | with | and | as | at | from /g;

/** Terms of human rights law that hold a comma; every name may contain them. */
export const termsWithComma =
  /(?:cruel, inhuman|inhuman or degrading|extrajudicial, summary|racism, racial|discrimination, xenophobia|clean, healthy|safe, clean|truth, justice|justice, reparation|slavery, including its|women, its|girls, its|persons, especially women and|persons, particularly women and)/;

const longest = 240;
/** How many mentions are compared with each other: it keeps the work linear. */
const compared = 24;

type Candidate = { readonly at: number; readonly words: string; readonly ends: readonly number[] };

/**
 * The mandate holders that a text names with their subject. A name goes on past "by", "in", a comma … only as far as
 * the document repeats it ("Independent Expert on the enjoyment of all human rights by older persons" twice).
 */
export function mandateMentions(text: string): NameMention[] {
  const groups = new Map<string, Candidate[]>();
  for (const match of text.matchAll(holder)) {
    const candidate = candidateAt(text, match.index, match[0].length);
    if (candidate === null) continue;
    const key = candidate.words.slice(0, match[0].length + 8);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()].flatMap((group) =>
    group.map((one) => ({ at: one.at, name: one.words.slice(0, endOf(one, group.slice(0, compared))) })),
  );
}

function candidateAt(text: string, at: number, headLength: number): Candidate | null {
  const known = knownNameAt(text, at);
  if (known !== null && known.length > headLength) return { at, words: known, ends: [known.length] };
  // A committee's name goes on in capitals: "the Special Committee on the implementation of" says what it reported on.
  if (
    /^(?:Special|Ad Hoc) Committee/.test(text.slice(at, at + 20)) &&
    !/^(?:the )?[A-Z]/.test(text.slice(at + headLength, at + headLength + 8))
  )
    return null;
  const region = text.slice(at, at + headLength + longest);
  const tail = region.slice(headLength);
  const stop = hardStop.exec(tail);
  let words = region.slice(0, headLength + (stop?.index ?? tail.length)).replace(/[\s,]+$/, "");
  const ends: number[] = [];
  for (const match of words.slice(headLength).matchAll(softStop)) {
    const end = headLength + match.index;
    if (match[0] === " to " && isVerbNext(words.slice(end + 4)) && !isRight(words.slice(0, end))) {
      words = words.slice(0, end);
      break;
    }
    if (match[0] === ", " && termsWithComma.test(words.slice(Math.max(0, end - 26), end + 24))) continue;
    ends.push(end);
  }
  if (words.length < headLength + 3) return null;
  return { at, words, ends: [...ends.filter((end) => end > headLength && end < words.length), words.length] };
}

const isVerbNext = (rest: string): boolean => isBaseVerb(/^[a-z-]+/.exec(rest)?.[0] ?? "");
const isRight = (words: string): boolean =>
  /\b(?:rights?|everyone|access|obstacles|impediments|approaches|threats|means)$/.test(words);

/** The farthest end that another mention shares; else the first place where the name may end. */
function endOf(one: Candidate, group: readonly Candidate[]): number {
  let best = 0;
  for (const other of group) {
    if (other.at === one.at) continue;
    for (const end of one.ends)
      if (
        end > best &&
        other.ends.includes(end) &&
        other.words.slice(0, end).toLowerCase() === one.words.slice(0, end).toLowerCase()
      )
        best = end;
  }
  return best > 0 ? best : firstEnd(one);
}

/** A name that is printed once ends at its first comma, "by", "to" …; "and" and a country behind "in" belong to it. */
function firstEnd(one: Candidate): number {
  for (const end of one.ends) {
    const next = one.words.slice(end, end + 10);
    if (/^ and /.test(next) || /^ in (?:the |[A-Z])/.test(next)) continue;
    if (
      /^ (?:to|in|from|with|as) /.test(next) &&
      !/^ (?:to|in|from|with|as) (?:the |his|her|its|an? )/.test(next)
    )
      continue;
    return end;
  }
  return one.words.length;
}
