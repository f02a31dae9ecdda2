import {
  abstractHead,
  adverbialStart,
  classStart,
  enumerating,
  fixedPhrases,
  isActorWord,
  isOpenAdjective,
  isSharingNoun,
  leadingWords,
  partnering,
  postModifiers,
  resumes,
} from "../../language/en/addressees";

/** A name as it stands in the text, without articles and modifiers. */
export type NamedParty = { readonly start: number; readonly end: number; readonly name: string };

type Stretch = { readonly start: number; readonly end: number };

/** Pieces of a stretch between commas that are not inside brackets or quotation marks. */
function commaPieces(text: string, from: number, to: number, known: KnownNames): Stretch[] {
  const pieces: Stretch[] = [];
  const whole = protectedIn(text.slice(from, to), known);
  let depth = 0;
  let start = from;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 0x201c) depth++;
    else if ((code === 41 || code === 0x201d) && depth > 0) depth--;
    else if (
      depth === 0 &&
      (code === 44 || code === 59) &&
      !whole.some((one) => at - from > one.start && at - from < one.end)
    ) {
      pieces.push({ start, end: at });
      start = at + 1;
    }
  }
  pieces.push({ start, end: to });
  return pieces.map((one) => trim(text, one)).filter((one) => one.end > one.start);
}

/** Known names and fixed phrases that hold a comma or "and". */
function protectedIn(words: string, known: KnownNames): Stretch[] {
  const found = [...known(words)];
  for (const phrase of fixedPhrases) {
    const start = words.indexOf(phrase);
    if (start >= 0) found.push({ start, end: start + phrase.length });
  }
  return found;
}

function trim(text: string, { start, end }: Stretch): Stretch {
  let from = start;
  let to = end;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && (text.charCodeAt(to - 1) <= 32 || text.charAt(to - 1) === ",")) to--;
  return { start: from, end: to };
}

const oneNamed =
  /^including (?:the )?(?!Governments|States|Member|Parties|United Nations [a-z])[A-Z](?:(?! and (?:the|other|all) )[^,;])*$/;
const isClass = (words: string): boolean =>
  /^(?:the |all |other |relevant )*[a-z]/.test(words) && isActorWord(headNoun(words));

const ownParts = /^including (?:its|their) [^,]*$/;

const isAdverbial = (words: string): boolean => adverbialStart.test(words) && !resumes.test(words);

/**
 * The comma pieces that belong to the list of parties: adverbials ("as appropriate", "in consultation with …",
 * "including …") are left out with what they take along.
 */
function listPieces(text: string, from: number, to: number, known: KnownNames): Stretch[] {
  const kept: Stretch[] = [];
  let aside: "none" | "single" | "list" | "partners" | "able" | "named" = "none";
  let isOpenAnd = false;
  const isClosed = /,\s*$/.test(text.slice(from, to));
  for (const piece of commaPieces(text, from, to, known)) {
    const words = text.slice(piece.start, piece.end);
    if (/^(?:and|or)$/.test(words)) {
      isOpenAnd = true;
      continue;
    }
    if (isAdverbial(words)) {
      if (aside === "partners" && enumerating.test(words)) continue;
      if (partnering.test(words)) aside = "partners";
      // "the United Nations, including its agencies, Governments and institutions to": no comma closes the aside.
      else if (!isClosed && ownParts.test(words)) aside = "able";
      // "United Nations entities, including the Panel on Wells, development partners and networks": one name, then other classes.
      else if (oneNamed.test(words)) aside = "named";
      else if (enumerating.test(words)) aside = "list";
      // "Member States, especially developed countries, that are in a position to do so, donors and …": the list goes on.
      else
        aside = /^(?:that|which|who) (?:are|is) (?:in a position|able|willing)\b/.test(words)
          ? "able"
          : "single";
      continue;
    }
    const last = kept[kept.length - 1];
    if (last !== undefined && staysInRelative(text.slice(last.start, last.end), words)) continue;
    if (aside !== "none" && kept.length > 0) {
      const goesOn =
        resumes.test(words) ||
        isOpenAnd ||
        (aside === "able" && isActorWord(headNoun(words))) ||
        (aside === "named" && isClass(words));
      if (!goesOn || aside === "partners") continue;
      aside = "none";
    } else if (aside === "partners" || aside === "list") {
      // "including at the regional level, States": the list goes on until something named comes.
      if (!/^(?:the|all|[A-Z])/.test(words)) continue;
    }
    aside = "none";
    // "States and, where appropriate, organizations"
    isOpenAnd = /\s(?:and|or)$/.test(words);
    kept.push(piece);
  }
  return joinOpenPieces(text, withoutApposition(text, kept));
}

