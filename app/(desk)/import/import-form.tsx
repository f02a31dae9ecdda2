"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { reviewAddress } from "@/app/_ui/addresses";
import { Button, ButtonLink } from "@/app/_ui/form/button";
import { TextArea, TextField } from "@/app/_ui/form/field";
import formStyles from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { readOrStore } from "./actions";
import styles from "./import.module.css";

type Words = Readonly<
  Record<
    | "text"
    | "textHint"
    | "file"
    | "fileHint"
    | "symbol"
    | "symbolHint"
    | "read"
    | "store"
    | "back"
    | "found"
    | "warnings"
    | "goReview"
    | "another",
    string
  >
>;

/** Paste or upload, see what was read, then store. One form all along, so nothing typed is lost between the steps. */
export function ImportForm({ words }: { words: Words }) {
  const [state, send, isBusy] = useActionState(readOrStore, null);
  const result = useRef<HTMLElement>(null);
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    setBack(false);
    if (state) result.current?.focus();
  }, [state]);
  const read = state?.ok ? state.value : null;
  if (read?.step === "stored")
    return (
      <section ref={result} tabIndex={-1} className={styles.result} aria-live="polite">
        <Note tone="good">
          <strong>{read.title}</strong> {read.counts.join(", ")}.
        </Note>
        <Warnings notes={read.notes} warnings={read.warnings} label={words.warnings} />
        <div className={formStyles.row}>
          <ButtonLink href={reviewAddress(read.symbol)} kind="primary">
            {words.goReview}
          </ButtonLink>
          <Button onClick={() => window.location.reload()}>{words.another}</Button>
        </div>
      </section>
    );
  const isPreview = read?.step === "preview" && !isBack;
  return (
    <form
      action={send}
      className={styles.form}
      aria-busy={isBusy}
      onReset={(event) => event.preventDefault()}
    >
      {state && !state.ok ? (
        <section ref={result} tabIndex={-1}>
          <Note tone="alert">{state.error.message}</Note>
        </section>
      ) : null}
      {isPreview && read ? (
        <section ref={result} tabIndex={-1} className={styles.result} aria-label={words.found}>
          <h2>{words.found}</h2>
          <p className={styles.title}>
            {read.symbol ? <bdi className={styles.symbol}>{read.symbol}</bdi> : null} {read.title}
          </p>
          <dl className={styles.facts}>
            {read.facts.map((fact) => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
          <p>{read.counts.join(" · ")}</p>
          <Warnings notes={read.notes} warnings={read.warnings} label={words.warnings} />
        </section>
      ) : null}
      <div className={styles.fields} hidden={isPreview && read?.symbol !== ""}>
        <div hidden={isPreview} className={styles.fields}>
          <TextArea
            name="text"
            label={words.text}
            hint={words.textHint}
            rows={14}
            className={styles.paste}
            spellCheck={false}
          />
          <TextField
            name="file"
            type="file"
            label={words.file}
            hint={words.fileHint}
            accept=".txt,.docx,.pdf,.html,.htm,.xml,text/plain"
          />
        </div>
        <TextField name="symbol" label={words.symbol} hint={words.symbolHint} />
      </div>
      <div className={formStyles.row}>
        {isPreview ? (
          <>
            <Submit name="intent" value="store">
              {words.store}
            </Submit>
            <Button onClick={() => setBack(true)}>{words.back}</Button>
          </>
        ) : (
          <Submit name="intent" value="read">
            {words.read}
          </Submit>
        )}
      </div>
    </form>
  );
}

function Warnings({
  notes,
  warnings,
  label,
}: {
  notes: readonly string[];
  warnings: readonly string[];
  label: string;
}) {
  return (
    <>
      {notes.map((note) => (
        <Note key={note} tone="warn">
          {note}
        </Note>
      ))}
      {warnings.length > 0 ? (
        <details>
          <summary>
            {label} ({warnings.length})
          </summary>
          <ul className={styles.warnings}>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
