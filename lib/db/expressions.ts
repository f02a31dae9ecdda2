import { randomUUID } from "node:crypto";
import type { Paragraph, ReadingWarning } from "@/lib/core/resolution/resolution";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";

/** A resolution in one language, to be kept. */
export type NewExpression = {
  readonly resolutionId: string;
  readonly language: string;
  readonly version: number;
  readonly sourceId: string;
  readonly title: string;
  readonly warnings: readonly ReadingWarning[];
  readonly createdById: string | null;
  readonly paragraphs: readonly Paragraph[];
};

/** The newest text of a resolution in one language; null where there is none. */
export const findExpression = (
  db: Db,
  resolutionId: string,
  language: string,
): Promise<{ version: number; sourceId: string } | null> =>
  db.expression.findFirst({
    where: { resolutionId, language },
    orderBy: { version: "desc" },
    select: { version: true, sourceId: true },
  });

/** Keeps a text in a further language with its paragraphs. The words for search are set by the database. */
export async function createExpression(tx: Db, expression: NewExpression): Promise<void> {
  const { paragraphs, warnings, ...columns } = expression;
  const id = randomUUID();
  await tx.expression.create({
    data: { ...columns, id, warnings: warnings as unknown as Prisma.InputJsonValue },
    select: { id: true },
  });
  await tx.expressionParagraph.createMany({
    data: paragraphs.map((paragraph, ordinal) => ({
      expressionId: id,
      resolutionId: expression.resolutionId,
      language: expression.language,
      stableId: paragraph.id,
      ordinal,
      kind: paragraph.kind,
      number: paragraph.number,
      depth: paragraph.depth,
      text: paragraph.text,
      spans: paragraph.spans as unknown as Prisma.InputJsonValue,
    })),
  });
}

/** One paragraph in one language. */
export type ExpressionText = { readonly language: string; readonly stableId: string; readonly text: string };
export type StoredExpression = { readonly language: string; readonly title: string; readonly id: string };

/** The newest text in each language, without the paragraphs. */
export async function listExpressions(db: Db, resolutionId: string): Promise<StoredExpression[]> {
  return db.expression.findMany({
    where: { resolutionId },
    orderBy: [{ language: "asc" }, { version: "desc" }],
    distinct: ["language"],
    select: { id: true, language: true, title: true },
  });
}

/** Paragraphs of some expressions; only those with a stable id in `stableIds` where given. */
export const readExpressionTexts = (
  db: Db,
  expressionIds: readonly string[],
  stableIds?: readonly string[],
): Promise<ExpressionText[]> =>
  db.expressionParagraph.findMany({
    where: {
      expressionId: { in: [...expressionIds] },
      ...(stableIds && { stableId: { in: [...stableIds] } }),
    },
    orderBy: { ordinal: "asc" },
    select: { language: true, stableId: true, text: true },
  });
