import type { Db } from "./client";
import type { Prisma } from "./generated/client";

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

/** What a person answered about a task, with who and when. */
export type MailAnswer = {
  readonly taskId: string;
  readonly unitId: string;
  readonly answer: object;
  readonly personId: string;
  readonly personName: string;
  readonly at: Date;
};

/**
 * Puts an answer where the Secretary decides on answers: in the open round that asked about the task, or else in the
 * standing round of answers to reminders of that month. Gives the number of the round.
 */
export async function storeMailAnswer(tx: Db, answer: MailAnswer, day: string): Promise<number> {
  const asked = await tx.roundRow.findFirst({
    where: { taskId: answer.taskId, round: { closedAt: null } },
    orderBy: { round: { at: "desc" } },
    select: { roundId: true, round: { select: { number: true } } },
  });
  const round = asked ?? (await standingRound(tx, answer.at, day));
  const said = {
    state: "answered",
    answer: answer.answer as Prisma.InputJsonValue,
    answeredById: answer.personId,
    answeredByName: answer.personName,
    answeredAt: answer.at,
  };
  await tx.roundRow.upsert({
    where: { roundId_taskId: { roundId: round.roundId, taskId: answer.taskId } },
    create: { roundId: round.roundId, taskId: answer.taskId, unitId: answer.unitId, ...said },
    update: { ...said, version: { increment: 1 } },
    select: { taskId: true },
  });
  return round.round.number;
}

async function standingRound(tx: Db, at: Date, day: string) {
  const id = `reminders-${day.slice(0, 7)}`;
  await tx.$executeRaw`
    insert into round (id, title, asked_by_id, asked_by_name, at, asked_on)
    values (${id}, ${`Answers to reminders, ${day.slice(0, 7)}`}, 'system', 'System', ${at}, ${day}) on conflict (id) do nothing`;
  const { number } = await tx.round.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return { roundId: id, round: { number } };
}
