"use client";

import { useEffect } from "react";
import { TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { useFormAction } from "@/app/_ui/form/use-form-action";
import { announce } from "@/app/_ui/toast/announce";
import type { CalendarSession } from "@/lib/core/calendar/rule";
import styles from "../../sessions.module.css";
import { moveOrPreview } from "./move-actions";

type Words = Readonly<
  Record<
    | "title"
    | "lead"
    | "opens"
    | "closes"
    | "mainPartEnds"
    | "reason"
    | "source"
    | "sourceHint"
    | "preview"
    | "apply",
    string
  >
>;

/** Moves a session: new days with reason and source, then what would move, and only then the storing. */
export function MoveForm({
  session,
  version,
  words,
}: {
  session: CalendarSession;
  version: number;
  words: Words;
}) {
  const [state, send] = useFormAction(
    moveOrPreview.bind(null, { organ: session.organ, session: session.session, expectedVersion: version }),
  );
  useEffect(() => {
    if (state?.ok && state.value.step === "applied") announce({ text: state.value.message });
  }, [state]);
  const preview = state?.ok && state.value.step === "preview" ? state.value : null;
  return (
    <details className={`${styles.move} no-print`}>
      <summary>{words.title}</summary>
      <form action={send} className={styles.moveBody} onReset={(event) => event.preventDefault()}>
        <p className={styles.quiet}>{words.lead}</p>
        {state && !state.ok ? (
          <Note tone="alert">
            {state.error.message} {Object.values(state.error.fields ?? {}).join(" ")}
          </Note>
        ) : null}
        <div className={form.row}>
          <TextField name="opens" type="date" label={words.opens} defaultValue={session.opens ?? ""} />
          <TextField
            name="mainPartEnds"
            type="date"
            label={words.mainPartEnds}
            defaultValue={session.mainPartEnds ?? ""}
          />
          <TextField name="closes" type="date" label={words.closes} defaultValue={session.closes ?? ""} />
        </div>
        <TextField name="reason" id="move-reason" label={words.reason} required />
        <TextField name="source" label={words.source} hint={words.sourceHint} required />
        {preview ? (
          <Note tone="warn">
            <strong>{preview.message}</strong>
            <ul className={styles.examples}>
              {preview.examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          </Note>
        ) : null}
        <div className={form.row}>
          <Submit name="intent" value="preview" kind={preview ? "plain" : "primary"}>
            {words.preview}
          </Submit>
          {preview ? (
            <Submit name="intent" value="apply">
              {words.apply}
            </Submit>
          ) : null}
        </div>
      </form>
    </details>
  );
}
