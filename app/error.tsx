"use client";

import en from "@/lib/i18n/messages/failure.en.json";
import { Button } from "./_ui/form/button";
import styles from "./sign-in/sign-in.module.css";

/** A bug reached the page: plain words, the number under which the log has it, and a way to try again. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className={styles.door}>
      <div className={styles.form} role="alert">
        <h1>{en.crashed}</h1>
        <p className={styles.lead}>{en.lead.replace("{digest}", error.digest ?? "–")}</p>
        <Button kind="primary" onClick={reset}>
          {en.again}
        </Button>
      </div>
    </main>
  );
}
