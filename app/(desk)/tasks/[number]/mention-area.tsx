"use client";

import { type ComponentProps, lazy, Suspense, useRef, useState } from "react";
import { TextArea } from "@/app/_ui/form/field";
import styles from "./task.module.css";

// Fetched when the field gets the focus: most tasks are read without a comment being written.
const MentionList = lazy(() => import("./mention-list").then((module) => ({ default: module.MentionList })));

/** A text field in which "@" offers people. Without script the whole name after "@" does the same. */
export function MentionArea({
  peopleLabel,
  ...field
}: ComponentProps<typeof TextArea> & { peopleLabel: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [isWritten, setWritten] = useState(false);
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
