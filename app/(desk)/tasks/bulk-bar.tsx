"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { Button } from "@/app/_ui/form/button";
import { SelectField, TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { announce } from "@/app/_ui/toast/announce";
import { moveSelected } from "./actions";
import styles from "./tasks.module.css";

type Words = Readonly<Record<"bar" | "move" | "document" | "reason" | "apply" | "selected", string>> & {
  moves: readonly { value: string; label: string }[];
};

/**
 * Rises from the foot of the page while rows are ticked. The check boxes belong to this form, so it works without
 * script as well. Refused rows are named with the reason and stay ticked.
 */
export function BulkBar({ words }: { words: Words }) {
  const [result, send, isBusy] = useActionState(moveSelected, null);
  const bar = useRef<HTMLFormElement>(null);
  const [count, setCount] = useState(0);
  useEffect(() => {
    const recount = () => setCount(document.querySelectorAll('input[form="bulk"]:checked').length);
    document.addEventListener("change", recount);
    recount();
    return () => document.removeEventListener("change", recount);
  }, []);
  useEffect(() => {
    if (!result) return;
    announce(result.ok ? { text: result.value.message } : { text: result.error.message, tone: "alert" });
    if (!result.ok || result.value.refusals.length > 0) return;
    for (const box of document.querySelectorAll<HTMLInputElement>('input[form="bulk"]:checked'))
      box.checked = false;
    setCount(0);
  }, [result]);
  return (
    <form
      ref={bar}
      id="bulk"
      action={send}
      className={styles.bulk}
      data-shown={count > 0}
      aria-label={words.bar}
      aria-busy={isBusy}
    >
      <strong className="num">{words.selected.replace("{n}", String(count))}</strong>
      <div className={form.row}>
        <SelectField name="transition" label={words.move} options={words.moves} required />
        <TextField name="document" label={words.document} />
        <TextField name="reason" label={words.reason} />
        <Button type="submit" kind="primary">
          {words.apply}
        </Button>
      </div>
      {result?.ok && result.value.refusals.length > 0 ? (
        <ul className={styles.refusals}>
          {result.value.refusals.map((refusal) => (
            <li key={refusal}>{refusal}</li>
          ))}
        </ul>
      ) : null}
    </form>
  );
}
