import { packFor } from "../language/packs";
import type { Paragraph, Resolution } from "../resolution/resolution";
import type { CandidateAction, Extraction, NoFollowUp, Reference } from "./candidate-action";
import { documentContexts } from "./context";
import { extractWithPack } from "./pack/extract";
import { quoteActions, quoteNone } from "./quote";
import { clausesOf } from "./recognizers/clauses";
import { readReferences } from "./recognizers/references";
import { SameReport } from "./refiners/same-report";
import { draftTree, type ParagraphTree } from "./refiners/tree";
import { inWindows } from "./windows";

/**
 * The follow-up actions of a resolution as the machine proposes them: every numbered operative paragraph has at least
 * one action, in itself or a sub-paragraph, or stands in `none` with its reason. Annexes and preambles ask for nothing.
 * Every value is quoted from the text. Never throws; time is linear in the text. Same input, same ids.
 */
export function extractMandates(whole: Resolution): Extraction {
  const pack = packFor(whole.language);
  const resolution = inWindows(whole);
  if (pack !== null) return extractWithPack(resolution, byParagraph(treesOf(resolution.paragraphs)), pack);
  const contextAt = documentContexts(resolution);
  const positions = new Map(resolution.paragraphs.map((paragraph, index) => [paragraph, index]));
  const actions: CandidateAction[] = [];
  const none: NoFollowUp[] = [];
  const reports = new SameReport();
  for (const windows of byParagraph(treesOf(resolution.paragraphs))) {
    const read = windows.map((tree) =>
      draftTree(tree, (paragraph) => contextAt(positions.get(paragraph) ?? 0)),
    );
    const placed = read.flatMap((one) => one.actions);
    reports.take(placed.map((one) => one.draft));
    const quoted = quoteActions(placed);
    for (const action of quoted) actions.push(action);
    const [first] = read;
    const [tree] = windows;
    if (quoted.length === 0 && first !== undefined && tree !== undefined)
      none.push(quoteNone(tree.paragraph, first));
  }
  return { actions, none, references: readAllReferences(resolution) };
}

/** The windows of one overlong paragraph stand together; any other stands alone. */
function byParagraph(trees: readonly ParagraphTree[]): ParagraphTree[][] {
  const groups: ParagraphTree[][] = [];
  for (const tree of trees) {
    const last = groups[groups.length - 1];
    if (last?.[0]?.paragraph.id === tree.paragraph.id) last.push(tree);
    else groups.push([tree]);
  }
  return groups;
}

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
