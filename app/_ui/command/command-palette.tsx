"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import styles from "./command.module.css";
import type { CommandAction, CommandPlace, CommandWords } from "./command-button";
import { type CommandHit, readsAsSymbol } from "./command-hits";

type Option = {
  label: string;
  detail?: string;
  group: string;
  href?: string;
  act?: "status" | "print" | "keys";
};

/** A combobox over places, actions, symbols and whatever the server finds. Arrows move, Enter goes, Escape closes. */
export function CommandPalette({
  words,
  places,
  actions,
  onClose,
}: {
  words: CommandWords;
  places: readonly CommandPlace[];
  actions: readonly CommandAction[];
  onClose: () => void;
}) {
  const router = useRouter();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { hits, isBusy } = useHits(text);
  useEffect(() => dialog.current?.showModal(), []);

  const options = useMemo(
    () => optionsFor(text, places, actions, hits, words),
    [text, places, actions, hits, words],
  );
  const current = Math.min(active, Math.max(options.length - 1, 0));
  const go = (option: Option | undefined) => {
    if (!option) return;
    // Closed by hand first: what follows may open a dialog of its own, or needs the focus where it was.
    dialog.current?.close();
    onClose();
    if (option.act) setTimeout(acts[option.act]);
    else router.push(option.href as Route);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setActive((current + step + options.length) % Math.max(options.length, 1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      go(options[current]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={words.title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={() => undefined}
    >
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={options[current] ? `${listId}-${current}` : undefined}
        aria-label={words.title}
        placeholder={words.placeholder}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened in order to type
        autoFocus
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div id={listId} role="listbox" aria-label={words.results} className={styles.list}>
        {options.map((option, index) => (
          <div key={`${option.group} ${option.href ?? option.act}`}>
            {options[index - 1]?.group === option.group ? null : (
              <div className={styles.group}>{option.group}</div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled on the combobox that owns this list */}
            <div
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              className={styles.option}
              onPointerMove={() => setActive(index)}
              onClick={() => go(option)}
            >
              <span>{option.label}</span>
              {option.detail ? <small>{option.detail}</small> : null}
            </div>
          </div>
        ))}
        {options.length === 0 ? <p className={styles.none}>{isBusy ? words.busy : words.none}</p> : null}
      </div>
    </dialog>
  );
}

/** Acts on this page are the page's own keys and buttons, so that there is one way of doing each. */
const acts = {
  status: () =>
    (
      document.activeElement?.closest("[data-row]") ??
      document.querySelector("[data-status-here]") ??
      document.querySelector("[data-row]")
    )
      ?.querySelector<HTMLElement>("[data-status-button]")
      ?.click(),
  print: () => window.print(),
  keys: () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true })),
} as const;

function optionsFor(
  text: string,
  places: readonly CommandPlace[],
  actions: readonly CommandAction[],
  hits: readonly CommandHit[],
  words: CommandWords,
): Option[] {
  const wanted = text.trim().toLowerCase();
  const here = places
    .filter((place) => place.label.toLowerCase().includes(wanted))
    .map((place) => ({ ...place, group: words.places }));
  const todo = actions
    .filter((action) => action.label.toLowerCase().includes(wanted))
    .map((action) => ({ ...action, group: words.actions }));
  if (!wanted) return [...here, ...todo];
  const symbol = readsAsSymbol(wanted);
  return [
    ...(symbol ? [{ ...symbol, group: words.symbol }] : []),
    ...here.slice(0, 4),
    ...todo.slice(0, 4),
    ...hits.filter((hit) => hit.href !== symbol?.href).map((hit) => ({ ...hit, group: words.results })),
    { href: `/find?q=${encodeURIComponent(text.trim())}`, label: `“${text.trim()}”`, group: words.search },
  ];
}

/** What the server finds for a text, asked for after a short pause in typing. */
function useHits(text: string): { hits: readonly CommandHit[]; isBusy: boolean } {
  const [found, setFound] = useState<{ text: string; hits: readonly CommandHit[] }>({ text: "", hits: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/find/hits?q=${encodeURIComponent(wanted)}`, { signal: stop.signal })
        .then((answer) => (answer.ok ? (answer.json() as Promise<CommandHit[]>) : []))
        .then((hits) => setFound({ text: wanted, hits }))
        .catch(() => undefined);
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return wanted.length < 2
    ? { hits: [], isBusy: false }
    : { hits: found.hits, isBusy: found.text !== wanted };
}
