import { useActionState, useEffect, useState } from "react";
import { orLost } from "./or-lost";

/**
 * `useActionState` for a server action, where a lost connection leaves the form as it was instead of taking the page away.
 * Until scripts run the action stands as it is, so that the form posts without them.
 */
export function useFormAction<S>(
  action: (previous: S | null, form: FormData) => Promise<S | null>,
): [state: S | null, send: (form: FormData) => void, isBusy: boolean] {
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return useActionState<S | null, FormData>(
    isLive ? (previous, form) => orLost(action(previous, form), previous) : action,
    null as Awaited<S> | null,
  );
}
