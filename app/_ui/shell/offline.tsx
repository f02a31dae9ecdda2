"use client";

import { useEffect, useState } from "react";
import { lostEvent } from "../form/or-lost";
import styles from "./shell.module.css";

/**
 * Says that there is no connection, and keeps what was typed: while it lasts no form is sent and no link is followed, so
 * that nothing on the page is lost. It goes by itself when the connection is back. Where the browser has a connection but
 * the server did not answer, it says that for a while.
 */
export function Offline({
  words,
}: {
  words: { title: string; kept: string; back: string; unreachable: string };
}) {
  const [state, setState] = useState<"on" | "off" | "tried" | "back" | "lost">("on");
  useEffect(() => {
    const off = () => setState("off");
    const on = () => {
      setState((now) => (now === "on" ? "on" : "back"));
      setTimeout(() => setState((now) => (now === "back" ? "on" : now)), 6_000);
    };
    let forgetting: ReturnType<typeof setTimeout> | undefined;
    const lost = () => {
      if (!navigator.onLine) return setState("tried");
      setState("lost");
      clearTimeout(forgetting);
      forgetting = setTimeout(() => setState((now) => (now === "lost" ? "on" : now)), 12_000);
    };
    const hold = (event: Event) => {
      if (navigator.onLine) return;
      const link =
        event.type === "click" && event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (event.type === "click" && (!link || link.getAttribute("href")?.startsWith("#"))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setState("tried");
    };
    if (!navigator.onLine) off();
    window.addEventListener("offline", off);
    window.addEventListener("online", on);
    window.addEventListener(lostEvent, lost);
    window.addEventListener("submit", hold, true);
    window.addEventListener("click", hold, true);
    return () => {
      window.removeEventListener("offline", off);
      window.removeEventListener("online", on);
      window.removeEventListener(lostEvent, lost);
      clearTimeout(forgetting);
      window.removeEventListener("submit", hold, true);
      window.removeEventListener("click", hold, true);
    };
  }, []);
  return (
    <div role="status" className={styles.offline} data-state={state} hidden={state === "on"}>
      {state === "on" ? null : words[said[state]]}
    </div>
  );
}

const said = { off: "title", tried: "kept", back: "back", lost: "unreachable" } as const;
