"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/form/button";
import styles from "../review.module.css";
import { ReasonForm } from "./reason-form";
import { focusNextOpen, useReviewDesk } from "./review-desk";

type Props = {
  paragraphId: string;
  para: string;
  isDecided: boolean;
  mayDecide: boolean;
  reason: string;
  suggested: string;
  decidedBy: string | null;
  heading: string;
};

/** A paragraph that asks for nothing. Recording that is a decision of its own, with its reason: A takes the suggested one. */
export function NoneCard({
  paragraphId,
  para,
  isDecided,
  mayDecide,
  reason,
  suggested,
  decidedBy,
  heading,
}: Props) {
  const { words, decide } = useReviewDesk();
  const card = useRef<HTMLDivElement>(null);
  const [isAsking, setAsking] = useState(false);
  const [taken, setTaken] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the server says is the event
  useEffect(() => setTaken(false), [isDecided]);
  const isDone = isDecided || taken;
  const take = (given: { reasonCode: string; reason: string }) => {
    setTaken(true);
    setAsking(false);
    if (card.current) card.current.dataset.state = "dismissed";
    focusNextOpen(card.current);
    void decide({ kind: "none", paragraphId, ...given }, words.said.none.replace("{para}", para)).then(
      (isTaken) => {
        if (!isTaken) setTaken(false);
      },
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the card takes the focus of the J and K keys
    <div
      ref={card}
      className={styles.card}
      data-card
      data-none
      data-state={isDone ? "dismissed" : "proposed"}
      tabIndex={0}
      role="group"
      aria-label={`${para}. ${heading}`}
    >
      <p className={styles.noneText}>
        <strong>{taken ? words.state.none : heading}</strong> <span className={styles.quiet}>{reason}</span>
        {decidedBy ? <span className={styles.quiet}> · {decidedBy}</span> : null}
      </p>
      {!isDone && mayDecide && !isAsking ? (
        <div className={styles.acts}>
          <Button
            size="small"
            kind="primary"
            data-act="accept"
            onClick={() => take({ reasonCode: suggested, reason: "" })}
          >
            {words.none} <kbd>A</kbd>
          </Button>
          <Button size="small" data-act="reject" onClick={() => setAsking(true)}>
            {words.why} <kbd>R</kbd>
          </Button>
        </div>
      ) : null}
      {isAsking ? (
        <ReasonForm
          suggested={suggested}
          submit={words.none}
          onCancel={() => setAsking(false)}
          onSave={take}
        />
      ) : null}
    </div>
  );
}
