import type { CandidateAction } from "@/lib/core/mandate/candidate-action";
import type { Span } from "@/lib/core/text/span";
import type { Db } from "./client";

/** The paragraph a task comes from, with its source text and the proposal it was accepted from. */
export type TaskSource = {
  readonly resolutionId: string;
  readonly paragraph: {
    readonly stableId: string;
    readonly number: string;
    readonly text: string;
    readonly spans: readonly Span[];
  };
  readonly resolution: {
    readonly symbol: string;
    readonly title: string;
    readonly adopted: string | null;
    readonly meeting: string | null;
  };
  readonly source: {
    readonly sourceId: string;
    readonly language: string;
    readonly offset: number;
    readonly text: string;
  };
  readonly action: CandidateAction | null;
};

/** How much of the source is shown before and after a paragraph, in characters. */
const around = 400;

/** Reads only the stretch of the source text around the paragraph: some texts are long. */
export async function readTaskSource(db: Db, taskId: string): Promise<TaskSource | null> {
  const row = await db.task.findUnique({
    where: { id: taskId },
    select: {
      resolutionId: true,
      candidate: { select: { action: true } },
      resolution: { select: { symbol: true, title: true, adopted: true, meeting: true } },
      paragraph: {
        select: {
          stableId: true,
          number: true,
          text: true,
          spans: true,
          version: { select: { sourceId: true, source: { select: { language: true } } } },
        },
      },
    },
  });
  if (!row) return null;
  const { version, ...paragraph } = row.paragraph;
  const spans = paragraph.spans as unknown as Span[];
  const action = (row.candidate?.action as unknown as CandidateAction | undefined) ?? null;
  const offset = Math.max(0, Math.min(...spans.map((span) => span.start), Number.MAX_SAFE_INTEGER) - around);
  const end = Math.max(...spans.map((span) => span.end), 0) + around;
  return {
    resolutionId: row.resolutionId,
    paragraph: { ...paragraph, spans },
    resolution: row.resolution,
    source: {
      sourceId: version.sourceId,
      language: version.source.language,
      offset,
      text: await sliceSource(db, version.sourceId, offset, end),
    },
    action,
  };
}

/** A stretch of a source text by UTF-16 offsets. PostgreSQL counts characters, so the cut is made here where the two differ. */
async function sliceSource(db: Db, id: string, start: number, end: number): Promise<string> {
  const row = await db.sourceDocument.findUnique({ where: { id }, select: { text: true } });
  return row?.text.slice(start, end) ?? "";
}
