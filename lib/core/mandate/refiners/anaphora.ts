import { knownNameAt } from "../../bodies/key";
import { findCompoundNames, matchBody } from "../../bodies/match";
import type { Resolution } from "../../resolution/resolution";
import type { OrganId } from "../../symbol/symbol";
import { mandateMentions, type NameMention } from "./mandate-names";

type Mention = NameMention;

/** Heads of short forms that stand for a longer name: "the Commission", "the Special Unit". */
const genericHeads = new Set(
  (
    "Commission Commissions Committee Council Conference Board Forum Assembly Office Unit Group Panel Mission Force Team Mechanism Institute Centre Center Fund Programme Agency Organization Organisation " +
    "Union Bank Authority Court Tribunal Secretariat Department Division Section Service University Academy College Foundation Facility Partnership Alliance Initiative Network Platform " +
    "Director Administrator Rapporteur Rapporteurs Expert Experts Representative Envoy Coordinator Commissioner Adviser Ombudsperson Registrar Prosecutor President Chair Chairman Chairperson Bureau Task " +
    "Government Parties Register Congress Sub-Commission Subcommittee Secretary Operation Presence Entity Community League Association Body Mandate Command Verification Support Inspector Ombudsman Advocate"
  ).split(" "),
);

const neverExpanded =
  /^(?:Secretary-General|General Assembly|Security Council|Economic and Social Council|United Nations|Secretariat|Member States?|States?|Governments|Human Rights Council|Parties|States [Pp]arties)$/;

const capitalName =
  /(?:\b\d{4} (?=(?:Sanctions )?Committee\b))?[A-Z][\w’'-]*(?:(?:,? (?:and )?(?:(?:of|on|for|the|and|against|among|between|as|de|la|in(?! (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)|to(?= (?:Support|Address|Implement|Promote|Monitor|Study|Examine|Eliminate|Prevent|Combat|Review|Assist|Investigate|Counter|Protect|the Secretary-General)\b)) ){0,3})[A-Z][\w’'-]*)*/g;

