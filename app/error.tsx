"use client";

import { useEffect, useState } from "react";
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
  const words = useWords();
  return (
    <main className={styles.door}>
      <div className={styles.form} role="alert">
        <h1>{words.crashed}</h1>
        <p className={styles.lead}>{words.lead.replace("{digest}", error.digest ?? "–")}</p>
        {/* A button of its own: the shared one brings the links of Next with it, to every page that could fail. */}
        <button type="button" className={form.button} data-kind="primary" onClick={reset}>
          {words.again}
        </button>
      </div>
    </main>
  );
}

/** English at once; the page's own language when it has come. Fetched only here: this page is part of every page. */
function useWords(): typeof en {
  const [words, setWords] = useState(en);
  useEffect(() => {
    import("@/lib/i18n/messages/failure.others.json")
      .then(({ default: others }) =>
        setWords(others[document.documentElement.lang as keyof typeof others] ?? en),
      )
      .catch(() => undefined);
  }, []);
  return words;
}
