import { randomUUID } from "node:crypto";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import type { Extraction } from "@/lib/core/mandate/candidate-action";
import type { ReadingWarning, Resolution } from "@/lib/core/resolution/resolution";
import type { NewSource, NewVersion } from "@/lib/db/resolutions";
import type { Deps } from "@/lib/deps";

/** A text read, with what the machine proposes; nothing is stored yet. */
export type Reading = {
  readonly source: NewSource;
  readonly resolution: Resolution;
  readonly extraction: Extraction;
  readonly warnings: readonly ReadingWarning[];
};

/** A reading as rows: paragraphs in order, each with what the machine says of it, and the proposals. */
export function versionOf(
  deps: Deps,
  actor: Actor,
  reading: Reading,
  place: { readonly resolutionId: string; readonly version: number; readonly sourceId: string },
): NewVersion {
  const { resolution, extraction } = reading;
  const none = new Map(extraction.none.map((one) => [one.paragraphId, one]));
  const paragraphs = resolution.paragraphs.map((paragraph, ordinal) => ({
    id: randomUUID(),
    stableId: paragraph.id,
    ordinal,
    kind: paragraph.kind,
    number: paragraph.number,
    parentStableId: paragraph.parentId,
    depth: paragraph.depth,
    text: paragraph.text,
    spans: paragraph.spans,
    noFollowUp: none.get(paragraph.id) ?? null,
    decision: paragraph.kind === "operative" ? ("undecided" as const) : ("not_applicable" as const),
    decisionReason: "",
    decidedById: null,
    decidedAt: null,
  }));
  const rowIds = new Map(paragraphs.map((paragraph) => [paragraph.stableId, paragraph.id]));
  return {
    ...place,
    header: resolution.found,
    footnotes: resolution.footnotes,
    warnings: reading.warnings,
    extractor: deps.extractor.name,
    createdById: recordedActorId(actor),
    paragraphs,
    candidates: extraction.actions.flatMap((action, ordinal) => {
      const paragraphId = rowIds.get(action.paragraphId);
      if (paragraphId === undefined) return [];
      return [
        {
          id: randomUUID(),
          stableId: action.id,
          paragraphId,
          ordinal,
          origin: "machine" as const,
          action,
          state: "proposed" as const,
          createdById: null,
        },
      ];
    }),
  };
}
