"use client";

import { Search } from "lucide-react";
import type { Route } from "next";
import { lazy, Suspense, useEffect, useState } from "react";
import styles from "./command.module.css";

export type CommandPlace = { href: Route; label: string };
export type CommandWords = Readonly<
  Record<
    "open" | "title" | "placeholder" | "none" | "places" | "symbol" | "search" | "results" | "close" | "busy",
    string
  >
>;

// The palette itself is fetched on first use: most pages are read without it. React's own `lazy`: `next/dynamic` brings
// more script than it saves here.
const CommandPalette = lazy(() =>
  import("./command-palette").then((module) => ({ default: module.CommandPalette })),
);

/** The search field of the top line. It is a link to the task search until the palette is there, a button after. */
export function CommandButton({ words, places }: { words: CommandWords; places: readonly CommandPlace[] }) {
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
        <Search aria-hidden />
        <span>{words.open}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {isOpen ? (
        <Suspense>
          <CommandPalette words={words} places={places} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
