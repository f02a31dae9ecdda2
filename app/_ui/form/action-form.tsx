"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { z } from "zod/mini";
import type { Result } from "@/lib/core/result";
import { announce } from "../toast/announce";
import styles from "./form.module.css";

export type FormState = Result<{ readonly message?: string }> | null;
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * A form over a server action. Without script it posts and the page says what happened; with script the refusal
 * stands above the fields, focus goes to it, and success is announced. What was typed is kept on a refusal.
 */
export function ActionForm({
  action,
  children,
  className,
}: {
  action: FormAction;
  children: ReactNode;
  className?: string | undefined;
}) {
  const [state, send, isBusy] = useActionState(action, null);
  const problem = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const mayReset = useRef(false);
  useEffect(() => {
    if (!state) return;
    if (!state.ok) {
      problem.current?.focus();
      return;
    }
    if (state.value.message) announce({ text: state.value.message });
    mayReset.current = true;
    form.current?.reset();
    mayReset.current = false;
    form.current?.closest("details")?.removeAttribute("open");
  }, [state]);
  return (
    <form
      ref={form}
      action={send}
      className={className ?? styles.form}
      aria-busy={isBusy}
      // React empties a form after its action; a refusal must not cost what was typed.
      onReset={(event) => {
        if (!mayReset.current) event.preventDefault();
      }}
    >
      {state && !state.ok ? (
        <div ref={problem} tabIndex={-1} className={styles.note} data-tone="alert" role="alert">
          {state.error.message}
          <Meanwhile current={state.error.current} />
          {state.error.fields ? (
            <ul>
              {Object.entries(state.error.fields).map(([field, message]) => (
                <li key={field}>{message}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
      {children}
    </form>
  );
}

const conflictSchema = z.object({ version: z.number(), since: z.array(z.string()) });

/**
 * After a conflict: what others changed meanwhile, and the version at which it was shown. The same button pressed again
 * sets this person's change on top of what was shown, and of nothing that was not.
 */
function Meanwhile({ current }: { current: unknown }) {
  const conflict = conflictSchema.safeParse(current);
  if (!conflict.success) return null;
  return (
    <>
      {conflict.data.since.length > 1 ? (
        <ul>
          {conflict.data.since.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <input type="hidden" name="seenVersion" value={conflict.data.version} />
    </>
  );
}