/** "Office of the United Nations High Commissioner for Refugees" names the High Commissioner too. */
const officeHolder =
  /^(?:Office|Secretariat|Bureau|Executive Board|Mandate) of the ((?:[A-Z][\w’'-]* )*(?:Commissioner|Representative|Envoy|Coordinator|Adviser|Advocate|Director|Administrator|Prosecutor|Registrar|Conference|Programme|Committee|Commission|Council)\b.*)$/;

const acronymDefinition = /\(((?:the )?[“"]?([A-Z][A-Za-z0-9&/-]*[A-Z][A-Za-z0-9&/-]*)[”"]?)\)/g;

/**
 * The names of one document and what its short forms stand for. Built on the first question only; one pass over the text.
 */
export class NameIndex {
  private joined: string | null = null;
  private starts: number[] = [];
  /** Long names by the last word of their head ("Committee"), in order of the text. */
  private mentions: Map<string, Mention[]> | null = null;
  private acronyms: Map<string, string> | null = null;
  private readonly known = new Map<string, string>();
  private readonly printed = new Map<string, boolean>();

  constructor(private readonly resolution: Resolution) {}

  /** Title and paragraphs (annexes left out), joined by blanks. */
  text(): string {
    if (this.joined !== null) return this.joined;
    const parts: string[] = [`${this.resolution.title}. `];
    let at = parts[0]?.length ?? 0;
    for (const paragraph of this.resolution.paragraphs) {
      this.starts.push(at);
      if (paragraph.kind === "annex") continue;
      parts.push(paragraph.text, " ¶ ");
      at += paragraph.text.length + 3;
    }
    this.joined = parts.join("");
    return this.joined;
  }

  /** The full form of a name as used at an offset of a paragraph. */
  resolve(name: string, paragraphIndex: number, offset: number): string {
    const key = `${paragraphIndex}:${name}`;
    const cached = this.known.get(key);
    if (cached !== undefined) return cached;
    this.text();
    const full = this.expand(name, (this.starts[paragraphIndex] ?? 0) + offset);
    this.known.set(key, full);
    return full;
  }

  private expand(name: string, at: number): string {
    const own = ownName(name, this.resolution.organ);
    if (own !== null) return own;
    if (isAcronym(name)) return this.definedAcronyms().get(name) ?? name;
    const inside = /^(.*?\b(?:of|to|in) )(?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)$/.exec(name);
    if (
      /^[a-z]/.test(name) ||
      /^(?:Governments?|Member States|States|Parties|Members|Heads|Chairs?) /.test(name)
    ) {
      if (inside === null) return name;
      const part = inside[2] ?? "";
      const full = this.expandCapital(part, at);
      return full === part ? name : `${name.slice(0, name.length - part.length)}${full}`;
    }
    const direct = this.expandCapital(name, at);
    if (direct !== name || inside === null) return direct;
    const part = inside[2] ?? "";
    if (!genericHeads.has(lastOf(part))) return name;
    const full = this.expandCapital(part, at);
    return full === part ? name : `${name.slice(0, name.length - part.length)}${full}`;
  }

  private expandCapital(name: string, at: number): string {
    if (isAcronym(name)) return this.definedAcronyms().get(name) ?? name;
    const own = ownName(name, this.resolution.organ);
    if (own !== null) return own;
    const body = matchBody(name);
    if (neverExpanded.test(name) || body?.by === "name") return name;
    if (body?.by === "alias" && body.body.name.length > name.length && this.prints(body.body.name))
      return body.body.name;
    const [head, tail] = splitHead(name);
    if (!genericHeads.has(lastOf(head))) return name;
    const mentions = this.mentionsByHead().get(lastOf(head)) ?? [];
    const fits = (full: string) =>
      !full.startsWith(`${name} and the `) && isExpansion(full, name, head, tail);
    const found = nearest(mentions, at, fits);
    if (found === null) return name;
    const full = (bareMandate.test(name) ? spokenOf(mentions, found, fits) : found).name;
    // "the Committee" is the Scientific Committee, and that is the United Nations Scientific Committee on …
    return tail === "" && !splitHead(full)[1] && full.length > name.length
      ? this.expandCapital(full, at)
      : full;
  }

  /** True where the document prints a name in full. */
  private prints(name: string): boolean {
    const known = this.printed.get(name);
    if (known !== undefined) return known;
    const found = this.text().includes(name);
    this.printed.set(name, found);
    return found;
  }

  private mentionsByHead(): Map<string, Mention[]> {
    if (this.mentions !== null) return this.mentions;
    const text = this.text();
    const all: Mention[] = [];
    for (const match of text.matchAll(capitalName)) {
      if (!match[0].includes(" ")) continue;
      // "United Nations Office at Geneva", "Economic Commission for Africa in Addis Ababa": a known name is kept as known.
      const known = knownWithin(text, match.index, match[0].length);
      if (known !== null) all.push({ ...known });
      for (const name of nameVariants(match[0])) {
        all.push({ name, at: match.index });
        const holder = officeHolder.exec(name)?.[1];
        if (holder !== undefined) all.push({ name: holder, at: match.index });
      }
    }
    all.push(...mandateMentions(text));
    this.mentions = new Map();
    for (const mention of all.sort((a, b) => a.at - b.at)) {
      const head = lastOf(splitHead(mention.name)[0]);
      const group = this.mentions.get(head);
      if (group === undefined) this.mentions.set(head, [mention]);
      else group.push(mention);
    }
    return this.mentions;
  }

  private definedAcronyms(): Map<string, string> {
    if (this.acronyms !== null) return this.acronyms;
    const text = this.text();
    const defined = new Map<string, string>();
    for (const match of text.matchAll(acronymDefinition)) {
      const acronym = match[2] ?? "";
      if (defined.has(acronym)) continue;
      const name = nameBefore(text, match.index, acronym);
      if (name !== null) defined.set(acronym, name);
    }
    this.acronyms = defined;
    return defined;
  }
}

/** The known name that a run of capital words begins with, behind words that open a sentence. */
function knownWithin(text: string, at: number, length: number): Mention | null {
  const skipped =
    /^(?:[A-Z][a-z]+s (?:the )?|[Tt]he )/.exec(text.slice(at, at + Math.min(length, 40)))?.[0] ?? "";
  for (const start of [at, at + skipped.length]) {
    const known = knownNameAt(text, start);
    if (known !== null && known.includes(" ") && (start > at || skipped === ""))
      return { name: known, at: start };
  }
  return null;
}

/** How many names are looked at on each side: it keeps the work linear in a text that repeats one name without end. */
const reach = 150;

/** The fitting name that was mentioned last before `at` (the longest of one place), else the first behind it. */
function nearest(mentions: readonly Mention[], at: number, fits: (full: string) => boolean): Mention | null {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  let best: Mention | null = null;
  for (let index = low - 1; index >= Math.max(0, low - reach); index--) {
    const mention = mentions[index];
    if (mention === undefined || (best !== null && mention.at < best.at)) break;
    if (fits(mention.name) && (best === null || mention.name.length > best.name.length)) best = mention;
  }
  if (best !== null) return shorterForm(best, mentions, low, fits);
  for (let index = low; index < Math.min(mentions.length, low + reach); index++) {
    const mention = mentions[index];
    if (mention !== undefined && fits(mention.name)) return mention;
  }
  return null;
}

/** A title that several people bear: which one is meant, the text as a whole says. */
const bareMandate = /^(?:Special Rapporteur|Independent Expert|Special Representative|Special Envoy)$/;

/**
 * "the Special Rapporteur", where another was named in passing just before ("to cooperate with the Special Rapporteur on
 * trafficking"): the one whom the document names again and again is meant, not the one it names once.
 */
function spokenOf(mentions: readonly Mention[], found: Mention, fits: (full: string) => boolean): Mention {
  const places = new Map<string, { first: Mention; at: Set<number> }>();
  for (const mention of mentions.slice(0, 2 * reach)) {
    if (!fits(mention.name)) continue;
    const known = places.get(mention.name);
    if (known === undefined) places.set(mention.name, { first: mention, at: new Set([mention.at]) });
    else known.at.add(mention.at);
  }
  const timesOf = (name: string) => places.get(name)?.at.size ?? 0;
  const most = [...places.values()].reduce((best, one) => (one.at.size > best.at.size ? one : best), {
    first: found,
    at: new Set<number>([found.at]),
  });
  return timesOf(found.name) <= 1 && most.at.size >= 3 ? most.first : found;
}

/** "Special Rapporteur on A on B" in one place and "Special Rapporteur on A" in another: the shorter is the name. */
function shorterForm(
  best: Mention,
  mentions: readonly Mention[],
  low: number,
  fits: (full: string) => boolean,
): Mention {
  for (let index = Math.max(0, low - reach); index < Math.min(mentions.length, low + reach); index++) {
    const other = mentions[index];
    if (other === undefined || other.at === best.at || other.name.length >= best.name.length) continue;
    const rest = best.name.slice(other.name.length);
    // "the Office of the High Commissioner for Human Rights in Atlantis": the country is the office's.
    const isLonger =
      /^ (?:on|for|during|from) /.test(rest) ||
      (/^ in /.test(rest) && /\bCommissioner for\b/.test(other.name));
    if (best.name.startsWith(other.name) && isLonger && fits(other.name)) return other;
  }
  return best;
}

const isAcronym = (name: string): boolean =>
  /^[A-Z0-9][A-Za-z0-9&/-]*[A-Z][A-Za-z0-9&/-]*$/.test(name) &&
  name.length <= 14 &&
  name === name.replace(/[a-z]{4,}/g, "");

/** Short forms of the organs, by who speaks. */
function ownName(name: string, organ: OrganId | null): string | null {
  if (name === "Assembly" && organ !== "UNEA") return "General Assembly";
  if (name === "Environment Assembly") return "United Nations Environment Assembly";
  if (name !== "Council") return null;
  if (organ === "ECOSOC") return "Economic and Social Council";
  if (organ === "HRC") return "Human Rights Council";
  return organ === "SC" ? "Security Council" : null;
}

const isMandate = /^(?:Special Rapporteurs?|Independent Experts?|Working Group|Special Representative) /;

const splitHead = (name: string): [string, string] => {
  const match = /^(.*?) (?:of|on|for|against|to|in|among) (.*)$/.exec(name);
  return match === null ? [name, ""] : [match[1] ?? "", match[2] ?? ""];
};
const lastOf = (words: string): string => /([A-Za-z’'-]+)\s*$/.exec(words)?.[1] ?? "";
const wordsOf = (words: string): string[] =>
  words.split(/\s+/).filter((word) => word !== "" && word !== "the");

/** "High-level Committee" → "High-level Committee on the Review of …"; "Office of the High Commissioner" → "Office of the United Nations High Commissioner …". */
function isExpansion(full: string, name: string, head: string, tail: string): boolean {
  if (full.length <= name.length || /^the /.test(full)) return false;
  if (full.replace("United Nations ", "") === name) return true;
  if (/, /.test(full) && !isMandate.test(full) && matchBody(full) === null) return false;
  if (tail !== "" && full.startsWith(`${name} in `)) return false;
  // "the African Union in Maputo": where it met is no part of its name.
  if (/ (?:Union|Bank|Community|League)$/.test(name) && full.startsWith(`${name} in `)) return false;
  const [fullHead, fullTail] = splitHead(full);
  if (fullHead !== head && !fullHead.endsWith(` ${head}`)) return false;
  // "the Assembly and Executive Board sessions" is no longer name of the Executive Board.
  if (/\s(?:and|or)$/.test(fullHead.slice(0, Math.max(0, fullHead.length - head.length - 1)))) return false;
  if (tail === "") return fullTail !== "" || fullHead !== head;
  if (!genericHeads.has(lastOf(tail)) || /\b(?:and|or)\b/.test(tail)) return false;
  const wanted = wordsOf(tail);
  const words = wordsOf(fullTail);
  let at = 0;
  for (const word of words) if (word === wanted[at]) at++;
  return at === wanted.length;
}

/** A run of capitals may begin with a word of the sentence or hold two names: "Recalling Commission on …", "A and the B". */
function nameVariants(run: string): string[] {
  const cleaned = run.replace(
    /^(?:The|Requests|Invites|Recalling|Noting|Welcoming|Commending|Acknowledging|Recognizing|Reaffirms|Stressing|Emphasizing|Encouraging|Empowers|Authorizes|Expresses|Underlines|Stresses|Recognizes|Acknowledges|Commends|Calls|Appreciates|Instructs|Directs|Asks|Reiterates|Emphasizes|Mindful|Aware|Convinced|Considers|Approves|Affirming|Highlighting|Decides|Urges|Encourages|Welcomes|Also|Further|In|At|By|To|On|For|Of|And|Notes|Recalls|Reaffirming|Having|Taking|Takes|Considering|Bearing|Report|Expressing|Expresses|Endorses|Commends)\s+(?:the )?/,
    "",
  );
  const bare = cleaned
    .replace(/^[A-Z][a-z]+(?:s|ing) the (?=[A-Z])/, "")
    .replace(/^(?:(?:of|on|for|to|in|by|with|from|and) )?(?:the )?(?=[A-Z])/, "");
  // "Organization of the United Nations Educational, Scientific and Cultural …": a known name is not cut at its commas.
  const known = findCompoundNames(bare);
  if (known.length > 0 && known.some((one) => one.end === bare.length))
    return [bare, bare.slice(known[0]?.start ?? 0)];
  const cut = bare.split(
    /,? and the (?=[A-Z])|, (?:the )?(?=[A-Z])|,? as well as the |(?:^|,)? to the (?=[A-Z])|,? at the (?=[A-Z])|,? with the (?=[A-Z])|,? from the (?=[A-Z])|,? by the |,? as |,? in the (?=[A-Z])(?![A-Z][\w-]+ East)/,
  );
  return cut.length > 1 &&
    /^(?:United Nations )?(?:Relief|Economic|Office|Special Committee|Conference|Fund|Department)/.test(
      bare,
    ) &&
    !/,? and the (?=[A-Z])/.test(bare)
    ? [bare, ...cut.slice(0, 1)]
    : cut.length > 1
      ? cut
      : [bare];
}

/** The capitalised words before "(ECOWAS)" whose initials make it. */
function nameBefore(text: string, at: number, acronym: string): string | null {
  const before = text.slice(Math.max(0, at - 160), at).trimEnd();
  const run =
    /((?:[A-Z][\w’'-]*|(?:of|on|for|the|and|to|in|against|with|from|de|des|la|du|do|da|dos)\b)(?:,?\s+|$))+$/
      .exec(before)?.[0]
      ?.trim();
  if (run === undefined) return null;
  const letters = acronym.replace(/[^A-Z]/g, "");
  const words = run.split(/\s+/);
  for (let start = words.length - 1; start >= 0; start--) {
    const slice = words.slice(start);
    if (!/^[A-Z]/.test(slice[0] ?? "")) continue;
    const initials = slice
      .flatMap((word) => word.split("-"))
      .filter((word) => /^[A-Z]/.test(word))
      .map((word) => word[0])
      .join("");
    if (initials === letters) return slice.join(" ");
  }
  const whole = words.join(" ").replace(/^(?:(?:the|of|on|for|and|to|in|with|from)\s+)+/i, "");
  // "United Nations Integrated Office in Haiti (BINUH)": an acronym of another language.
  const isNamed = (whole[0] ?? "") === letters[0] || /^(?:United Nations|African Union) [A-Z]/.test(whole);
  return whole.split(" ").length <= letters.length + 6 && isNamed ? whole : null;
}
