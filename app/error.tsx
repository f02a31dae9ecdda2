"use client";

import en from "@/lib/i18n/messages/failure.en.json";
import form from "./_ui/form/form.module.css";
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
        {/* A button of its own: the shared one brings the links of Next with it, to every page that could fail. */}
        <button type="button" className={form.button} data-kind="primary" onClick={reset}>
          {en.again}
        </button>
      </div>
    </main>
  );
}
