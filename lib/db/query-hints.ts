import type { Db } from "./client";
import { Prisma } from "./generated/client";
import { isWords, type TaskQuery } from "./task-query";

/** Tasks of a body, and paragraphs with certain words, from which on they are common. */
const commonBody = 10_000;
const commonWords = 20_000;

/**
 * The query with hints, where it asks for a body or for words. A body's tasks are counted in the index up to the bound;
 * for words the planner's own estimate is asked, which looks at its statistics and at no row.
 */
export async function readHints(db: Db, query: TaskQuery): Promise<TaskQuery> {
  if (query.hints) return query;
  const { text, body, bodyRole } = query.filter;
  const asksBody =
    query.bodyIds.length > 0 && body !== undefined && bodyRole !== "lead" && query.pastDay === null;
  const hints = {
    isCommonText: isWords(text) && (await estimatedMatches(db, text)) > commonWords,
    isCommonBody: asksBody && (await isCommonBody(db, query.bodyIds)),
  };
  return { ...query, hints };
}

async function isCommonBody(db: Db, bodyIds: readonly string[]): Promise<boolean> {
  const rows = await db.$queryRaw<{ one: number }[]>(
    Prisma.sql`select 1 as one from task_body where body_id in (${Prisma.join([...bodyIds])}) offset ${commonBody} limit 1`,
  );
  return rows.length > 0;
}

async function estimatedMatches(db: Db, text: string): Promise<number> {
  const rows = await db.$queryRaw<{ "QUERY PLAN": readonly { Plan: { "Plan Rows": number } }[] }[]>(
    Prisma.sql`explain (format json) select 1 from paragraph w where to_tsvector('english', w.text) @@ websearch_to_tsquery('english', ${text})`,
  );
  return rows[0]?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}
