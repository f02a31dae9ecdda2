import { findCompoundNames } from "../../bodies/match";
import { abstractHead, classStart, isActorWord } from "../../language/en/addressees";
import type { Paragraph } from "../../resolution/resolution";
import type { DocumentContext } from "../context";
import type { DraftPartner, DraftParty } from "../draft";
import { headNoun, type NamedParty, readParties } from "./names";
import { readPartners } from "./partners";

/** The addressees named between two offsets, with short forms and pronouns resolved within the document. */
export function readLeads(
  paragraph: Paragraph,
  from: number,
  to: number,
  context: DocumentContext,
  earlier: readonly DraftParty[],
): DraftParty[] {
  const { text } = paragraph;
  return readParties(text, from, to, findCompoundNames)
    .filter((party, index, all) => index === 0 || !isOfTreaty(all[index - 1]?.name ?? "", party.name))
    .filter((party, index) => index === 0 || pronoun.test(party.name) || namesSomebody(party.name, true))
    .flatMap((party) => toParties(party, paragraph, context, earlier))
    .filter((party, index, all) => party.rule !== "pronoun" || index === firstOfName(all, party.name));
}

/** A pronoun said twice ("it … and it") names nobody a second time. */
const firstOfName = (parties: readonly DraftParty[], name: string): number =>
  parties.findIndex((one) => one.name === name);

/** "States parties to the Convention against Torture and Other Cruel … Treatment": the second half of a treaty's name is nobody. */
const isOfTreaty = (before: string, name: string): boolean =>
  /\b(?:part(?:y|ies)|signator(?:y|ies)) to\b|\b(?:Convention|Covenant|Protocol|Treaty|Agreement)\b/.test(
    before,
  ) &&
  /^[A-Z]/.test(name) &&
  !isActorWord(headNoun(name));

const pronoun = /^(?:it|him|her|them|both|themselves|the former|the latter|they)$/i;

function toParties(
  party: NamedParty,
  paragraph: Paragraph,
  context: DocumentContext,
  earlier: readonly DraftParty[],
): DraftParty[] {
  const place = { paragraph, start: party.start, end: party.end };
  if (pronoun.test(party.name)) {
    const others = earlier.filter((one) => one.rule !== "adopting-organ");
    const isSeveral = others.some((one) => one.isClass || one.name !== others[0]?.name);
    const antecedents =
      isSeveral && /^(?:them|both|they|themselves)$/i.test(party.name)
        ? latest(others, (one) => one.isClass || !others.some((other) => other.isClass))
        : [];
    const before = antecedents.length > 0 ? antecedents : lastNamed(party, paragraph, context);
    const named = before.length > 0 ? before : latest(others, () => true);
    return named.map((one) => ({ ...one, place, basis: "inferred", rule: "pronoun", certainty: 0.65 }));
  }
  const name = context.resolve(party.name, party.start);
  const isResolved = name !== party.name;
  return [
    {
      name,
      printed: party.name,
      isClass: isClassName(name),
      basis: isResolved ? "inferred" : "exact",
      rule: isResolved ? "short-form" : "addressee",
      certainty: isResolved ? 0.85 : 0.92,
      place,
    },
  ];
}