/** "the Executive Director, the head of the Programme, to": a second name without "and" says who the first is. */
function withoutApposition(text: string, pieces: readonly Stretch[]): Stretch[] {
  const last = pieces[pieces.length - 1];
  if (pieces.length !== 2 || last === undefined) return [...pieces];
  const words = text.slice(last.start, last.end);
  return /^(?:the|an?) /.test(words) && !/\b(?:and|or|as well as|together with)\b/.test(words)
    ? pieces.slice(0, 1)
    : [...pieces];
}

/** "States in whose jurisdiction the possession, import and export …": what follows the comma is still the clause. */
const staysInRelative = (left: string, right: string): boolean =>
  /\s(?:which|whose|who|whom|that|where)\s/.test(left) &&
  !/^(?:and |or )?(?:the|all|other|relevant|as well as|[A-Z])/.test(right);

const lastWord = (words: string): string => /([A-Za-z][A-Za-z0-9’'-]*)\s*$/.exec(words)?.[1] ?? "";
const withoutLead = (words: string): string =>
  words.replace(leadingWords, "").replace(/^(?:and|or|as well as)\s+/i, "");

/** "international" + "regional and subregional organizations" are one; so are "organs" + "organizations and bodies of …". */
function joinOpenPieces(text: string, pieces: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const piece of pieces) {
    const last = joined[joined.length - 1];
    if (last !== undefined && isWaiting(text.slice(last.start, last.end), text.slice(piece.start, piece.end)))
      joined[joined.length - 1] = { start: last.start, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

/** A lower-case adjective that waits for its noun: "statistical and data-related system". */
const isWaitingAdjective = (word: string): boolean =>
  /^[a-z]/.test(word) &&
  word !== "concerned" &&
  (isOpenAdjective(word) ||
    (/(?:ical|onal|ial|ural|ental|ic|ive|ary|ous|-related|-based)$/.test(word) && !isActorWord(word)));

/** True where `left` cannot stand alone before `right`. */
function isWaiting(left: string, right: string): boolean {
  // Of "the Department and the United Nations entities" only the last conjunct waits.
  const bare = withoutLead(left.split(/\s(?:and|as well as) (?:the|other) /).pop() ?? left);
  const word = lastWord(bare);
  if (isWaitingAdjective(word)) return true;
  // "relevant United Nations and other international organizations": no article, so the noun is shared.
  if (
    bare === "United Nations" &&
    !/\bthe United Nations$/.test(left.trimEnd()) &&
    /^(?:and |or )?(?:other|non-United)\b/.test(right)
  )
    return true;
  // "actors involved in the conservation" + "management and restoration of peatlands"
  if (/\b(?:involved|engaged|active) in (?:the )?[a-z]+$/.test(bare) && /^[a-z]+ and [a-z]+ of\b/.test(right))
    return true;
  // "the United Nations funds" + "programmes and agencies"
  const rest = withoutLead(right);
  if (/^(?:the|all|other|relevant|its)\b/i.test(right.replace(/^(?:and|or|as well as)\s+/i, "")))
    return false;
  // "countries manufacturing, exporting or importing substances"
  if (/ing$/.test(word) && /^[a-z]+ing (?:or|and) [a-z]+ing\b/.test(rest) && /\s/.test(bare)) return true;
  if (!isSharingNoun(word)) return false;
  // "specialized agencies, funds and programmes" is one phrase.
  if (
    /^(?:agencies|entities|organizations|funds|bodies)$/.test(word) &&
    /^(?:funds(?: and programmes)?|programmes)(?=$|\s(?:of|and)\b)/.test(rest)
  )
    return true;
  const first = /^([A-Za-z-]+)(?:\s+(?:and|or)\s+([a-z-]+))?(?:\s+of\s|\s*$)/.exec(rest);
  if (
    first === null ||
    !isSharingNoun(first[1] ?? "") ||
    (first[2] !== undefined && !isSharingNoun(first[2]))
  )
    return false;
  return /\sof\s/.test(rest)
    ? !/\s/.test(bare) ||
        /^[A-Z]/.test(bare) ||
        !/\s(?:of|in)\s/.test(
          bare.replace(
            /^(?:executive )?(?:heads|members|chairs|representatives|directors|secretariats) of (?:the )?/,
            "",
          ),
        )
    : /^United Nations\b|\s/.test(bare) && /^United Nations\b/.test(bare);
}

const conjunction = /\s+(?:and\/or|and|or|as well as|together with|along with)\s+/g;

/** Cuts a list piece at its conjunctions where both sides are names of their own. */
function splitAtConjunctions(text: string, piece: Stretch, known: KnownNames): Stretch[] {
  const words = text.slice(piece.start, piece.end);
  const protectedStretches = protectedIn(words, known);
  const parts: Stretch[] = [];
  let start = 0;
  for (const match of words.matchAll(conjunction)) {
    const at = match.index;
    if (at < start) continue;
    if (protectedStretches.some((one) => at > one.start && at < one.end)) continue;
    const left = words.slice(start, at);
    const right = words.slice(at + match[0].length);
    if (!isSplit(left, right, match[0].trim())) continue;
    parts.push({ start: piece.start + start, end: piece.start + at });
    start = at + match[0].length;
  }
  parts.push({ start: piece.start + start, end: piece.end });
  // "Member States, individually and through their action in …": the second is no party.
  return parts.filter(
    (part, index) =>
      index === 0 ||
      !/^(?:through|within|in|by|at|under|with) (?!the region)/.test(text.slice(part.start, part.end)),
  );
}

/** Whether "left and right" are two parties. */
function isSplit(left: string, right: string, word: string): boolean {
  const bare = withoutLead(left);
  if (bare === "") return false;
  // "Federal Government of Somalia (FGS)": the acronym closes the name.
  if (/^[A-Z].*\([A-Z][\w-]*[A-Z][\w-]*\)$/.test(bare) && /^(?:the )?[A-Z]/.test(right)) return true;
  // "that have … and …": still inside a relative clause.
  if (
    /\s(?:that|which|who|whose|where)\s/.test(` ${left} `) &&
    !/^(?:the|all|other|relevant)\b|^[A-Z]/.test(right)
  )
    return false;
  if (isWaiting(left, right) || isPairOfNouns(bare, right)) return false;
  if (
    /\b(?:involved|engaged|active) in (?:the )?[a-z]+(?:, [a-z]+)*$/.test(bare) &&
    !isActorWord(headNoun(right))
  )
    return false;
  // "objects into orbit or beyond": one small word that is nobody.
  if (word === "or" && /^[a-z-]+$/.test(right) && !isActorWord(right)) return false;
  // "United Nations funds, programmes and specialized agencies" is one phrase.
  if (
    /^United Nations (?:funds|agencies|entities|bodies|programmes)\b(?:, [a-z]+)*$/.test(bare) &&
    right === "specialized agencies"
  )
    return false;
  // "Member States hosting or having hosted operations"
  if (/^(?:having|being)\b/.test(right)) return false;
  if (
    /\s[a-z]+ing$/.test(bare) &&
    /^[a-z]+ing\s/.test(right) &&
    !/^(?:developing|participating)\b/.test(right)
  )
    return false;
  if (word === "as well as" || word === "together with" || word === "along with") return true;
  if (/^(?:all|other|relevant|interested|any|its|their|those|these)\b/.test(right)) return true;
  if (/^the\s/.test(right))
    return (
      !endsInComplement(left) ||
      /^the\s+(?:[A-Z]|international community|private sector|relevant|specialized|regional (?:commissions|organizations)|international (?:organizations|financial))/.test(
        right,
      )
    );
  const nextWord = /^([A-Za-z’'-]+)/.exec(right)?.[1] ?? "";
  if (/^[A-Z]/.test(nextWord) && isOneName(bare, right)) return false;
  // "Governments of the Democratic Republic of the Congo and Rwanda"
  if (/^Governments of /.test(bare) && /^[A-Z]/.test(nextWord) && !isActorWord(headNoun(right))) return false;
  if (/^[A-Z]/.test(nextWord))
    return !endsInCapitalComplement(bare) || /^(?:Member States|States|Governments|Parties)\b/.test(right);
  // "institutes of the crime prevention and criminal justice network": a complement goes on.
  if (
    endsInComplement(left) &&
    /^[a-z]/.test(lastWord(bare)) &&
    abstractHead.test(lastWord(bare)) &&
    !isActorWord(lastWord(bare)) &&
    /^[a-z]/.test(right) &&
    !classStart.test(right)
  )
    return false;
  // "women and girls", "peace and security": a complement goes on.
  const head = headNoun(right);
  if (endsInComplement(left) && (!isActorWord(head) || (/^[A-Z]/.test(bare) && isPeople(head)))) return false;
  if (endsInComplement(left) && /^[A-Z]/.test(bare) && !classStart.test(right) && !isActorWord(head))
    return false;
  return true;
}

/** "Analytical Support and Sanctions Monitoring Team": the left cannot act, the right can. */
function isOneName(left: string, right: string): boolean {
  const head = headNoun(right);
  return (
    /^(?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)+|[A-Z][a-z]+(?:ing|tion|ment))$/.test(left) &&
    !isActorWord(lastWord(left)) &&
    !/^[A-Z]{2,}s?$/.test(lastWord(left)) &&
    isActorWord(head) &&
    !head.endsWith("s") &&
    !/^(?:United Nations|Member|Government|President|Secretary)\b/.test(right)
  );
}

/** People are the subject of a mandate more often than its addressee: "Working Group on discrimination against women and girls". */
const isPeople = (word: string): boolean =>
  /^(?:women|men|girls|boys|youth|persons|people|peoples|families|citizens|parents|workers|refugees|individuals|children|communities|minorities|businesses|enterprises)$/.test(
    word,
  );

/** "United Nations agencies and organizations", "organizations and bodies of the …", "funds and programmes". */
function isPairOfNouns(left: string, right: string): boolean {
  const leftWord = lastWord(left);
  if (!isSharingNoun(leftWord)) return false;
  const match =
    /^([a-z-]+)(?=\s+of\b|\s+(?:in|within)\b|\s*$|\s*,|\s+(?:that|which|to|concerned)\b|\s+(?:and|as well as)\s+(?:other|relevant|the|[a-z-]+(?:al|ed)\s|[a-z-]+\s+of\b))/.exec(
      right,
    );
  if (leftWord === "mechanisms" && match?.[1] === "procedures") return true;
  if (match === null || !isSharingNoun(match[1] ?? "")) return false;
  // "non-governmental organizations and individuals" are two; "groups and individuals" may share what follows.
  if (match[1] === "individuals" && /\s/.test(left.trim())) return false;
  const isBare = !/\s/.test(left.trim());
  return isBare
    ? /^[a-z-]+\s+(?:of|in(?! a position)|within|and)\b/.test(right)
    : !/\s(?:of|in|for|on)\s/.test(left);
}

/** "Office of the High Commissioner for Human Rights", "Working Group on discrimination". */
const endsInComplement = (left: string): boolean =>
  /\s(?:of|on|for|against|in|among|to|between|from|with)\s[^,]*$/.test(left);
/** A capitalised name whose complement may go on behind "and": "Conference on Trade and Development". */
const endsInCapitalComplement = (bare: string): boolean =>
  (/^[A-Z]/.test(bare) &&
    /\s(?:on|for|of|against|among|to)\s(?:the\s)?[^,]*$/.test(bare) &&
    !/\s(?:of|in) [A-Z]{2,}$/.test(bare) &&
    !/^(?:Governments?|States|Member States) (?:of|in)\b/.test(bare)) ||
  (/^(?:Food|Bosnia|Trinidad|Antigua|Sao|São|Saint|Department of|Committee on|Ministry of)\b[^,]*$/.test(
    bare,
  ) &&
    !/^Governments?\b/.test(bare) &&
    /\s(?:of|on)\s|^(?:Food|Bosnia|Trinidad|Antigua|Sao|São|Saint)/.test(bare));

/** "regional and subregional organizations": the noun stands behind the second adjective. */
const adjectivePair = /^(?:[a-z-]+(?:al|ic|ive|ary|ous|ed|ing|-),? (?:(?:and|or) )?)+(?=[a-z])/;

/** The noun that a name is about: the last word before "of", "in", "that" … */
export function headNoun(words: string): string {
  const bare =
    withoutParticiple(
      withoutLead(words)
        .replace(/\s*\([^()]*\)\s*$/, "")
        .replace(adjectivePair, ""),
    ).split(
      /\s(?:of|in|for|on|that|which|who|to|from|with|at|by|under|involved|known|working(?= (?:with|in|on|to|for|towards|under|together)\b)|engaged|participating|mentioned|providing|having|within|concerned|affected|compliant|responsible|active|competent|able|capable|eligible|subject|particularly|especially|including|whose|where|and|or|as)\s|,/,
    )[0] ?? "";
  // "the support provided", "the resources available"
  return lastWord(
    bare.replace(
      /(?<=[a-z]) (?:provided|made|given|submitted|requested|available|received|contained|allocated)$/,
      "",
    ),
  );
}

/** "Member States hosting or having hosted operations": the noun stands before the participle. */
const withoutParticiple = (words: string): string => {
  const match = /^((?:[A-Za-z-]+ ){0,3}?[A-Za-z-]+s) (?:[a-z]+ly )?[a-z]{3,}(?:ing|ed)\b/.exec(words);
  const noun = match?.[1];
  return noun !== undefined && isActorWord(lastWord(noun)) ? noun : words;
};

/** Gives the stretches of known names that contain "and" inside some words. */
export type KnownNames = (words: string) => readonly Stretch[];

/** The parties named between two offsets: coordinated ones apart, names that contain "and" whole. */
export function readParties(text: string, from: number, to: number, known: KnownNames): NamedParty[] {
  const parties: NamedParty[] = [];
  for (const piece of listPieces(text, from, to, known))
    for (const part of splitAtConjunctions(text, piece, known)) {
      const party = bareName(text, part);
      if (party !== null) parties.push(party);
    }
  return parties;
}

/** What a parenthesis cut off behind: "Member States and[, where appropriate, …]". */
const trailingWord = /\s+(?:and|or|in|on|to|of|for|with|by|towards?|as well as|but)$/;

/** "all parties to armed conflict immediately", "the Secretary-General not". */
const trailingAdverb =
  /\s+(?:not|never|also|again|further|(?!(?:as)?sembly|family|supply|early|monthly|quarterly|elderly|only|Italy)[a-z]{2,}ly)$/;

/** Leading and trailing words off. Null where nothing named is left. */
function bareName(text: string, part: Stretch): NamedParty | null {
  let { start, end } = trim(text, part);
  let words = text.slice(start, end);
  const lead = /^(?:(?:and|or|as well as)\s+)?/i.exec(words)?.[0].length ?? 0;
  start += lead;
  words = words.slice(lead);
  const modifiers = leadingWords.exec(words)?.[0].length ?? 0;
  start += modifiers;
  words = words.slice(modifiers);
  const isProper = /^[A-Z]/.test(words) && !/^(?:Member States|States|Governments)\b/.test(words);
  for (const [index, pattern] of postModifiers.entries()) {
    if (isProper && index > 0 && /^(?:\S+\s){0,3}\S+$/.test(words)) break;
    words = words.replace(pattern, "");
  }
  words = words
    .replace(/\s*\([^()]*\)\s*$/, "")
    .replace(/[\s,;:.*]+$/, "")
    .replace(/(?<=[a-z])\d{1,2}$/, "")
    .replace(trailingWord, "")
    .replace(/\s(?:established|created|constituted|referred|mentioned)$/, "")
    .replace(trailingAdverb, "")
    .replace(trailingWord, "")
    .replace(/^[“"‘']|[”"’']$/g, (mark) => (mark === "’" ? mark : ""));
  if (/^[“"]/.test(text.slice(start, start + 1))) start += 1;
  end = start + words.length;
  if (/^(?:and|or|who|which|that)\b/.test(words)) return null;
  if (words.length < 2 || words.length > 400 || !/[A-Za-z]/.test(words)) return null;
  return { start, end, name: words };
}
