import type { DeadlineRule } from "../../calendar/rule";
import type { NoFollowUpReason } from "../../vocabulary/verbs";
import type { DraftParty, Place } from "../draft";
import type { ParagraphTree, PlacedDraft, TreeDrafts } from "../refiners/tree";
import { type PackAsk, readPackAsk } from "./ask";
import { doersOf, insideVerb, lastGroup, readerOf, sharesNext, unnamedAddressee } from "./asked";
import type { PackClause } from "./clauses";
import { readPackDates } from "./dates";
import type { PackDocument } from "./document";
import { readChain } from "./parties";
import { draftThings, type PackReading, type PackVerbUse, partyOf } from "./parts";
import { readPackSessions } from "./sessions";

/** Verbs that ask even where nobody is named. */
const binding = new Set([
  "request",
  "recommend",
  "decide",
  "demand",
  "authorize",
  "direct",
  "instruct",
  "mandate",
  "entrust",
  "ask",
]);

type State = {
  readonly document: PackDocument;
  readonly indexOf: (tree: ParagraphTree) => number;
  readonly actions: PlacedDraft[];
  readonly reasons: { readonly reason: NoFollowUpReason; readonly place: Place }[];
  /** The parties named last, for pronouns. */
  earlier: readonly DraftParty[];
  named: DeadlineRule | null;
};

/** What a chapeau lends its sub-paragraphs. */
type Lent = { readonly use: PackVerbUse; readonly leads: readonly DraftParty[]; readonly isOpen: boolean };

/** Reads a top paragraph with everything under it, in the language of the document. */
export function draftPackTree(
  tree: ParagraphTree,
  document: PackDocument,
  indexOf: State["indexOf"],
): TreeDrafts {
  const state: State = { document, indexOf, actions: [], reasons: [], earlier: [], named: null };
  readNode(state, tree, tree, null);
  const first = state.reasons[0];
  return {
    actions: state.actions,
    reason: first?.reason ?? "no-operative-verb",
    reasonPlace: first?.place ?? null,
  };
}

function readNode(state: State, tree: ParagraphTree, listed: ParagraphTree, lent: Lent | null): void {
  const under = tree.paragraph.number === "" ? listed : tree;
  const reading = readingOf(state, tree);
  if (reading === null) return;
  const before = state.actions.length;
  let open: Lent | null = null;
  const { clauses, text } = reading.folded;
  const own = clauses.length > 0;
  if (lent !== null) {
    const end = clauses[0]?.linkStart ?? text.length;
    if (end > 3) open = readLent(state, reading, under, lent, end);
  }
  for (const clause of clauses) open = readClause(state, reading, under, clause);
  if (lent !== null && !own && open === null) open = lent;
  readChildren(state, tree, under, open, before);
}

function readingOf(state: State, tree: ParagraphTree): PackReading | null {
  const index = state.indexOf(tree);
  const folded = state.document.paragraphs[index];
  if (folded === undefined) return null;
  const { engine } = state.document;
  const context = state.document.contextAt(index);
  const starts = [0, ...folded.clauses.map((one) => one.start)];
  const sessions = readPackSessions(engine.pack, engine.lexicon, folded.text, starts, context, state.named);
  for (const one of sessions) state.named = one.rule;
  const dates = readPackDates(engine.pack, folded.text).filter(
    (date) => !sessions.some((one) => date.start < one.end + 60 && date.end > one.start - 30),
  );
  return {
    engine,
    folded,
    deadlines: [...sessions.map((one) => ({ ...one, isDuration: false })), ...dates].sort(
      (a, b) => a.start - b.start,
    ),
  };
}

