"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "@/app/_ui/form/button";
import { SelectField, TextArea, TextField } from "@/app/_ui/form/field";
import styles from "../review.module.css";
import type { WrittenValues } from "./actions";
import { useReviewDesk } from "./review-desk";

const names = ["verb", "lead", "with", "deliverable", "deadline", "ask", "agendaTitle"] as const;

/** The values of one action to edit in place, or of two where a proposal is split. Ctrl-Enter saves, Escape goes back. */
export function ValuesForm({
  parts,
  save,
  onSave,
  onCancel,
}: {
  parts: readonly WrittenValues[];
  save: string;
  onSave: (parts: WrittenValues[]) => void;
  onCancel: () => void;
}) {
  const { words } = useReviewDesk();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("textarea, input")?.focus(), []);
  return (
    <form
      ref={form}
      className={styles.inlineForm}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        onSave(
          parts.map(
            (_, index) =>
              Object.fromEntries(
                names.map((name) => [name, String(given.get(`${name}-${index}`) ?? "")]),
              ) as WrittenValues,
          ),
        );
      }}
    >
      {parts.map((values, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no name but their place
        <fieldset key={index} className={styles.part}>
          {parts.length > 1 ? <legend>{index === 0 ? words.partOne : words.partTwo}</legend> : null}
          <Fields values={values} index={index} />
        </fieldset>
      ))}
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="small">
          {save}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function Fields({ values, index }: { values: WrittenValues; index: number }) {
  const { words } = useReviewDesk();
  const id = useId();
  const frame = (name: (typeof names)[number]) => ({
    name: `${name}-${index}`,
    id: `${id}-${name}`,
    defaultValue: values[name],
  });
  return (
    <>
      <TextArea {...frame("lead")} label={words.lead} hint={words.leadHint} rows={2} />
      <TextArea {...frame("ask")} label={words.ask} rows={3} required />
      <div className={styles.pair}>
        <TextField {...frame("verb")} label={words.verb} required />
        <SelectField {...frame("deliverable")} label={words.deliverable} options={words.deliverables} />
      </div>
      <TextField {...frame("deadline")} label={words.deadline} hint={words.deadlineHint} />
      <TextArea {...frame("with")} label={words.with} hint={words.withHint} rows={2} />
      <TextField {...frame("agendaTitle")} label={words.agendaTitle} />
    </>
  );
}
