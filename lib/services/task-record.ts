import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, ok, type Result } from "@/lib/core/result";
import { checkEvidenceFile } from "@/lib/core/task/evidence-file";
import { createComment, createEvidence, namesOfPeople } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type { addEvidenceInput, commentInput } from "./inputs";
import { changeTask } from "./task-change";
import type { TaskChanged } from "./types";

/** Adds a comment or a question; people who are mentioned are named by id. Changes nothing else. */
export async function commentOnTask(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof commentInput>,
): Promise<Result<TaskChanged>> {
  const known = await namesOfPeople(deps.db, input.mentions);
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
          to: mentions.length > 0 ? { mentions } : null,
          reason: input.text,
          evidence: [],
        },
        effectiveOn: today,
      }),
    async ({ tx, task }) =>
      createComment(tx, {
        taskId: task.id,
        authorId: actor.personId,
        at: deps.clock.now(),
        text: input.text,
        mentions,
      }),
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
          to: file ? { fileName: file.value.name } : null,
          reason: "",
          evidence: symbol || title || url ? [evidence] : [],
        },
        effectiveOn: today,
      }),
    async ({ tx, task }) =>
      createEvidence(tx, task.id, actor.personId, {
        ...evidence,
        ...(file &&
          input.file && {
            fileName: file.value.name,
            mediaType: file.value.mediaType,
            bytes: new Uint8Array(input.file.bytes),
          }),
      }),
  );
}