function readClause(
  state: State,
  reading: PackReading,
  under: ParagraphTree,
  clause: PackClause,
): Lent | null {
  const { folded, engine } = reading;
  const place = folded.place(clause.start, clause.verbEnd);
  if (clause.verb.means === "nothing-asked") {
    state.reasons.push({ reason: clause.verb.reason, place });
    // "Commends the Office …, encourages it to …": those named here may be meant by a pronoun.
    const named = readChain(readerOf(reading), clause.verbEnd, clause.end);
    const meant = named.length > 0 ? named : lastGroup(reading, clause.verbEnd, clause.end);
    if (meant.length > 0) state.earlier = meant.map((one) => partyOf(folded, engine, one));
    return null;
  }
  const { verb } = clause.verb;
  const printed = folded.text.slice(clause.start, clause.verbEnd).trim();
  const use: PackVerbUse = { verb, rule: `${engine.pack.language}:verb:${printed}`, place, inherited: false };
  if (clause.verb.renews === true) {
    const stretch = { start: clause.verbEnd, end: clause.end };
    const renewed: PackAsk = {
      mode: "thing",
      parties: [],
      parts: [stretch],
      shared: { start: clause.start, end: clause.verbEnd },
    };
    return push(state, reading, under, { ...use, renews: true }, renewed, organOf(state, under, place));
  }
  const ask = readPackAsk(
    { pack: engine.pack, lexicon: engine.lexicon, text: folded.text },
    clause.verbEnd,
    clause.end,
    verb === "decide",
  );
  if (verb === "decide") return readDecision(state, reading, under, use, ask);
  const leads = leadsOf(state, reading, under, ask, clause.byPronoun);
  if (leads.length === 0 && !clause.byPronoun) leads.push(...insideVerb(reading, clause));
  if (leads.length > 0) state.earlier = leads;
  const unnamed = leads.length > 0 || clause.byPronoun ? null : unnamedAddressee(reading, ask);
  const isAsked =
    leads.length > 0 || clause.byPronoun
      ? ask.mode !== "noun" || clause.byPronoun || isDoing(verb) || sharesNext(reading, ask, clause)
      : (binding.has(verb) && ask.mode !== "open") || unnamed !== null;
  if (unnamed !== null) leads.push(unnamed);
  if (ask.mode === "open") return { use, leads, isOpen: true };
  if (!isAsked) {
    const doers = doersOf(reading, ask);
    if (doers.length > 0) {
      state.earlier = doers;
      return push(state, reading, under, use, ask, doers);
    }
    state.reasons.push({ reason: "calls-for-without-doer", place });
    return null;
  }
  for (const draft of draftThings(reading, use, ask.parts, leads, ask.shared))
    state.actions.push({ draft, paragraph: under.paragraph });
  return { use, leads, isOpen: false };
}

/** "Charge le Comité de la tâche", "appelle les parties au calme": somebody is asked though no infinitive says what. */
const isDoing = (verb: string): boolean =>
  verb !== "call for" && verb !== "encourage" && verb !== "recommend";

function leadsOf(
  state: State,
  reading: PackReading,
  under: ParagraphTree,
  ask: PackAsk,
  byPronoun: boolean,
): DraftParty[] {
  const { engine, folded } = reading;
  if (byPronoun && state.earlier.length === 0) {
    const before = engine.lexicon.all(folded.text, 0, ask.shared.start).pop();
    if (before !== undefined)
      return [{ ...partyOf(folded, engine, { ...before, by: "named" }), certainty: 0.5 }];
  }
  if (byPronoun)
    return state.earlier.map((one) => ({
      ...one,
      basis: "inferred",
      rule: `${engine.pack.language}:pronoun`,
      certainty: 0.6,
    }));
  return ask.parties.flatMap((party): DraftParty[] => {
    if (party.by === "pronoun")
      return state.earlier.length > 0
        ? state.earlier.map((one) => ({
            ...one,
            basis: "inferred",
            rule: `${engine.pack.language}:pronoun`,
            certainty: 0.6,
          }))
        : [partyOf(folded, engine, party)];
    const found = partyOf(folded, engine, party);
    if (party.by === "named") return [found];
    const long = state.document.longName(
      folded.text.slice(party.start),
      state.indexOf(under),
      party.start,
      engine.pack.letters === "" ? party.end - party.start : null,
    );
    return long === null
      ? [found]
      : [
          {
            ...found,
            name: long,
            isClass: false,
            basis: "inferred",
            rule: `${engine.pack.language}:short-form`,
            certainty: 0.7 * engine.pack.sureness,
          },
        ];
  });
}

