import type { DeadlineRule } from "../../calendar/rule";
import type { Paragraph } from "../../resolution/resolution";
import type { NoFollowUpReason } from "../../vocabulary/verbs";
import type { DocumentContext } from "../context";
import type { Draft, DraftParty, Inheritance, Place, Reading } from "../draft";
import {
  type ClauseDrafts,
  draftClause,
  draftOpen,
  draftParts,
  holderOf,
} from "../recognizers/clause-drafts";
import { type Clause, clausesOf } from "../recognizers/clauses";
import { type ClauseScope, readDeadlines } from "../recognizers/deadlines";
import { readContributors } from "../recognizers/parties";
import { childStyle, draftInherited } from "./inherit";
import { sameMeeting } from "./meetings";
import { joinUnmarked } from "./products";

/** A paragraph with its sub-paragraphs. */
export type ParagraphTree = { readonly paragraph: Paragraph; readonly children: readonly ParagraphTree[] };

/** An action with the paragraph under whose number it is listed. */
export type PlacedDraft = { readonly draft: Draft; readonly paragraph: Paragraph };

/** What a numbered paragraph with its sub-paragraphs asks; where it asks nothing, why, and the words that say so. */
export type TreeDrafts = {
  readonly actions: readonly PlacedDraft[];
  readonly reason: NoFollowUpReason;
  readonly reasonPlace: Place | null;
};

type State = {
  readonly contextOf: (paragraph: Paragraph) => DocumentContext;
  readonly actions: PlacedDraft[];
  /** The parties named so far, for pronouns. */
  readonly earlier: DraftParty[];
  /** The session named last, for "at that session". */
  named: DeadlineRule | null;
  reasons: { readonly reason: NoFollowUpReason; readonly place: Place }[];
};

/** Reads a top paragraph with everything under it. */
export function draftTree(tree: ParagraphTree, contextOf: State["contextOf"]): TreeDrafts {
  const state: State = { contextOf, actions: [], earlier: [], named: null, reasons: [] };
  readNode(tree, tree.paragraph, null, state);
  sameMeeting(state.actions.map((one) => one.draft));
  const first = state.reasons[0];
  return {
    actions: state.actions,
    reason: first?.reason ?? "no-operative-verb",
    reasonPlace: first?.place ?? null,
  };
}

/** `listed` is the nearest paragraph with a number: unmarked sub-paragraphs are listed under their parent's. */
function readNode(tree: ParagraphTree, listed: Paragraph, inherited: Inheritance | null, state: State): void {
  const { paragraph } = tree;
  const under = paragraph.number === "" ? listed : paragraph;
  const clauses = clausesOf(paragraph);
  const reading = readingOf(paragraph, clauses, inherited, state);
  const before = state.actions.length;
  const lent = inherited === null ? null : readInherited(reading, clauses, inherited, under, state);
  const { open: own, waiting } = readClauses(reading, clauses, under, state, tree.children.length > 0);
  const open = own ?? lent;
  if (tree.children.length > 0) readChildren(tree, under, open, state, before);
  if (state.actions.length > before) return;
  for (const one of waiting) push(state, under, draftOpen(reading, verbOf(reading, one.clause), one.result));
}

function readingOf(
  paragraph: Paragraph,
  clauses: readonly Clause[],
  inherited: Inheritance | null,
  state: State,
): Reading {
  const context = state.contextOf(paragraph);
  // Whose session it is matters only where one is named.
  const scopes: ClauseScope[] = (paragraph.text.includes("session") ? clauses : []).map((clause) => ({
    start: clause.linkStart,
    end: clause.end,
    isDecision: clause.form.means === "follow-up" && clause.form.verb === "decide",
    body: bodyBehind(paragraph.text, clause.verbEnd),
  }));
  const firstStart = clauses[0]?.linkStart ?? paragraph.text.length;
  if (firstStart > 0)
    scopes.unshift({
      start: 0,
      end: firstStart,
      isDecision: inherited?.verb === "decide",
      body: inherited?.leads[0]?.name ?? null,
    });
  const deadlines = readDeadlines(paragraph.text, scopes, context, state.named);
  for (const one of deadlines) if (one.rule.kind === "session") state.named = one.rule;
  return { paragraph, context, deadlines };
}

