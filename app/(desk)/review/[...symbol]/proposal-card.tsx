"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { taskAddress } from "@/app/_ui/addresses";
import { Button } from "@/app/_ui/form/button";
import { announce } from "@/app/_ui/toast/announce";
import type { DeadlineRule } from "@/lib/core/calendar/rule";
import type { CandidateState } from "@/lib/core/task/review";
import styles from "../review.module.css";
import type { Decision, WrittenValues } from "./actions";
import { ReasonForm } from "./reason-form";
import { focusNextOpen, useReviewDesk } from "./review-desk";
import { ValuesForm } from "./values-form";

type Props = {
  id: string;
  para: string;
  state: CandidateState;
  stateLabel: string;
  previousId: string | null;
  mayDecide: boolean;
  taskNumber: number | null;
  taskLabel: string;
  rules: readonly DeadlineRule[];
  values: WrittenValues;
  children: ReactNode;
};

/** One proposal. A decision shows at once and the focus goes on to the next that waits. */
export function ProposalCard({
  id,
  para,
  state,
  stateLabel,
  previousId,
  mayDecide,
  taskNumber,
  taskLabel,
  rules,
  values,
  children,
}: Props) {
  const { words, decide } = useReviewDesk();
  const card = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<"edit" | "reject" | "split" | null>(null);
  const [taken, setTaken] = useState<CandidateState | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server says is the event
  useEffect(() => setTaken(null), [state]);
  const shown = taken ?? state;
  const isOpen = shown === "proposed";

  const take = (decision: Decision, becomes: Exclude<CandidateState, "proposed">) => {
    setTaken(becomes);
    setOpen(null);
    if (card.current) card.current.dataset.state = becomes;
    focusNextOpen(card.current);
    void decide(decision, words.said[becomes].replace("{para}", para)).then((isTaken) => {
      if (!isTaken) setTaken(null);
    });
  };
  const merge = () =>
    previousId
      ? take({ kind: "merge", candidateIds: [previousId, id] }, "merged")
      : announce({ text: words.cannotMerge });
  const close = () => {
    setOpen(null);
    card.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the card takes the focus of the J and K keys
    <div
      ref={card}
      className={styles.card}
      data-card
      data-lights-all
      data-state={shown}
      tabIndex={0}
      role="group"
      aria-label={`${para}. ${values.verb}: ${shown === state ? stateLabel : shown}`}
    >
      {children}
      {isOpen && mayDecide && open === null ? (
        <div className={styles.acts}>
          <Button
            size="small"
            kind="primary"
            data-act="accept"
            onClick={() => take({ kind: "accept", candidateId: id }, "accepted")}
          >
            {words.accept} <kbd>A</kbd>
          </Button>
          <Button size="small" data-act="edit" onClick={() => setOpen("edit")}>
            {words.edit} <kbd>E</kbd>
          </Button>
          <Button size="small" data-act="reject" onClick={() => setOpen("reject")}>
            {words.reject} <kbd>R</kbd>
          </Button>
          <Button size="small" kind="quiet" data-act="split" onClick={() => setOpen("split")}>
            {words.split} <kbd>/</kbd>
          </Button>
          {previousId ? (
            <Button size="small" kind="quiet" data-act="merge" onClick={merge}>
              {words.merge} <kbd>M</kbd>
            </Button>
          ) : null}
        </div>
      ) : null}
      {open === "edit" ? (
        <ValuesForm
          parts={[values]}
          save={words.save}
          onCancel={close}
          onSave={([written]) =>
            written && take({ kind: "edit", candidateId: id, values: written, rules }, "edited")
          }
        />
      ) : null}
      {open === "split" ? (
        <ValuesForm
          parts={[values, values]}
          save={words.saveSplit}
          onCancel={close}
          onSave={(parts) => take({ kind: "split", candidateId: id, parts, rules }, "split")}
        />
      ) : null}
      {open === "reject" ? (
        <ReasonForm
          suggested="misread"
          submit={words.reject}
          onCancel={close}
          onSave={(reason) => take({ kind: "dismiss", candidateId: id, ...reason }, "dismissed")}
        />
      ) : null}
      {isOpen ? null : (
        <p className={styles.outcome}>
          {taken && taken !== "proposed" ? words.state[taken] : stateLabel}
          {taskNumber !== null ? (
            <>
              {" · "}
              <Link href={taskAddress(taskNumber)}>{taskLabel}</Link>
            </>
          ) : null}
        </p>
      )}
    </div>
  );
}
