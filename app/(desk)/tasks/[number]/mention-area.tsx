"use client";

import { type ComponentProps, lazy, Suspense, useEffect, useRef, useState } from "react";
import { TextArea } from "@/app/_ui/form/field";
import { onKeys } from "@/app/_ui/keys/keys";
import styles from "./task.module.css";

// Fetched when the field gets the focus: most tasks are read without a comment being written.
const MentionList = lazy(() => import("./mention-list").then((module) => ({ default: module.MentionList })));

/**
 * A text field in which "@" offers people. Without script the whole name after "@" does the same. The first one of a task
 * `isMain`: C takes the focus there, and so does an address that ends in "#comment".
 */
export function MentionArea({
  peopleLabel,
  isMain = false,
  ...field
}: ComponentProps<typeof TextArea> & { peopleLabel: string; isMain?: boolean }) {
  const frame = useRef<HTMLDivElement>(null);
  const [isWritten, setWritten] = useState(false);
  useEffect(() => {
    if (!isMain) return;
    const write = () => frame.current?.querySelector("textarea")?.focus();
    // After the side panel has taken the focus for itself.
    const timer = location.hash === "#comment" ? setTimeout(write) : undefined;
    const stop = onKeys((key) => {
      if (key !== "c") return false;
      write();
      return true;
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [isMain]);
  return (
    <div ref={frame} className={styles.mention}>
      <TextArea {...field} aria-autocomplete="list" onFocus={() => setWritten(true)} />
      {isWritten ? (
        <Suspense>
          <MentionList frame={frame} label={peopleLabel} />
        </Suspense>
      ) : null}
    </div>
  );
}
