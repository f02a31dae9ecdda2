import { useEffect, useRef } from "react";
import type { Result } from "@/lib/core/result";

/**
 * For a form over a server action. React empties a form after its action whatever came of it; a refusal must not cost
 * what was typed, so that the form is emptied on success alone. `kept` goes on the form element.
 */
export function useKeptForm(state: Result<unknown> | null) {
  const form = useRef<HTMLFormElement>(null);
  const mayReset = useRef(false);
  useEffect(() => {
    if (!state?.ok) return;
    mayReset.current = true;
    form.current?.reset();
    mayReset.current = false;
  }, [state]);
  const onReset = (event: { preventDefault: () => void }): void => {
    if (!mayReset.current) event.preventDefault();
  };
  return { form, kept: { ref: form, onReset } };
}
