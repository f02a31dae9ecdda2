import { type Actor, recordedActorId } from "@/lib/auth/actor";
import type { Db } from "@/lib/db/client";
import { createExpression, findExpression, listExpressions, readExpressionTexts } from "@/lib/db/expressions";
import { readSourceText } from "@/lib/db/resolutions";
import type { Reading } from "./reading";
import type { ParagraphInLanguage, TextInLanguage } from "./types";

/**
 * Keeps a text of a known resolution in another language than the one under review: another expression, not a new
 * version. The same words again change nothing; other words become the next text in that language.
 */
export async function storeExpression(
  tx: Db,
  actor: Actor,
  reading: Reading,
  place: { readonly resolutionId: string; readonly sourceId: string },
): Promise<"expression" | "unchanged"> {
  const { language, title, paragraphs } = reading.resolution;
  const newest = await findExpression(tx, place.resolutionId, language);
  const before = newest && (await readSourceText(tx, newest.sourceId));
  if (before?.text === reading.source.text) return "unchanged";
  await createExpression(tx, {
    ...place,
    language,
    version: (newest?.version ?? 0) + 1,
    title,
    warnings: reading.warnings,
    createdById: recordedActorId(actor),
    paragraphs,
  });
  return "expression";
}

/** Texts in other languages than English are found by the dictionary of their language: the one under review too. */
export async function keepWords(
  tx: Db,
  actor: Actor,
  reading: Reading,
  place: { readonly resolutionId: string; readonly sourceId: string },
): Promise<void> {
  if (reading.resolution.language !== "en") await storeExpression(tx, actor, reading, place);
}

/** The whole text in each language other than the one under review. */
export async function otherLanguages(db: Db, resolutionId: string, own: string): Promise<TextInLanguage[]> {
  const expressions = (await listExpressions(db, resolutionId)).filter((one) => one.language !== own);
  if (expressions.length === 0) return [];
  const texts = await readExpressionTexts(
    db,
    expressions.map((one) => one.id),
  );
  return expressions.map(({ language, title }) => ({
    language,
    title,
    paragraphs: Object.fromEntries(
      texts.filter((one) => one.language === language).map((one) => [one.stableId, one.text]),
    ),
  }));
}

/** One paragraph in each language other than the one under review. */
export async function paragraphElsewhere(
  db: Db,
  resolutionId: string,
  stableId: string,
  own: string,
): Promise<ParagraphInLanguage[]> {
  const expressions = (await listExpressions(db, resolutionId)).filter((one) => one.language !== own);
  if (expressions.length === 0) return [];
  const texts = await readExpressionTexts(
    db,
    expressions.map((one) => one.id),
    [stableId],
  );
  return texts.map(({ language, text }) => ({ language, text }));
}
