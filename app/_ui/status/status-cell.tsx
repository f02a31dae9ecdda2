"use client";

import { useEffect, useRef, useState } from "react";
import type { WorkStatus } from "@/lib/core/task/status";
import styles from "./status.module.css";
import { useStatusDesk } from "./status-desk";
import type { Shown } from "./status-moves";
import { StatusTag } from "./status-tag";

/** The status of a task with the button that changes it. A change shows at once and is reconciled after. */
export function StatusCell({
  number,
  status,
  label,
  isReadOnly = false,
  isBare = false,
}: {
  number: number;
  status: WorkStatus;
  label: string;
  isReadOnly?: boolean;
  /** Where the place says the status already: only a change shows it, until the row has moved. */
  isBare?: boolean;
}) {
  const desk = useStatusDesk();
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [isBusy, setBusy] = useState(false);
  // What the server says later is the truth: a change made in the meantime replaces what is shown here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new status from the server is the event
  useEffect(() => setShown(null), [status]);
  if (isReadOnly) return isBare ? null : <StatusTag status={status} label={label} />;
  const open = () => {
    if (!button.current) return;
    const { wanted } = button.current.dataset;
    delete button.current.dataset.wanted;
    desk.open({
      number,
      anchor: button.current,
      ...(wanted !== undefined && { wanted }),
      shown: (now, busy) => {
        setBusy(busy);
        setShown(now);
      },
    });
  };
  return (
    <span className={styles.cell} data-busy={isBusy}>
      {isBare && shown === null ? null : (
        <StatusTag
          status={(shown?.status as WorkStatus | undefined) ?? status}
          label={shown?.statusLabel ?? label}
        />
      )}
      <button
        ref={button}
        type="button"
        data-status-button
        className={styles.button}
        aria-label={`${desk.words.change}: ${shown?.statusLabel ?? label}`}
        aria-haspopup="dialog"
        onClick={open}
      >
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
          <path d="m6 9 6 6 6-6" />
        </svg>
      </button>
    </span>
  );
}
