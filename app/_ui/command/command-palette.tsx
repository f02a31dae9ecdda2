"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import styles from "./command.module.css";
import type { CommandPlace, CommandWords } from "./command-button";
import { type CommandHit, readsAsSymbol } from "./command-hits";

type Option = CommandHit & { group: string };

/** A combobox over places, symbols and whatever the server finds. Arrows move, Enter goes, Escape closes. */
export function CommandPalette({
  words,
  places,
  onClose,
}: {
  words: CommandWords;
  places: readonly CommandPlace[];
  onClose: () => void;
}) {
  const router = useRouter();
  const listId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const { hits, isBusy } = useHits(text);
  useEffect(() => dialog.current?.showModal(), []);

  const options = useMemo(() => optionsFor(text, places, hits, words), [text, places, hits, words]);
  const current = Math.min(active, Math.max(options.length - 1, 0));
  const go = (option: Option | undefined) => {
    if (!option) return;
    onClose();
    router.push(option.href as Route);
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
          <div key={`${option.group} ${option.href}`}>
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

function optionsFor(
  text: string,
  places: readonly CommandPlace[],
  hits: readonly CommandHit[],
  words: CommandWords,
): Option[] {
  const wanted = text.trim().toLowerCase();
  const here = places
    .filter((place) => place.label.toLowerCase().includes(wanted))
    .map((place) => ({ ...place, group: words.places }));
  if (!wanted) return here;
  const symbol = readsAsSymbol(wanted);
  return [
    ...(symbol
      ? [{ href: `/resolutions/${symbol}`, label: text.trim().toUpperCase(), group: words.symbol }]
      : []),
    ...here.slice(0, 4),
    ...hits.map((hit) => ({ ...hit, group: words.results })),
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
