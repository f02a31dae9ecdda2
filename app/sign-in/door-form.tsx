"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import form from "@/app/_ui/form/form.module.css";
import { Submit } from "@/app/_ui/form/submit";
import type { SignInState } from "./actions";

/** A form before the sign-in: works without script; what was refused, or done, stands above it and gets the focus. */
export function DoorForm({
  action,
  submit,
  children,
}: {
  action: (previous: SignInState, form: FormData) => Promise<SignInState>;
  submit: string;
  children: ReactNode;
}) {
  const [state, send] = useActionState(action, null);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) note.current?.focus();
  }, [state]);
  const isDone = state?.ok === true;
  return (
    <form
      action={send}
      className={form.form}
      // React empties a form after its action; a refusal must not cost what was typed.
      onReset={(event) => event.preventDefault()}
    >
      {state ? (
        <div
          ref={note}
          tabIndex={-1}
          className={form.note}
          data-tone={isDone ? "good" : "alert"}
          role={isDone ? "status" : "alert"}
        >
          {state.ok ? state.value.message : state.error.message}
        </div>
      ) : null}
      {children}
      <Submit>{submit}</Submit>
    </form>
  );
}
