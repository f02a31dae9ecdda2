import { roundMoves } from "@/lib/core/task/round";
import type { WorkStatus } from "@/lib/core/task/status";
import { type Requirement, type Transition, workflow } from "@/lib/core/task/workflow";
import type { Translate } from "@/lib/i18n/translate";

/** A move that can be answered from a status, with what it asks for. */
export type AnswerChoice = {
  readonly value: string;
  readonly label: string;
  readonly needs: readonly Requirement[];
};

/** What can be answered about a task in this status, in the reader's language. */
export function answerWords(status: WorkStatus, t: Translate) {
  const moves = (workflow as readonly Transition[]).filter(
    (move) => roundMoves.some((name) => name === move.name) && move.from.includes(status),
  );
  const choices: readonly AnswerChoice[] = [
    { value: "none", label: t("rounds.unchanged"), needs: [] },
    ...moves.map((move) => ({
      value: move.name,
      label: t("rounds.becomes", { status: t(`status.${move.to}`) }),
      needs: move.needs,
    })),
  ];
  return { choices, how: t("rounds.how"), note: t("rounds.note"), send: t("rounds.sendAnswer") };
}
export type AnswerWords = ReturnType<typeof answerWords>;