const partyWords =
  /\b(?:(?:entities|organizations|agencies|bodies) of the United Nations system|(?:affected|developed|developing|donor|host|neighbouring|importing|exporting) (?:States|countries)|Member States|States(?: (?:members of|parties to) the [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?|Governments?(?: of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)?|countries|parties|organizations|stakeholders|donors|partners|[A-Z][\w’'-]+(?: (?:(?:of|on|for|to|in|against) (?:the )?|and )[A-Z][\w’'-]+| [A-Z][\w’'-]+)*(?:, [a-z ]{0,30}(?=and [A-Z]))?)/g;

const holdsOffice =
  /\b(?:Secretary(?:-General)?|Director(?:[ -]General)?|President|Chair(?:man|person)?|Commissioner|Rapporteur|Expert|Representative|Envoy|Adviser|Administrator|Coordinator|Ombudsperson|Ombudsman|Prosecutor|Registrar)\b/;

/** The last somebody named in the paragraph before a pronoun: "the Governing Council …, and mandates it". */
function lastNamed(party: NamedParty, paragraph: Paragraph, context: DocumentContext): DraftParty[] {
  const before = paragraph.text.slice(Math.max(0, party.start - 400), party.start);
  const offset = party.start - before.length;
  const isPlural = /^(?:them|both|they|themselves)$/i.test(party.name);
  const mentions = [...before.matchAll(partyWords)];
  const classes = mentions.filter((match) =>
    /^(?:(?:[a-z]+ )?(?:States|countries)|(?:entities|organizations|agencies|bodies) of the United Nations system|Member States|States(?: (?:members of|parties to) .*)?|Governments|countries|parties|organizations|stakeholders|donors|partners)$/.test(
      match[0],
    ),
  );
  const bodies = mentions.filter((match) => isActorWord(headNoun(match[0])));
  if (isPlural && classes.length === 0) return namedTogether(bodies, offset, paragraph, context);
  const group = isPlural ? joinedClasses(classes) : [];
  if (group.length > 1) return namedTogether(group, offset, paragraph, context);
  const names = isPlural ? classes : bodies;
  // "his support for the activities of the Committee, and requests him": a person is meant, not a body.
  const people = /^(?:him|her)$/i.test(party.name)
    ? bodies.filter((match) => holdsOffice.test(match[0]))
    : [];
  // A person asked before is meant rather than a body that stands between.
  const isPerson = /^(?:him|her)$/i.test(party.name);
  const last = people[people.length - 1] ?? (isPerson ? undefined : names[names.length - 1]);
  if (last === undefined) return [];
  const name = context.resolve(last[0], offset + last.index);
  const place = { paragraph, start: offset + last.index, end: offset + last.index + last[0].length };
  return [
    {
      name,
      printed: last[0],
      isClass: isClassName(name),
      basis: "inferred",
      rule: "pronoun",
      certainty: 0.6,
      place,
    },
  ];
}

/** "donors and affected States …, encourages them": the classes joined last before the pronoun. */
function joinedClasses(mentions: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const last = mentions[mentions.length - 1];
  const before = mentions[mentions.length - 2];
  if (last === undefined || before === undefined) return mentions.slice(-1);
  const between = last.input.slice(before.index + before[0].length, last.index);
  return /^,? (?:and|as well as)(?: [a-z]+)? $/.test(between) ? [before, last] : [last];
}

/** "efforts made by A, B and C …, encourages them": the bodies of the words before, where no class is named. */
function namedTogether(
  mentions: readonly RegExpExecArray[],
  offset: number,
  paragraph: Paragraph,
  context: DocumentContext,
): DraftParty[] {
  const seen = new Set<string>();
  return lastGroup(mentions).flatMap((match) => {
    const start = offset + match.index;
    const name = context.resolve(match[0], start);
    if (seen.has(name)) return [];
    seen.add(name);
    return [
      {
        name,
        printed: match[0],
        isClass: isClassName(name),
        basis: "inferred" as const,
        rule: "pronoun",
        certainty: 0.5,
        place: { paragraph, start, end: start + match[0].length },
      },
    ];
  });
}

/** "the mandates of the Main Committees": a plural name that is not joined to the one before stands alone. */
function lastGroup(mentions: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const last = mentions[mentions.length - 1];
  const before = mentions[mentions.length - 2];
  if (last === undefined || before === undefined || !/s$/.test(headNoun(last[0]))) return mentions.slice(-4);
  const between = last.input.slice(before.index + before[0].length, last.index);
  return /^,?(?: and| as well as|,)(?: the| all| other)*\s*$/.test(between) ? mentions.slice(-4) : [last];
}

/** The parties named together last before a pronoun. */
function latest(earlier: readonly DraftParty[], fits: (one: DraftParty) => boolean): DraftParty[] {
  const fitting = earlier.filter(fits);
  const pool = fitting.length > 0 ? fitting : earlier;
  const last = pool[pool.length - 1];
  return last === undefined
    ? []
    : pool.filter(
        (one) => one.place.paragraph === last.place.paragraph && last.place.start - one.place.start < 300,
      );
}

/** Open classes ("Member States", "other relevant organizations") that no one body answers for. */
export const isClassName = (name: string): boolean =>
  /^[a-z]/.test(name) ||
  /^(?:(?:Member |African |Arab |Caribbean |European |Pacific )?(?:States?|Governments|Parties)\b|United Nations (?:agencies|organizations|entities|bodies|funds|organs|country teams|system entities|regional commissions|development partners|special))/.test(
    name,
  ) ||
  (classStart.test(name) && /^[A-Z][a-z]+s\b/.test(name));

/** True where the words name somebody who can be asked; "the full implementation of …" names nobody. */
export function namesSomebody(words: string, isStrong: boolean): boolean {
  if (isModifier(words)) return false;
  const bare = words.replace(/^(?:[\s,]|the\b|all\b|any\b|other\b|relevant\b|further\b|and\b|both\b)+/i, "");
  const head = headNoun(bare);
  if (head === "" || (/^(?:this|these|that|there)\b/.test(bare) && !isActorWord(head))) return false;
  if (isActorWord(head) || (isActorWord(bare.split(/[\s,]/)[0] ?? "") && !abstractHead.test(head)))
    return true;
  if (/^[A-Z]/.test(head)) return true;
  // "security and armed forces of Myanmar", "development and trading partners"
  const joined = /^[a-z-]+ and ((?:[a-z-]+ ){1,2}(?:of|in|to|for)?\b.*|[a-z-]+ [a-z-]+)$/.exec(bare)?.[1];
  if (joined !== undefined && isActorWord(headNoun(joined))) return true;
  if (abstractHead.test(head)) return false;
  return isStrong;
}

/** "directly", "established", "immediate", "seeking perspectives from all parties": how, not who. */
const isModifier = (words: string): boolean =>
  (/^(?:[a-z]+ly|[a-z]+ed|immediate|full|complete|unconditional|prompt|urgent|swift)$/.test(words) &&
    words !== "concerned" &&
    !isActorWord(words)) ||
  (/^[a-z]+ing (?:[a-z]+ )?(?:with|from|to|for|the|them|all|its|their|in)\b/.test(words) &&
    !/^(?:developing|participating|troop-contributing|police-contributing|neighbouring|remaining|existing|contributing|requesting|donating|governing|managing|coordinating|implementing|administering)\b/.test(
      words,
    ));

/** The contributing bodies between two offsets; those who lead are no partners of themselves. */
export function readContributors(
  paragraph: Paragraph,
  from: number,
  to: number,
  context: DocumentContext,
  leads: readonly DraftParty[],
): DraftPartner[] {
  return readPartners(paragraph.text, from, to, findCompoundNames).flatMap((party) => {
    const name = context.resolve(party.name, party.start);
    if (leads.some((lead) => lead.name === name)) return [];
    const isResolved = name !== party.name;
    return [
      {
        name,
        printed: party.name,
        isClass: isClassName(name),
        basis: isResolved ? ("inferred" as const) : ("exact" as const),
        rule: `with-${party.role}`,
        certainty: isResolved ? 0.8 : 0.88,
        place: { paragraph, start: party.start, end: party.end },
        role: party.role,
      },
    ];
  });
}
