"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "@/app/_ui/form/button";
import { SelectField, TextField } from "@/app/_ui/form/field";
import styles from "../review.module.css";
import { useReviewDesk } from "./review-desk";

/** Why nothing follows: a kind of reason, and words where they help. Enter sends, Escape goes back. */
export function ReasonForm({
  suggested,
  submit,
  onSave,
  onCancel,
}: {
  suggested: string;
  submit: string;
  onSave: (reason: { reasonCode: string; reason: string }) => void;
  onCancel: () => void;
}) {
  const { words } = useReviewDesk();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => form.current?.querySelector("select")?.focus(), []);
  return (
    <form
      ref={form}
      className={styles.inlineForm}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        onSave({ reasonCode: String(given.get("reasonCode")), reason: String(given.get("reason")) });
      }}
    >
      <SelectField
        name="reasonCode"
        id={`${id}-code`}
        label={words.reasonCode}
        options={words.reasons}
        defaultValue={suggested}
      />
      <TextField name="reason" id={`${id}-reason`} label={words.why} hint={words.whyHint} />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" size="small">
          {submit}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
