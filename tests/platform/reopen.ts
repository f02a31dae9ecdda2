import type { Deps } from "@/lib/deps";
import { calm } from "@/lib/http/calm";
import { advanceTask } from "@/lib/services/advance-task";
import { secretary } from "./a-server";

/** Reopens a finished task as a page would: a failure is an answer, nothing is thrown. */
export const reopen = (deps: Deps, number: number) =>
  calm(
    () =>
    advanceTask(deps, secretary, {
      number, expectedVersion: 1, transition: "reopen", reason: "Again.", documentSymbol: "", jobNumber: "", evidence: [],
      decidingDocument: "", newSession: null, reviewSession: null, successor: "",
    }), // biome-ignore format: one change
  );
