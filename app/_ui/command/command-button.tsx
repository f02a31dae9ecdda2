"use client";

import type { Route } from "next";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import styles from "./command.module.css";

export type CommandPlace = { href: Route; label: string };
/** Something to do: a link to where it begins, or an act on this page. */
export type CommandAction = CommandPlace | { act: "status" | "print" | "keys"; label: string };
export type CommandWords = Readonly<
  Record<
    | "actions"
    | "open"
    | "title"
    | "placeholder"
    | "none"
    | "places"
    | "symbol"
    | "search"
    | "results"
    | "close"
    | "busy",
    string
  >
>;

// The palette itself is fetched on first use: most pages are read without it. React's own `lazy`: `next/dynamic` brings
// more script than it saves here.
const CommandPalette = lazy(() =>
  import("./command-palette").then((module) => ({ default: module.CommandPalette })),
);

/** The search field of the top line. It is a link to the task search until the palette is there, a button after. */
export function CommandButton({
  words,
  places,
  actions,
  icon,
}: {
  words: CommandWords;
  places: readonly CommandPlace[];
  actions: readonly CommandAction[];
  /** Drawn on the server: icons of the frame cost the page no script. */
  icon: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen((open) => !open);
      }
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <button type="button" className={styles.button} onClick={() => setOpen(true)} aria-haspopup="dialog">
        {icon}
        <span>{words.open}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {isOpen ? (
        <Suspense>
          <CommandPalette words={words} places={places} actions={actions} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
