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

/** One statement. Reads only the stretch of the source text around the paragraph: some texts are long. */
export async function readTaskSource(db: Db, taskId: string): Promise<TaskSource | null> {
  const [row] = await db.$queryRaw<
    (Pick<TaskSource, "resolutionId" | "resolution" | "action"> & {
      paragraph: TaskSource["paragraph"];
      sourceId: string;
      language: string;
      text: string;
    })[]
  >`
    select t.resolution_id as "resolutionId", c.action,
           jsonb_build_object('symbol', r.symbol, 'title', r.title, 'adopted', r.adopted, 'meeting', r.meeting) as resolution,
           jsonb_build_object('stableId', p.stable_id, 'number', p.number, 'text', p.text, 'spans', p.spans) as paragraph,
           s.id as "sourceId", s.language, s.text
    from task t
      join resolution r on r.id = t.resolution_id
      join paragraph p on p.id = t.paragraph_id
      join resolution_version v on v.id = p.version_id
      join source_document s on s.id = v.source_id
      left join candidate c on c.id = t.candidate_id
    where t.id = ${taskId}`;
  if (!row) return null;
  const { resolutionId, resolution, paragraph, action, sourceId, language } = row;
  const spans = paragraph.spans;
  const offset = Math.max(0, Math.min(...spans.map((span) => span.start), Number.MAX_SAFE_INTEGER) - around);
  const end = Math.max(...spans.map((span) => span.end), 0) + around;
  // PostgreSQL counts characters and spans count UTF-16 units: the cut is made here, where the two may differ.
  const text = row.text.slice(offset, end);
  return { resolutionId, resolution, paragraph, action, source: { sourceId, language, offset, text } };
}
