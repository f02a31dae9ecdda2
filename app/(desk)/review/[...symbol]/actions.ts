"use server";

import { ask } from "@/app/_server/context";
import { alignReading } from "@/app/_ui/source-text/align";
import type { DeadlineRule } from "@/lib/core/calendar/rule";
import { fail, type Result } from "@/lib/core/result";
import {
  acceptInput,
  acceptManyInput,
  addActionInput,
  claimInput,
  dismissInput,
  editProposalInput,
  mergeInput,
  notActionableInput,
  reviewPageInput,
  splitInput,
  undoDecisionInput,
} from "@/lib/services/inputs";
import { claimReview, reviewPage } from "@/lib/services/review";
import {
  acceptExact,
  acceptProposal,
  addAction,
  dismissProposal,
  editProposal,
  markNotActionable,
  mergeProposals,
  splitProposal,
} from "@/lib/services/review-decisions";
import type { Decided } from "@/lib/services/types";
import { undoDecision } from "@/lib/services/undo-decision";
import { readRules } from "../deadline-text";

/** The resolution and the version of its record that the person had before their eyes. */
export type At = { readonly resolutionId: string; readonly expectedVersion: number };
/** The values of one action as a person writes them. */
export type WrittenValues = Readonly<
  Record<"verb" | "lead" | "with" | "deliverable" | "deadline" | "ask" | "agendaTitle", string>
>;
export type Decision =
  | { readonly kind: "accept"; readonly candidateId: string }
  | { readonly kind: "acceptExact"; readonly candidateIds: readonly string[] }
  | {
      readonly kind: "edit";
      readonly candidateId: string;
      readonly values: WrittenValues;
      readonly rules: readonly DeadlineRule[];
    }
  | {
      readonly kind: "split";
      readonly candidateId: string;
      readonly parts: readonly WrittenValues[];
      readonly rules: readonly DeadlineRule[];
    }
  | { readonly kind: "merge"; readonly candidateIds: readonly string[] }
  | {
      readonly kind: "dismiss";
      readonly candidateId: string;
      readonly reasonCode: string;
      readonly reason: string;
    }
  | {
      readonly kind: "none";
      readonly paragraphId: string;
      readonly reasonCode: string;
      readonly reason: string;
    };

/** One decision of a review. */
export async function decide(at: At, decision: Decision): Promise<Result<Decided>> {
  switch (decision.kind) {
    case "accept":
      return ask(acceptProposal, acceptInput, { ...at, ...decision });
    case "acceptExact":
      return ask(acceptExact, acceptManyInput, { ...at, ...decision });
    case "edit":
      return ask(editProposal, editProposalInput, {
        ...at,
        candidateId: decision.candidateId,
        values: valuesOf(decision.values, decision.rules),
      });
    case "split":
      return ask(splitProposal, splitInput, {
        ...at,
        candidateId: decision.candidateId,
        parts: decision.parts.map((part) => valuesOf(part, decision.rules)),
      });
    case "merge":
      return ask(mergeProposals, mergeInput, { ...at, ...decision });
    case "dismiss":
      return ask(dismissProposal, dismissInput, { ...at, ...decision });
    case "none":
      return ask(markNotActionable, notActionableInput, { ...at, ...decision });
  }
}

/**
 * A new action from words selected in the text. The browser says where in the reading the selection stands; its place
 * in the source is worked out here, from the stored text, so that no span is ever taken from outside.
 */
export async function addFromSelection(
  at: At,
  place: { symbol: string; paragraphId: string; from: number; to: number },
  values: WrittenValues,
): Promise<Result<Decided>> {
  const page = await ask(reviewPage, reviewPageInput, { symbol: place.symbol });
  if (!page.ok) return page;
  const paragraph = page.value.paragraphs.find((one) => one.id === place.paragraphId);
  if (!paragraph) return fail("not-found", "This paragraph is no longer here. Load the page again.");
  const { source } = page.value;
  const places = alignReading(paragraph.text, paragraph.spans, source.text, source.offset);
  const [start, last] = [places[place.from], places[place.to - 1]];
  if (start === undefined || last === undefined)
    return fail("invalid-input", "Select the words within one paragraph.");
  return ask(addAction, addActionInput, {
    ...at,
    paragraphId: paragraph.id,
    selection: { start, end: last + 1 },
    values: valuesOf(values, []),
  });
}

/** Takes back the newest decision that still stands. */
export async function undoLast(at: At, symbol: string): Promise<Result<Decided>> {
  const page = await ask(reviewPage, reviewPageInput, { symbol });
  if (!page.ok) return page;
  const standing = page.value.decisions.filter(
    (decision) => !decision.isUndone && decision.decision !== "undo",
  );
  const last = standing.toSorted((a, b) => Number(b.id) - Number(a.id))[0];
  if (!last) return fail("not-allowed-now", "There is no decision to take back.");
  return ask(undoDecision, undoDecisionInput, {
    ...at,
    expectedVersion: page.value.version,
    decisionId: last.id,
  });
}

/** Takes a resolution for review, or gives it back. */
export async function claim(resolutionId: string, isTaken: boolean): Promise<Result<unknown>> {
  return ask(claimReview, claimInput, { resolutionId, claim: isTaken });
}

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

const roleLine = /^(?<role>cooperation|consultation|support|through)\s*:\s*(?<name>.+)$/iu;

function valuesOf(written: WrittenValues, before: readonly DeadlineRule[]) {
  return {
    verb: written.verb,
    lead: lines(written.lead),
    with: lines(written.with).map((line) => {
      const groups = roleLine.exec(line)?.groups;
      return { role: groups?.role?.toLowerCase() ?? "cooperation", name: groups?.name ?? line };
    }),
    deliverable: written.deliverable,
    deadlines: readRules(written.deadline, before),
    ask: written.ask,
    agendaTitle: written.agendaTitle,
  };
}