/** The organ that speaks, as the one who carries out what it decides. */
function organOf(state: State, under: ParagraphTree, place: Place): DraftParty[] {
  const { organName } = state.document.contextAt(state.indexOf(under));
  if (organName === "") return [];
  return [
    {
      name: organName,
      printed: organName,
      isClass: false,
      basis: "inferred",
      rule: "adopting-organ",
      certainty: 0.95,
      place,
    },
  ];
}

function readDecision(
  state: State,
  reading: PackReading,
  under: ParagraphTree,
  use: PackVerbUse,
  ask: PackAsk,
): Lent | null {
  const { folded, engine } = reading;
  const { decisions } = engine.pack;
  const organ = organOf(state, under, use.place);
  if (ask.mode === "open") return { use, leads: organ, isOpen: true };
  const words = folded.text.slice(ask.parts[0]?.start ?? 0, ask.parts[ask.parts.length - 1]?.end ?? 0);
  if (decisions.remainsSeized.test(words)) return noted(state, "remains-seized", use.place);
  if (ask.mode === "that") {
    const leads = ask.parties
      .filter((one) => one.by !== "pronoun")
      .map((one) => partyOf(folded, engine, one));
    // "que la Conférence se tiendra": an event acts only through the organ that holds it.
    const isEvent = ask.parties[0]?.by !== "named" && decisions.event.test(words.slice(0, 300));
    if (!isEvent && leads.length > 0 && decisions.obligation.test(words))
      return push(state, reading, under, use, ask, leads);
    if (decisions.event.test(words.slice(0, 600))) return push(state, reading, under, use, ask, organ);
    return noted(state, "sets-a-rule", use.place);
  }
  if (ask.mode === "noun") return noted(state, "sets-a-rule", use.place);
  if (decisions.atOnce.test(words)) return noted(state, "decides-at-once", use.place);
  return push(state, reading, under, use, ask, organ);
}

function push(
  state: State,
  reading: PackReading,
  under: ParagraphTree,
  use: PackVerbUse,
  ask: PackAsk,
  leads: readonly DraftParty[],
): Lent {
  for (const draft of draftThings(reading, use, ask.parts, leads, ask.shared))
    state.actions.push({ draft, paragraph: under.paragraph });
  return { use, leads, isOpen: false };
}

function noted(state: State, reason: NoFollowUpReason, place: Place): null {
  state.reasons.push({ reason, place });
  return null;
}

/** A sub-paragraph that goes on from its chapeau. */
function readLent(state: State, reading: PackReading, under: ParagraphTree, lent: Lent, end: number): Lent {
  const use = { ...lent.use, rule: "chapeau", inherited: true };
  const drafts = draftThings(reading, use, [{ start: 0, end }], lent.leads, { start: 0, end: 0 });
  for (const draft of drafts) state.actions.push({ draft, paragraph: under.paragraph });
  return lent;
}

function readChildren(
  state: State,
  tree: ParagraphTree,
  under: ParagraphTree,
  open: Lent | null,
  before: number,
): void {
  if (tree.children.length === 0) return;
  const { continues, chapeau } = state.document.engine.pack.ask;
  const text = state.document.paragraphs[state.indexOf(tree)]?.text ?? "";
  const goesOn = open !== null && (open.isOpen || chapeau.test(text));
  const styles = tree.children.map((child) => {
    const folded = state.document.paragraphs[state.indexOf(child)];
    if (folded === undefined) return "listed";
    if ((folded.clauses[0]?.start ?? 9) < 3) return "own";
    return goesOn && (open?.isOpen === true || continues.test(folded.text)) ? "lent" : "listed";
  });
  // Where sub-paragraphs carry the actions, "to take the following measures" is none of its own.
  if (open !== null && !open.isOpen && styles.includes("lent") && state.actions.length > before)
    state.actions.pop();
  for (const [index, child] of tree.children.entries()) {
    if (styles[index] === "own") readNode(state, child, under, null);
    else if (styles[index] === "lent" && open !== null) readNode(state, child, under, open);
    else if (open === null) readNode(state, child, under, null);
  }
}
