"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/app/_ui/form/button";
import { orLost } from "@/app/_ui/form/or-lost";
import { announce } from "@/app/_ui/toast/announce";
import { claim } from "./actions";
import { useReviewDesk } from "./review-desk";

/** Accepts all proposals whose every value stands in the words, after a glance at the list. */
export function AcceptExact({ ids, label, done }: { ids: readonly string[]; label: string; done: string }) {
  const { decide } = useReviewDesk();
  const [isBusy, start] = useTransition();
  return (
    <Button
      kind="primary"
      aria-disabled={isBusy}
      onClick={() => start(async () => void (await decide({ kind: "acceptExact", candidateIds: ids }, done)))}
    >
      {label}
    </Button>
  );
}

/** Takes the last decision back. */
export function UndoButton({ label }: { label: string }) {
  const { undo } = useReviewDesk();
  return (
    <Button kind="quiet" onClick={undo}>
      {label} <kbd>U</kbd>
    </Button>
  );
}

/** Takes the review or gives it back, so that two people do not read the same text. */
export function ClaimButton({
  isMine,
  words,
}: {
  isMine: boolean;
  words: { claim: string; release: string };
}) {
  const { resolutionId } = useReviewDesk();
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const change = () =>
    start(async () => {
      const result = await orLost(claim(resolutionId, !isMine), null);
      if (result === null) return;
      if (!result.ok) announce({ text: result.error.message, tone: "alert" });
      router.refresh();
    });
  return (
    <Button aria-disabled={isBusy} onClick={change}>
      {isMine ? words.release : words.claim}
    </Button>
  );
}
