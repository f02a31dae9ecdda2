"use client";

import { useEffect, useState } from "react";
import styles from "./shell.module.css";

/**
 * Says that there is no connection, and keeps what was typed: while it lasts no form is sent and no link is followed, so
 * that nothing on the page is lost. It goes by itself when the connection is back.
 */
export function Offline({ words }: { words: { title: string; kept: string; back: string } }) {
  const [state, setState] = useState<"on" | "off" | "tried" | "back">("on");
  useEffect(() => {
    const off = () => setState("off");
    const on = () => {
      setState((now) => (now === "on" ? "on" : "back"));
      setTimeout(() => setState((now) => (now === "back" ? "on" : now)), 6_000);
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
    window.addEventListener("submit", hold, true);
    window.addEventListener("click", hold, true);
    return () => {
      window.removeEventListener("offline", off);
      window.removeEventListener("online", on);
      window.removeEventListener("submit", hold, true);
      window.removeEventListener("click", hold, true);
    };
  }, []);
  return (
    <div role="status" className={styles.offline} data-state={state} hidden={state === "on"}>
      {state === "off" ? words.title : state === "tried" ? words.kept : state === "back" ? words.back : null}
    </div>
  );
}
