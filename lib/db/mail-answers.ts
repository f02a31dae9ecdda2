import type { Db } from "./client";

/** True if the answer of this link was given already. */
export const isLinkUsed = async (db: Db, tokenHash: string): Promise<boolean> =>
  (await db.accessToken.findUnique({ where: { tokenHash }, select: { id: true } })) !== null;

/** Uses a link up. False where it was used already: of two at the same moment one is the first. */
export async function useLink(
  tx: Db,
  link: { readonly tokenHash: string; readonly personId: string; readonly taskId: string },
  at: Date,
): Promise<boolean> {
  const { count } = await tx.accessToken.createMany({
    data: [{ ...link, kind: "answer", createdAt: at, usedAt: at }],
    skipDuplicates: true,
  });
  return count === 1;
}

/**
 * The place where an answer by mail stands for the Secretary to decide: the row of the open round that asked about the
 * task, or else one in the standing round of answers to reminders of that month. Call it in a transaction.
 */
export async function rowForAnswer(
  tx: Db,
  about: { readonly taskId: string; readonly unitId: string; readonly at: Date; readonly day: string },
): Promise<{ readonly round: number; readonly version: number }> {
  const { taskId, unitId } = about;
  const asked = await tx.roundRow.findFirst({
    where: { taskId, state: { not: "accepted" }, round: { closedAt: null } },
    orderBy: { round: { at: "desc" } },
    select: { version: true, round: { select: { number: true } } },
  });
  if (asked !== null) return { round: asked.round.number, version: asked.version };
  const round = await standingRound(tx, about.at, about.day);
  // An answer that was accepted earlier in the month stands in the history; the row takes the new one.
  const row = await tx.roundRow.upsert({
    where: { roundId_taskId: { roundId: round.id, taskId } },
    create: { roundId: round.id, taskId, unitId },
    update: { state: "asked", version: { increment: 1 } },
    select: { version: true },
  });
  return { round: round.number, version: row.version };
}

async function standingRound(tx: Db, at: Date, day: string) {
  const id = `reminders-${day.slice(0, 7)}`;
  await tx.$executeRaw`
    insert into round (id, title, asked_by_id, asked_by_name, at, asked_on)
    values (${id}, ${`Answers to reminders, ${day.slice(0, 7)}`}, 'system', 'System', ${at}, ${day}) on conflict (id) do nothing`;
  return tx.round.findUniqueOrThrow({ where: { id }, select: { id: true, number: true } });
}
