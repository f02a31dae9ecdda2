"use client";

import { type FormEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Result } from "@/lib/core/result";
import { Button } from "../form/button";
import { orLost } from "../form/or-lost";
import { MoveFields } from "./move-fields";
import styles from "./status.module.css";
import {
  fieldsOf,
  type Move,
  type MoveInput,
  type MovesOfTask,
  type Shown,
  type StatusWords,
} from "./status-moves";

type Props = {
  number: number;
  anchor: HTMLElement;
  load: (number: number) => Promise<Result<MovesOfTask>>;
  words: StatusWords;
  note?: string | undefined;
  /** The status that is asked for: a single move to it is taken up at once, and its absence is said. */
  wanted?: string | undefined;
  onChoose: (input: MoveInput, becomes: Shown) => void;
  onClose: () => void;
};

/** Only the moves that this person may make; one that cannot be made now says why. Digits or arrows choose. */
export function StatusMenu({ number, anchor, load, words, note, wanted, onChoose, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [loaded, setLoaded] = useState<Result<MovesOfTask> | null>(null);
  const [chosen, setChosen] = useState<Move | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void orLost(load(number), null).then((result) => {
      if (!isCurrent) return;
      if (result) setLoaded(result);
      else onClose();
    });
    return () => {
      isCurrent = false;
    };
  }, [load, number, onClose]);
  useLayoutEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  // Placed again when its height changes, so that it never hangs out of the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded and chosen changes the height
  useLayoutEffect(() => {
    if (dialog.current) place(dialog.current, anchor);
  }, [anchor, loaded, chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows what has just appeared
  useEffect(() => {
    dialog.current
      ?.querySelector<HTMLElement>("input, textarea, [data-move]:not([aria-disabled=true])")
      ?.focus();
  }, [loaded, chosen?.name]);

  const moves = loaded?.ok ? loaded.value.moves : [];
  const version = loaded?.ok ? loaded.value.version : 0;
  const make = (move: Move, fields: Readonly<Record<string, string>> = {}) =>
    onChoose(
      { number, expectedVersion: version, transition: move.name, fields },
      { status: move.to, statusLabel: move.toLabel },
    );
  const pick = (move: Move | undefined) => {
    if (!move || move.problem) return;
    if (fieldsOf(move.needs).length === 0) make(move);
    else setChosen(move);
  };
  const fitting = moves.filter((move) => move.to === wanted && move.problem === null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moves have come is the event
  useEffect(() => {
    if (fitting.length === 1) pick(fitting[0]);
  }, [loaded]);
  const onKey = (event: KeyboardEvent) => {
    if (chosen) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      moveFocus(dialog.current, step);
    } else if (/^[1-9]$/u.test(event.key)) pick(moves[Number(event.key) - 1]);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!chosen) return;
    make(
      chosen,
      Object.fromEntries(
        [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
      ),
    );
  };
  return (
    <dialog
      ref={dialog}
      className={styles.menu}
      aria-label={words.title}
      onClose={onClose}
      onKeyDown={onKey}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <p className={styles.menuTitle}>{words.title}</p>
      {note ? <p className={styles.problem}>{note}</p> : null}
      {loaded === null ? <p className={styles.menuTitle}>{words.loading}</p> : null}
      {loaded && !loaded.ok ? <p className={styles.menuTitle}>{loaded.error.message}</p> : null}
      {loaded?.ok && wanted !== undefined && fitting.length === 0 && moves.length > 0 ? (
        <p className={styles.problem}>{words.notThere}</p>
      ) : null}
      {loaded?.ok && moves.length === 0 ? <p className={styles.menuTitle}>{words.none}</p> : null}
      <div className={styles.moves}>
        {moves.map((move, index) => (
          <div key={move.name}>
            <button
              type="button"
              data-move
              className={styles.move}
              aria-disabled={move.problem !== null}
              aria-expanded={fieldsOf(move.needs).length > 0 ? chosen?.name === move.name : undefined}
              onClick={() => pick(move)}
            >
              <span>{move.label}</span>
              <kbd>{index + 1}</kbd>
              {move.problem ? <span className={styles.problem}>{move.problem}</span> : null}
            </button>
            {chosen?.name === move.name ? (
              <form className={styles.fields} onSubmit={submit}>
                <MoveFields move={move} words={words} />
                <Button type="submit" kind="primary">
                  {words.apply}
                </Button>
              </form>
            ) : null}
          </div>
        ))}
      </div>
    </dialog>
  );
}

function moveFocus(menu: HTMLElement | null, step: number): void {
  const buttons = [...(menu?.querySelectorAll<HTMLElement>("[data-move]") ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

/** Below its button if there is room, else above; at the button's own edge, and inside of the window. */
function place(menu: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + 4 + height < window.innerHeight;
  const left = document.dir === "rtl" ? at.right - width : at.left;
  menu.style.top = `${Math.max(8, below ? at.bottom + 4 : Math.min(at.top - height - 4, window.innerHeight - height - 8))}px`;
  menu.style.left = `${Math.min(Math.max(8, left), window.innerWidth - width - 8)}px`;
}
