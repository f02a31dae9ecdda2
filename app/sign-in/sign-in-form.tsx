"use client";

import { useActionState, useEffect, useRef } from "react";
import { TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { Submit } from "@/app/_ui/form/submit";
import { signIn } from "./actions";

/** E-mail and password. Works without script; password managers find their fields by name and autocomplete. */
export function SignInForm({
  next,
  words,
}: {
  next: string;
  words: { email: string; password: string; submit: string };
}) {
  const [refusal, send] = useActionState(signIn, null);
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), [refusal]);
  return (
    <form action={send} className={form.form}>
      {refusal && !refusal.ok ? (
        <div ref={note} tabIndex={-1} className={form.note} data-tone="alert" role="alert">
          {refusal.error.message}
        </div>
      ) : null}
      <input type="hidden" name="next" value={next} />
      <TextField name="email" type="email" label={words.email} autoComplete="username" required />
      <TextField
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        required
      />
      <Submit>{words.submit}</Submit>
    </form>
  );
}
