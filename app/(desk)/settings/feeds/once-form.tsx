"use client";

import { type ReactNode, useId } from "react";
import form from "@/app/_ui/form/form.module.css";
import { useFormAction } from "@/app/_ui/form/use-form-action";
import type { Result } from "@/lib/core/result";

export type OnceState = Result<{ readonly shown: string }> | null;

/** A form whose answer is a secret that is shown once, ready to be copied. */
export function OnceForm({
  action,
  note,
  label,
  children,
}: {
  action: (previous: OnceState, data: FormData) => Promise<OnceState>;
  note: string;
  label: string;
  children: ReactNode;
}) {
  const [state, send, isBusy] = useFormAction(action);
  const id = useId();
  return (
    <form action={send} className={form.form} aria-busy={isBusy}>
      {state && !state.ok ? (
        <div className={form.note} data-tone="alert" role="alert">
          {state.error.message}
        </div>
      ) : null}
      {state?.ok ? (
        <div className={form.note} data-tone="good" role="status">
          <p>{note}</p>
          <label className={form.label} htmlFor={id}>
            {label}
          </label>
          <input
            id={id}
            className={form.input}
            readOnly
            dir="ltr"
            value={state.value.shown}
            onFocus={(event) => event.target.select()}
          />
        </div>
      ) : null}
      {children}
    </form>
  );
}
