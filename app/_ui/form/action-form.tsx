"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Result } from "@/lib/core/result";
import { announce } from "../toast/announce";
import styles from "./form.module.css";
import { useFormAction } from "./use-form-action";
import { useKeptForm } from "./use-kept-form";

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
  const [state, send, isBusy] = useFormAction(action);
  const problem = useRef<HTMLDivElement>(null);
  const { form, kept } = useKeptForm(state);
  useEffect(() => {
    if (!state) return;
    if (!state.ok) {
      problem.current?.focus();
      return;
    }
    if (state.value.message) announce({ text: state.value.message });
    form.current?.closest("details")?.removeAttribute("open");
  }, [state, form]);
  // Where one field is at fault its sentence is the whole message, and is said once.
  const more =
    state && !state.ok
      ? Object.entries(state.error.fields ?? {}).filter(([, said]) => said !== state.error.message)
      : [];
  return (
    <form {...kept} action={send} className={className ?? styles.form} aria-busy={isBusy}>
      {state && !state.ok ? (
        <div ref={problem} tabIndex={-1} className={styles.note} data-tone="alert" role="alert">
          {state.error.message}
          <Meanwhile current={state.error.current} />
          {more.length > 0 ? (
            <ul>
              {more.map(([field, message]) => (
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

/** Read by hand: a schema library here cost every page with a form 15 KB of script. */
function readConflict(current: unknown): { version: number; since: readonly string[] } | null {
  if (typeof current !== "object" || current === null) return null;
  if (!("version" in current) || !("since" in current)) return null;
  const { version, since } = current;
  if (typeof version !== "number" || !Array.isArray(since)) return null;
  return { version, since: since.filter((sentence): sentence is string => typeof sentence === "string") };
}

/**
 * After a conflict: what others changed meanwhile, and the version at which it was shown. The same button pressed again
 * sets this person's change on top of what was shown, and of nothing that was not.
 */
function Meanwhile({ current }: { current: unknown }) {
  const conflict = readConflict(current);
  if (!conflict) return null;
  return (
    <>
      {conflict.since.length > 1 ? (
        <ul>
          {conflict.since.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      <input type="hidden" name="seenVersion" value={conflict.version} />
    </>
  );
}