/** The body that a clause asks, if it is one that holds sessions. */
function bodyBehind(text: string, verbEnd: number): string | null {
  const match =
    /^[^;.]{0,80}?\bthe ((?:[A-Z][\w’'-]*(?: (?:of|on|for|the|and|to|in))* )*(?:[A-Z][\w’'-]* )?(?:Assembly|Council|Commission|Committee|Conference|Board|Forum|Group|Congress)(?: (?:of|on|for) (?:the )?[A-Z][\w’'-]*(?:(?: (?:of|on|for|the|and|in|to))* [A-Z][\w’'-]*)*)?)/.exec(
      text.slice(verbEnd, verbEnd + 260),
    );
  return match?.[1] ?? null;
}

/** An open chapeau: what its sub-paragraphs are lent, and how its text ends. */
export type OpenChapeau = {
  readonly inheritance: Inheritance;
  readonly drafts: readonly Draft[];
  readonly holder: readonly DraftParty[];
  readonly ending: string;
  readonly isOpen: boolean;
};

function readInherited(
  reading: Reading,
  clauses: readonly Clause[],
  inherited: Inheritance,
  under: Paragraph,
  state: State,
): OpenChapeau | null {
  const { text } = reading.paragraph;
  const end = clauses[0]?.linkStart ?? text.length;
  if (end < 4) return null;
  const result = draftInherited(reading, inherited, end, state.earlier);
  for (const draft of result.drafts) state.actions.push({ draft, paragraph: under });
  if (clauses.length > 0) return null;
  return chapeauOf(reading, { ...inherited }, result, state);
}

/** A clause whose thing asked has not been read yet. */
type Waiting = { readonly clause: Clause; readonly result: ClauseDrafts };

/** Reads the clauses of a paragraph; gives the last one if sub-paragraphs can hang on it. */
function readClauses(
  reading: Reading,
  clauses: readonly Clause[],
  under: Paragraph,
  state: State,
  isChapeau: boolean,
): { open: OpenChapeau | null; waiting: readonly Waiting[] } {
  let waiting: Waiting[] = [];
  let open: OpenChapeau | null = null;
  const last = clauses[clauses.length - 1];
  for (const clause of clauses) {
    open = null;
    const place = { paragraph: reading.paragraph, start: clause.start, end: clause.verbEnd };
    if (clause.form.means === "nothing-asked") {
      state.reasons.push({ reason: clause.form.reason, place });
      continue;
    }
    const verb = verbOf(reading, clause);
    const result = draftClause(reading, verb, clause.verbEnd, clause.end, state.earlier);
    if (result.reason !== null) state.reasons.push({ reason: result.reason, place });
    if (result.drafts.length === 0 && result.shape.mode === "open") {
      waiting.push({ clause, result });
    } else if (result.drafts.length > 0) {
      // "Urges A, and invites B, to make efforts": A shares what is asked of B.
      for (const one of waiting) {
        const leads = one.result.leads.length > 0 ? one.result.leads : result.leads;
        push(
          state,
          under,
          draftParts(
            reading,
            verbOf(reading, one.clause),
            result.shape.parts,
            leads,
            one.result.shape.shared,
          ),
        );
      }
      waiting = [];
      push(state, under, result.drafts);
    }
    for (const lead of result.leads) state.earlier.push(lead);
    // "Decides that the objective is: (a) To …" declares; its sub-paragraphs ask nobody.
    // Sub-paragraphs hang on the last clause alone.
    open =
      !isChapeau || clause !== last || (result.reason === "sets-a-rule" && result.leads.length === 0)
        ? null
        : chapeauOf(reading, { verb: verb.verb, verbRule: verb.rule, verbPlace: verb.place }, result, state);
  }
  return { open, waiting };
}

const verbOf = (reading: Reading, clause: Clause) => ({
  verb: clause.form.means === "follow-up" ? clause.form.verb : "",
  rule: `verb:${clause.form.first.toLowerCase()}`,
  place: { paragraph: reading.paragraph, start: clause.start, end: clause.verbEnd },
  inherited: false,
});

const push = (state: State, paragraph: Paragraph, drafts: readonly Draft[]): void => {
  for (const draft of drafts) state.actions.push({ draft, paragraph });
};

