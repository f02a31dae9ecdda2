import type { LanguagePack } from "../../language/pack";
import type { Paragraph, ReadingWarning, Resolution } from "../../resolution/resolution";
import type { CandidateAction, Extraction, NoFollowUp } from "../candidate-action";
import { quoteActions, quoteNone } from "../quote";
import type { ParagraphTree } from "../refiners/tree";
import { PackDocument } from "./document";
import { engineFor } from "./paragraph";
import { draftPackTree } from "./tree";

/** The follow-up actions of a resolution in a language that has a pack: the same shape, ids and promises as in English. */
export function extractWithPack(
  resolution: Resolution,
  trees: readonly ParagraphTree[],
  pack: LanguagePack,
): Extraction {
  const document = new PackDocument(engineFor(pack), withoutMonsters(resolution));
  const positions = new Map<Paragraph, number>(
    resolution.paragraphs.map((paragraph, index) => [paragraph, index]),
  );
  const actions: CandidateAction[] = [];
  const none: NoFollowUp[] = [];
  for (const tree of trees) {
    const drafts = draftPackTree(tree, document, (node) => positions.get(node.paragraph) ?? -1);
    actions.push(...quoteActions(drafts.actions));
    if (drafts.actions.length === 0) none.push(quoteNone(tree.paragraph, drafts));
  }
  return { actions: actions.map((action) => lessSure(action, pack)), none, references: [] };
}

/**
 * The engine looks back and forth within a paragraph, so its work grows faster than the paragraph. No paragraph of a
 * real resolution comes near this length; a longer one is left to a person instead of holding everybody up.
 */
const longestRead = 12_000;

/** Says which paragraphs were left unread for their length, so that nobody takes silence for "nothing is asked". */
export const unreadWarnings = (resolution: Resolution): ReadingWarning[] =>
  resolution.paragraphs
    .filter(({ kind, text }) => kind === "operative" && text.length > longestRead)
    .slice(0, 1)
    .map(({ spans }) => ({
      code: "long-paragraph",
      message:
        "At least one paragraph is longer than 12,000 characters and was left unread: read it yourself and add what it asks.",
      span: spans[0] ?? null,
    }));

const withoutMonsters = (resolution: Resolution): Resolution =>
  resolution.paragraphs.some(({ text }) => text.length > longestRead)
    ? {
        ...resolution,
        paragraphs: resolution.paragraphs.map((paragraph) =>
          paragraph.text.length > longestRead ? { ...paragraph, text: "" } : paragraph,
        ),
      }
    : resolution;

/** A verb read in another language than English is believed a little less, and says so. */
const lessSure = (action: CandidateAction, pack: LanguagePack): CandidateAction => ({
  ...action,
  verb: { ...action.verb, certainty: action.verb.certainty * pack.sureness },
});
