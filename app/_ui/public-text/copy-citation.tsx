"use client";

import { useState } from "react";
import styles from "./public-text.module.css";

/** Copies "A/RES/52/205, para. 9" with its permalink; says so where it was pressed. */
export function CopyCitation({
  citation,
  path,
  words,
}: {
  citation: string;
  path: string;
  words: { copy: string; copied: string };
}) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(`${citation}, ${location.origin}${path}`).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" className={styles.copy} onClick={copy} aria-live="polite">
      {isCopied ? words.copied : words.copy}
    </button>
  );
}