function chapeauOf(
  reading: Reading,
  verb: Pick<Inheritance, "verb" | "verbRule" | "verbPlace">,
  result: Pick<ClauseDrafts, "drafts" | "shape" | "leads">,
  state: State,
): OpenChapeau {
  const { text } = reading.paragraph;
  const last = result.drafts[result.drafts.length - 1];
  const lastPart = result.shape.parts[result.shape.parts.length - 1];
  const deadlines =
    last?.deadlines ??
    reading.deadlines
      .filter(
        (one) =>
          one.start >= result.shape.shared.start && one.start < (lastPart?.end ?? result.shape.shared.end),
      )
      .map((one) => ({ ...one, paragraph: reading.paragraph, inherited: true }));
  return {
    inheritance: {
      ...verb,
      leads: last?.leads ?? result.leads,
      partners:
        last?.partners ??
        readContributors(
          reading.paragraph,
          result.shape.shared.start,
          Math.max(result.shape.shared.end, result.shape.addressees.end),
          reading.context,
          result.leads,
        ).map((one) => ({ ...one })),
      // How long a mandate lasts says nothing of when each of its tasks is due.
      deadlines: deadlines.filter((one) => !one.isDuration).map((one) => ({ ...one, inherited: true })),
    },
    drafts: result.drafts,
    holder: result.drafts
      .filter((draft) => draft.deliverable === "appointment" || draft.deliverable === "renewal")
      .flatMap((draft) =>
        draft.asks[0] === undefined ? [] : holderOf(reading, draft.asks[0], state.earlier),
      )
      .slice(0, 1),
    ending: text.slice(-140),
    isOpen: result.shape.mode === "open" || result.drafts.length === 0,
  };
}

function readChildren(
  tree: ParagraphTree,
  under: Paragraph,
  open: OpenChapeau | null,
  state: State,
  before: number,
): void {
  const styles = tree.children.map((child) => childStyle(child.paragraph, open));
  const inherits = styles.some((style) => style !== "own" && style !== "listed" && style !== "passes");
  if (open !== null && inherits) dropGeneric(open, state, before);
  const isUnmarked = tree.children.every(
    (child, index) =>
      child.paragraph.number === "" &&
      (styles[index] === "bare" || styles[index] === "to" || styles[index] === "listed"),
  );
  const first = state.actions.length;
  for (const [index, child] of tree.children.entries()) {
    const style = styles[index];
    if (style === "own" || open === null) readNode(child, under, null, state);
    else if (style === "listed") readListed(child, under, state);
    else if (style === "passes")
      readChildren(
        child,
        child.paragraph.number === "" ? under : child.paragraph,
        open,
        state,
        state.actions.length,
      );
    else {
      const leads = open.holder.length > 0 ? open.holder : open.inheritance.leads;
      // When the members of a body are appointed says nothing of its tasks.
      const deadlines = open.holder.length > 0 ? [] : open.inheritance.deadlines;
      readNode(child, under, { ...open.inheritance, leads, deadlines }, state);
    }
  }
  if (isUnmarked) push(state, under, joinUnmarked(state.actions.splice(first).map((one) => one.draft)));
}

/** An item of a list asks nothing, unless it holds an operative verb of its own: "…; and requests the Mission to ensure …". */
function readListed(child: ParagraphTree, under: Paragraph, state: State): void {
  if (clausesOf(child.paragraph).some((clause) => clause.form.means === "follow-up"))
    readNode(child, under, null, state);
}

/** Where sub-paragraphs carry the actions, "to take the following measures" is none of its own; a body set up is. */
function dropGeneric(open: OpenChapeau, state: State, before: number): void {
  // "shall report on …; in the discharge of the mandate, the Rapporteur shall: (a) …" asks something before its list.
  if (
    /;(?! (?:also |further )?(?:decides|resolves)\b)[^;]*\b(?:shall|should|will|must):\s*$/.test(open.ending)
  )
    return;
  // "should be implemented by the Secretary-General, subject to the following:": terms of what is asked.
  if (/\bsubject to the following(?: [a-z]+)?:\s*$/.test(open.ending)) return;
  for (const draft of open.drafts) {
    if (draft.deliverable === "appointment" || draft.deliverable === "renewal") continue;
    const index = state.actions.findIndex((one, at) => at >= before && one.draft === draft);
    if (index >= 0 && draft === open.drafts[open.drafts.length - 1]) state.actions.splice(index, 1);
  }
}
