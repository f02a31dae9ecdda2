import { packFor } from "../language/packs";
import type { Paragraph, ReadingWarning, Resolution } from "../resolution/resolution";
import type { CandidateAction, Extraction, NoFollowUp, Reference } from "./candidate-action";
import { documentContexts } from "./context";
import { extractWithPack, unreadWarnings } from "./pack/extract";
import { quoteActions, quoteNone } from "./quote";
import { clausesOf } from "./recognizers/clauses";
import { readReferences } from "./recognizers/references";
import { draftTree, type ParagraphTree } from "./refiners/tree";

/**
 * The follow-up actions of a resolution as the machine proposes them: every numbered operative paragraph has at least
 * one action, in itself or a sub-paragraph, or stands in `none` with its reason. Annexes and preambles ask for nothing.
 * Every value is quoted from the text. Never throws; time is linear in the text. Same input, same ids.
 */
export function extractMandates(resolution: Resolution): Extraction {
  const pack = packFor(resolution.language);
  if (pack !== null) return extractWithPack(resolution, treesOf(resolution.paragraphs), pack);
  const contextAt = documentContexts(resolution);
  const positions = new Map(resolution.paragraphs.map((paragraph, index) => [paragraph, index]));
  const actions: CandidateAction[] = [];
  const none: NoFollowUp[] = [];
  for (const tree of treesOf(resolution.paragraphs)) {
    const drafts = draftTree(tree, (paragraph) => contextAt(positions.get(paragraph) ?? 0));
    actions.push(...quoteActions(drafts.actions));
    if (drafts.actions.length === 0) none.push(quoteNone(tree.paragraph, drafts));
  }
  return { actions, none, references: readAllReferences(resolution) };
}

/** What the reading of a resolution's mandates left out, each with its place. English has no limit of length. */
export const extractionWarnings = (resolution: Resolution): ReadingWarning[] =>
  packFor(resolution.language) === null ? [] : unreadWarnings(resolution);

/** Operative paragraphs with their sub-paragraphs. */
function treesOf(paragraphs: readonly Paragraph[]): ParagraphTree[] {
  const roots: ParagraphTree[] = [];
  const nodes = new Map<string, { paragraph: Paragraph; children: ParagraphTree[] }>();
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== "operative") continue;
    const node = { paragraph, children: [] };
    nodes.set(paragraph.id, node);
    const parent = paragraph.parentId === null ? undefined : nodes.get(paragraph.parentId);
    if (parent === undefined) roots.push(node);
    else parent.children.push(node);
  }
  return roots;
}

const readAllReferences = (resolution: Resolution): Reference[] =>
  resolution.paragraphs.flatMap((paragraph) =>
    paragraph.kind === "operative" || paragraph.kind === "preambular"
      ? readReferences(
          paragraph,
          paragraph.kind === "operative" ? clausesOf(paragraph) : [],
          resolution.organ,
        )
      : [],
  );
