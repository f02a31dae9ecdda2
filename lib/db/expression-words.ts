import { Prisma } from "./generated/client";

/**
 * What was typed, as a query on the words of paragraphs in other languages. The letters say which dictionaries to ask:
 * Latin letters may be French, Spanish or English, the others leave no choice.
 */
export function wordsInAnyLanguage(text: string): Prisma.Sql {
  const parts: Prisma.Sql[] = [];
  if (/[a-zà-ÿœ]/i.test(text))
    parts.push(
      Prisma.sql`websearch_to_tsquery('french', ${text})`,
      Prisma.sql`websearch_to_tsquery('spanish', ${text})`,
      Prisma.sql`websearch_to_tsquery('english', ${text})`,
    );
  if (/[\u0400-\u04ff]/.test(text)) parts.push(Prisma.sql`websearch_to_tsquery('russian', ${text})`);
  if (/[\u0600-\u06ff]/.test(text)) parts.push(Prisma.sql`websearch_to_tsquery('arabic', ${text})`);
  const pairs = chinesePairs(text);
  if (pairs.length > 0) parts.push(Prisma.sql`${pairs.map((pair) => `'${pair}'`).join(" & ")}::tsquery`);
  return parts.length === 0
    ? Prisma.sql`websearch_to_tsquery('simple', ${text})`
    : Prisma.sql`(${Prisma.join(parts, " || ")})`;
}

/** "第八十届会议" → "第八", "八十" …: Chinese words are kept by their pairs of neighbours. */
function chinesePairs(text: string): string[] {
  const runs = text.match(/[\u4e00-\u9fff]{2,}/g) ?? [];
  const pairs = runs.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...new Set(pairs)].slice(0, 60);
}
