import type { LanguagePack } from "../../language/pack";
import type { Paragraph, Resolution } from "../../resolution/resolution";
import type { CandidateAction, Extraction, NoFollowUp } from "../candidate-action";
import { quoteActions, quoteNone } from "../quote";
import type { ParagraphTree } from "../refiners/tree";
import { PackDocument } from "./document";
import { engineFor } from "./paragraph";
import { draftPackTree } from "./tree";

/**
 * The follow-up actions of a resolution in a language that has a pack: the same shape, ids and promises as in English.
 * Trees that stand together are the windows of one overlong paragraph.
 */
export function extractWithPack(
  resolution: Resolution,
  trees: readonly (readonly ParagraphTree[])[],
  pack: LanguagePack,
): Extraction {
  const document = new PackDocument(engineFor(pack), resolution);
  const positions = new Map<Paragraph, number>(
    resolution.paragraphs.map((paragraph, index) => [paragraph, index]),
  );
  const actions: CandidateAction[] = [];
  const none: NoFollowUp[] = [];
  for (const windows of trees) {
    const read = windows.map((tree) =>
      draftPackTree(tree, document, (node) => positions.get(node.paragraph) ?? -1),
    );
    const quoted = quoteActions(read.flatMap((one) => one.actions));
    for (const action of quoted) actions.push(action);
    const [tree] = windows;
    const [first] = read;
    if (quoted.length === 0 && tree !== undefined && first !== undefined)
      none.push(quoteNone(tree.paragraph, first));
  }
  return { actions: actions.map((action) => lessSure(action, pack)), none, references: [] };
}

/** A verb read in another language than English is believed a little less, and says so. */
const lessSure = (action: CandidateAction, pack: LanguagePack): CandidateAction => ({
  ...action,
  verb: { ...action.verb, certainty: action.verb.certainty * pack.sureness },
});
