"use client";

import { type ReactNode, useEffect, useState } from "react";
import { type Announcement, onAnnounce } from "./announce";
import styles from "./toast.module.css";

const shownFor = 10_000;

/**
 * The page's one polite live region. The line stays ten seconds, longer while it is hovered or focused; Undo stays
 * available in the task's history after that, because timed messages fail people who read slowly.
 */
export function LiveRegion({
  words,
  closeIcon,
}: {
  words: { undo: string; close: string; region: string };
  closeIcon: ReactNode;
}) {
  const [current, setCurrent] = useState<Announcement | null>(null);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => onAnnounce(setCurrent), []);
  useEffect(() => {
    if (!current || isHeld) return;
    const timer = setTimeout(() => setCurrent(null), shownFor);
    return () => clearTimeout(timer);
  }, [current, isHeld]);
  const undo = () => {
    current?.undo?.();
    setCurrent(null);
  };
  return (
    <section
      className={styles.region}
      aria-label={words.region}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div aria-live="polite" aria-atomic="true">
        {current ? (
          <div className={styles.toast} data-tone={current.tone ?? "plain"}>
            <span>{current.text}</span>
            {current.undo ? (
              <button type="button" className={styles.undo} onClick={undo}>
                {words.undo}
              </button>
            ) : null}
            <button
              type="button"
              className={styles.close}
              onClick={() => setCurrent(null)}
              aria-label={words.close}
            >
              {closeIcon}
            </button>
          </div>
        ) : null}
      </div>
    </section>
  );
}
