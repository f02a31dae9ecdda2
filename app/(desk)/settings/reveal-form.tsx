"use client";

import { type ReactNode, useEffect, useRef } from "react";
import form from "@/app/_ui/form/form.module.css";
import { Submit } from "@/app/_ui/form/submit";
import { useFormAction } from "@/app/_ui/form/use-form-action";
import { useKeptForm } from "@/app/_ui/form/use-kept-form";
import type { Result } from "@/lib/core/result";
import styles from "./settings.module.css";

/** What an action shows once: a sentence, and secrets that stand nowhere else. */
export type Revealed = { readonly message: string; readonly secrets: readonly string[] };
export type RevealState = Result<Revealed> | null;

/** A form whose success shows something once: a token, a link, recovery codes. The focus goes to what came. */
export function RevealForm({
  action,
  submit,
  kind = "primary",
  children,
}: {
  action: (previous: RevealState, form: FormData) => Promise<RevealState>;
  submit: string;
  kind?: "primary" | "plain";
  children?: ReactNode;
}) {
  const [state, send] = useFormAction(action);
  const note = useRef<HTMLDivElement>(null);
  const { kept } = useKeptForm(state);
  useEffect(() => {
    if (state) note.current?.focus();
  }, [state]);
  return (
    <form {...kept} action={send} className={form.form}>
      {state?.ok ? (
        <div ref={note} tabIndex={-1} className={form.note} data-tone="good" role="status">
          <p>{state.value.message}</p>
          {state.value.secrets.length === 1 ? (
            <p className={styles.secret}>{state.value.secrets[0]}</p>
          ) : (
            <ul className={styles.codes}>
              {state.value.secrets.map((secret) => (
                <li key={secret}>{secret}</li>
              ))}
            </ul>
          )}
        </div>
      ) : null}
      {state && !state.ok ? (
        <div ref={note} tabIndex={-1} className={form.note} data-tone="alert" role="alert">
          {state.error.message}
          <ul>
            {Object.entries(state.error.fields ?? {})
              .filter(([, message]) => message !== state.error.message)
              .map(([field, message]) => (
                <li key={field}>{message}</li>
              ))}
          </ul>
        </div>
      ) : null}
      {children}
      <div>
        <Submit kind={kind}>{submit}</Submit>
      </div>
    </form>
  );
}
