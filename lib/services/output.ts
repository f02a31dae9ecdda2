import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, ok, type Result } from "@/lib/core/result";
import { effectiveDay, valuesBefore } from "@/lib/core/task/move";
import { leadsTo, readTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import type { setOutputInput } from "./inputs";
import { changeTask } from "./task-change";
import type { TaskChanged } from "./types";

/**
 * Says what kind of output the task is (a report of its own, a section in another report, a consolidated report …), which
 * report carries it, how long its draft is and which limit holds. Another limit than the usual one names its text.
 */
export const setOutput = (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof setOutputInput>,
): Promise<Result<TaskChanged>> =>
  changeTask(
    deps,
    actor,
    { number: input.number, expectedVersion: input.expectedVersion, verb: "task.target" },
    async ({ tx, task, today }) => {
      const { outputKind, draftWords, wordLimit, wordLimitSource, reason } = input;
      if (wordLimit !== null && wordLimitSource === "") {
        const message = "Name the text that grants another limit: a waiver, or the organ's own decision.";
        return fail("invalid-input", message, { fields: { wordLimitSource: message } });
      }
      const host = input.host === null ? null : await readTask(tx, input.host);
      const noHost = (message: string) => fail("invalid-input", message, { fields: { host: message } });
      if (input.host !== null && !host) return noHost(`There is no task ${input.host}.`);
      if (host && (host.id === task.id || (await leadsTo(tx, host.id, "hostId", task.id))))
        return noHost("A report cannot be a section of itself.");
      if (outputKind === "section" && !host)
        return noHost("Name the report that carries the section by its task.");
      const values = {
        outputKind,
        draftWords,
        wordLimit,
        wordLimitSource: wordLimit === null ? "" : wordLimitSource,
      };
      const isSame =
        Object.entries(values).every(([field, value]) => task[field as keyof typeof values] === value) &&
        (host?.id ?? null) === task.hostId;
      if (isSame) return fail("not-allowed-now", "Nothing was changed.");
      const day = effectiveDay(task.createdOn, { reason, effectiveOn: input.effectiveOn }, today);
      if (!day.ok) return day;
      return ok({
        changes: values,
        event: {
          type: "output",
          transition: null,
          from: { ...valuesBefore(task, values), hostId: task.hostId },
          to: { ...values, hostId: host?.id ?? null, host: host?.number ?? "" },
          reason,
          evidence: [],
        },
        effectiveOn: day.value,
        more: { hostId: host?.id ?? null },
      });
    },
  );
