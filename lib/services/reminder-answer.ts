import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { actorOf } from "@/lib/auth/actor-of-sign-in";
import { type MailLink, openMailLink } from "@/lib/auth/mail-link";
import { can, rolesOver } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { closureProposers } from "@/lib/core/task/closure";
import { isOpen, type WorkStatus } from "@/lib/core/task/status";
import { type Role, workflow } from "@/lib/core/task/workflow";
import { atomically } from "@/lib/db/atomically";
import { isLinkUsed, rowForAnswer, useLink } from "@/lib/db/mail-answers";
import { readTask, type StoredTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { bodiesFromDatabase, thingOf } from "./registry";
import { answerRow } from "./round-answers";

export const answerMoves = ["none", "start", "submit", "implement"] as const;

type AnswerMove = (typeof answerMoves)[number];

export const mailAnswerInput = z.strictObject({
  move: z.enum(answerMoves),
  note: z.string().trim().max(2000).default(""),
  documentSymbol: z.string().trim().max(100).default(""),
});

/** What the small page shows: the task, and in whose name the bearer of the link would answer. */
export type AnswerPage = {
  readonly taskNumber: number;
  readonly reference: string;
  readonly ask: string;
  readonly status: WorkStatus;
  readonly personName: string;
  /** What can be answered from where the task stands; that nothing changed comes last. */
  readonly moves: readonly AnswerMove[];
  readonly expiresAt: Date;
};

type Door = { readonly actor: Actor; readonly task: StoredTask; readonly link: AnswerLink };
type AnswerLink = Extract<MailLink, { kind: "answer" }>;

const unknown = () =>
  fail("not-found", "This link is not complete. Copy it whole from the mail, or sign in and open the task.");
const used = () => fail("not-allowed-now", "This link was used already. Sign in to change what you said.");

/** What a link lets its bearer answer; opening it uses nothing up, because mail scanners open every link. */
export async function answerPage(deps: Deps, token: string, secret: string): Promise<Result<AnswerPage>> {
  const door = await openDoor(deps, token, secret);
  if (!door.ok) return door;
  const { actor, task, link } = door.value;
  return ok({
    taskNumber: task.number,
    reference: task.reference,
    ask: task.ask,
    status: task.status,
    personName: actor.name,
    moves: movesFrom(task, rolesOver(actor, thingOf(task, await bodiesFromDatabase(deps.db)))),
    expiresAt: link.expiresAt,
  });
}

function movesFrom(task: StoredTask, roles: readonly Role[]): readonly AnswerMove[] {
  const leads = workflow.filter(({ from }) => (from as readonly WorkStatus[]).includes(task.status));
  return answerMoves
    .filter((move) => move === "none" || leads.some(({ name }) => name === move))
    .filter((move) => move !== "start" || task.ownerId !== null)
    .filter((move) => move !== "implement" || closureProposers.some((role) => roles.includes(role)))
    .toSorted((a, b) => Number(a === "none") - Number(b === "none"));
}

/**
 * Records the answer that a person gives by the link of a mail: a proposed status with a note, for a Secretary to
 * decide. The status itself stays. The link is used up in the same transaction, so that it answers once.
 */
export async function answerFromMail(
  deps: Deps,
  token: string,
  secret: string,
  input: z.infer<typeof mailAnswerInput>,
): Promise<Result<{ taskNumber: number }>> {
  const door = await openDoor(deps, token, secret);
  if (!door.ok) return door;
  const { actor, task } = door.value;
  if (input.move === "none" && input.note === "") {
    const message = "Say in a few words how it stands.";
    return fail("invalid-input", message, { fields: { note: message } });
  }
  const unitId = task.responsibleId ?? task.leadBodyIds[0] ?? null;
  if (unitId === null)
    return fail("not-allowed-now", "No unit answers for this task yet. Sign in and leave a comment instead.");
  const at = deps.clock.now();
  const today = await deps.today();
  return atomically(deps.db, async (tx) => {
    const link = { tokenHash: hashOf(token), personId: actor.personId, taskId: task.id };
    if (!(await useLink(tx, link, at))) return used();
    const row = await rowForAnswer(tx, { taskId: task.id, unitId, at, day: today });
    const said = await answerRow({ ...deps, db: tx }, actor, {
      round: row.round,
      task: task.number,
      expectedVersion: row.version,
      move: input.move,
      note: input.note,
      documentSymbol: input.documentSymbol,
      jobNumber: "",
      evidence:
        input.documentSymbol === "" || input.move !== "implement"
          ? []
          : [{ symbol: input.documentSymbol, title: "", url: "", day: null }],
      reviewSession: null,
    });
    return said.ok ? ok({ taskNumber: task.number }) : said;
  });
}

async function openDoor(deps: Deps, token: string, secret: string): Promise<Result<Door>> {
  const link = openMailLink(token, secret);
  if (link?.kind !== "answer") return unknown();
  if (deps.clock.now() > link.expiresAt)
    return fail("not-allowed-now", "This link has expired. Sign in and open the task.");
  if (await isLinkUsed(deps.db, hashOf(token))) return used();
  // Rights are those of today: somebody who left, or lost the role, cannot answer by an old mail.
  const actor = await actorOf(deps.db, link.personId, await deps.today());
  const task = await readTask(deps.db, link.taskNumber);
  if (actor === null || task === null) return unknown();
  if (!can(actor, "task.propose", thingOf(task, await bodiesFromDatabase(deps.db))))
    return fail(
      "not-permitted",
      "This task is no longer yours to answer for. Sign in to see where it stands.",
    );
  if (!isOpen(task.status)) return fail("not-allowed-now", "This task needs no answer any more.");
  return ok({ actor, task, link });
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
