import { createHash } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, ok, type Result } from "@/lib/core/result";
import { checkEvidenceFile } from "@/lib/core/task/evidence-file";
import { mentionedNames } from "@/lib/core/task/mentions";
import { eventInEnglish, eventSentence } from "@/lib/core/task/sentences";
import type { Db } from "@/lib/db/client";
import { readHistory } from "@/lib/db/events";
import { peopleBearing } from "@/lib/db/notices";
import { createComment, createEvidence, isKept, namesOfPeople, readAuthor, readTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type { addEvidenceInput, commentInput } from "./inputs";
import { taskInWords, tell } from "./notices";
import { changeTask } from "./task-change";
import type { TaskChanged } from "./types";

/**
 * Adds a comment, a question or an answer to one. People are mentioned by id or as "@Name"; they, and whoever asked
 * the question that is answered, are told in their inboxes. Changes nothing else of the task.
 */
export async function commentOnTask(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof commentInput>,
): Promise<Result<TaskChanged>> {
  const id = keyed("comment", actor, input);
  const sent = id === null ? null : await sentAlready(deps.db, "comment", id, input.number);
  if (sent) return sent;
  const answers = input.answers ?? null;
  const isQuestion = input.isQuestion ?? false;
  const asker = answers === null ? null : await readAuthor(deps.db, input.number, answers);
  if (answers !== null && asker === null)
    return fail("invalid-input", "The question that this answers is not there. Reload the page.", {
      fields: { answers: "not a question of this task" },
    });
  const byName = await peopleBearing(deps.db, mentionedNames(input.text));
  const known = await namesOfPeople(deps.db, [...input.mentions, ...byName]);
  const mentions = [...known.keys()];
  return changeTask(
    deps,
    actor,
    { number: input.number, verb: "task.comment" },
    async ({ today }) =>
      ok({
        changes: {},
        event: {
          type: "comment",
          transition: null,
          from: null,
          to:
            mentions.length > 0 || isQuestion || asker !== null
              ? {
                  ...(mentions.length > 0 && { mentions }),
                  ...(isQuestion && { isQuestion: true }),
                  ...(asker !== null && { answers }),
                }
              : null,
          reason: input.text,
          evidence: [],
        },
        effectiveOn: today,
      }),
    async ({ tx, task, today }) => {
      await createComment(tx, {
        ...(id !== null && { id }),
        taskId: task.id,
        authorId: actor.personId,
        at: deps.clock.now(),
        text: input.text,
        mentions,
        isQuestion,
        answersId: answers,
      });
      const kind = isQuestion ? ("question" as const) : ("mention" as const);
      const verb = isQuestion ? "asks you about" : "mentioned you in";
      const told = new Map(
        mentions
          .filter((personId) => personId !== actor.personId)
          .map((personId) => [
            personId,
            { kind: kind as typeof kind | "answer", title: `${actor.name} ${verb} ${taskInWords(task)}` },
          ]),
      );
      if (asker !== null && asker !== actor.personId)
        told.set(asker, {
          kind: "answer",
          title: `${actor.name} answered your question on ${taskInWords(task)}`,
        });
      await tell(tx, deps, today, told, task, input.text);
    },
  );
}

/** Adds evidence: a document symbol, a link, or a file within the limits of kind and size. */
export async function addEvidence(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof addEvidenceInput>,
): Promise<Result<TaskChanged>> {
  const file = input.file === null ? null : checkEvidenceFile(input.file);
  if (file && !file.ok) return file;
  const { symbol, title, url, day } = input;
  if (!file && symbol === "" && url === "") {
    const message = "Give a document symbol, a link or a file.";
    return fail("invalid-input", message, { fields: { symbol: message } });
  }
  const id = keyed("evidence", actor, input);
  const sent = id === null ? null : await sentAlready(deps.db, "evidence", id, input.number);
  if (sent) return sent;
  const evidence = { symbol, title, url, day };
  return changeTask(
    deps,
    actor,
    { number: input.number, verb: "task.evidence" },
    async ({ today }) =>
      ok({
        changes: {},
        event: {
          type: "evidence",
          transition: null,
          from: null,
          to: file && input.file ? { fileName: file.value.name, sha256: hashOf(input.file.bytes) } : null,
          reason: "",
          evidence: symbol || title || url ? [evidence] : [],
        },
        effectiveOn: today,
      }),
    async ({ tx, task }) =>
      createEvidence(tx, task.id, actor.personId, {
        ...evidence,
        ...(id !== null && { id }),
        ...(file &&
          input.file && {
            fileName: file.value.name,
            mediaType: file.value.mediaType,
            bytes: new Uint8Array(input.file.bytes),
          }),
      }),
  );
}

const hashOf = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** The id of what a form with a key makes: the same person's same form gives the same id. */
const keyed = (
  what: string,
  actor: Actor,
  input: { readonly key?: string | undefined; readonly number: number },
): string | null =>
  !input.key ? null : hashOf(`${what} ${actor.personId} ${input.number} ${input.key}`).slice(0, 32);

/** The answer to a form that was sent before: the same as then, and nothing is written twice. */
async function sentAlready(
  db: Db,
  what: "comment" | "evidence",
  id: string,
  number: number,
): Promise<Result<TaskChanged> | null> {
  const task = (await isKept(db, what, id)) ? await readTask(db, number) : null;
  const last = task && (await readHistory(db, task.id)).find((event) => event.type === what);
  if (!task || !last) return null;
  const sentence = eventSentence(last);
  return ok({
    number,
    status: task.status,
    version: task.version,
    sentence: { ...sentence, text: eventInEnglish(sentence) },
  });
}
