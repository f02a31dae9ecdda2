"use client";

import { useEffect } from "react";
import { SelectField, TextArea, TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { useFormAction } from "@/app/_ui/form/use-form-action";
import { announce } from "@/app/_ui/toast/announce";
import type { CalendarSession } from "@/lib/core/calendar/rule";
import styles from "../../calendar.module.css";
import { editOrPreview } from "./edit-actions";
import type { EditWords } from "./edit-words";

type Props = { session: CalendarSession; version: number; isNew: boolean; words: EditWords };

/** All fields of a session; first what would move, and only then the storing. */
export function EditForm({ session, version, isNew, words }: Props) {
  const at = { organ: session.organ, session: session.session, expectedVersion: version, isNew };
  const [state, send] = useFormAction(editOrPreview.bind(null, at));
  useEffect(() => {
    if (state?.ok && state.value.step === "applied") announce({ text: state.value.message });
  }, [state]);
  const preview = state?.ok && state.value.step === "preview" ? state.value : null;
  const { details } = session;
  const day = (name: keyof EditWords & string, value: string | null | undefined) => (
    <TextField name={name} type="date" label={words[name] as string} defaultValue={value ?? ""} />
  );
  return (
    <form action={send} className={styles.form} onReset={(event) => event.preventDefault()}>
      {state && !state.ok ? (
        <Note tone="alert">
          {state.error.message} {Object.values(state.error.fields ?? {}).join(" ")}
        </Note>
      ) : null}
      {state?.ok && state.value.step === "applied" ? <Note tone="good">{state.value.message}</Note> : null}
      <div className={form.row}>
        <TextField name="label" label={words.label} defaultValue={session.label} required />
        <SelectField
          name="standing"
          label={words.standing}
          options={words.standings}
          defaultValue={isNew ? "fixed" : session.standing}
        />
        <TextField name="timeZone" label={words.timeZone} defaultValue={session.timeZone} required />
      </div>
      <div className={form.row}>
        {day("opens", session.opens)}
        {day("mainPartEnds", session.mainPartEnds)}
        {day("closes", session.closes)}
      </div>
      <div className={form.row}>
        {day("generalDebateFrom", details?.generalDebate?.from)}
        {day("generalDebateTo", details?.generalDebate?.to)}
        {day("highLevelFrom", session.highLevel?.from)}
        {day("highLevelTo", session.highLevel?.to)}
      </div>
      <TextArea
        name="resumed"
        label={words.resumed}
        hint={words.resumedHint}
        defaultValue={lines(session.resumedParts)}
      />
      <TextArea
        name="parts"
        label={words.parts}
        hint={words.partsHint}
        defaultValue={lines(details?.parts ?? [])}
      />
      <TextField name="note" label={words.note} defaultValue={session.note} />
      <TextField name="reason" label={words.reason} required />
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
  );
}

const lines = (parts: readonly { from: string; to: string | null; name?: string }[]): string =>
  parts.map((part) => `${part.from} to ${part.to ?? ""} ${part.name ?? ""}`.trim()).join("\n");
