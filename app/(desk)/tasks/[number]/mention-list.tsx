"use client";

import { type RefObject, useEffect, useId, useRef, useState } from "react";
import styles from "./task.module.css";
import { people } from "./task-actions";

type Found = { readonly id: string; readonly name: string; readonly title: string };
/** The "@" that is being written, and what follows it up to the caret. */
type Typing = { readonly from: number; readonly text: string };

/**
 * The people whom "@" offers while it is written in the text field of the frame: arrows choose, Enter or Tab takes,
 * Escape goes on writing.
 */
export function MentionList({ frame, label }: { frame: RefObject<HTMLDivElement | null>; label: string }) {
  const list = useId();
  const [typing, setTyping] = useState<Typing | null>(null);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [at, setAt] = useState(0);
  const text = typing?.text ?? null;
  useEffect(() => {
    if (text === null) return setFound([]);
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const result = await people(text);
      if (!isCurrent) return;
      setFound(result.ok ? result.value : []);
      setAt(0);
    }, 120);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text]);
  const take = (person: Found | undefined) => {
    const box = frame.current?.querySelector("textarea");
    if (!box || !typing || !person) return;
    box.setRangeText(`@${person.name} `, typing.from, box.selectionStart, "end");
    setTyping(null);
    box.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (found.length === 0) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setAt((now) => (now + step + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") take(found[at]);
    else if (event.key === "Escape") setTyping(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  // The listeners of one moment; the field itself is drawn by the page and outlives them.
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;
  useEffect(() => {
    const box = frame.current?.querySelector("textarea");
    if (!box) return;
    const read = () => setTyping(typingIn(box));
    const press = (event: KeyboardEvent) => latest.current(event);
    const leave = () => setTimeout(() => setTyping(null), 150);
    box.addEventListener("input", read);
    box.addEventListener("keydown", press);
    box.addEventListener("blur", leave);
    // What was typed while this was fetched counts too.
    read();
    return () => {
      box.removeEventListener("input", read);
      box.removeEventListener("keydown", press);
      box.removeEventListener("blur", leave);
    };
  }, [frame]);
  const isOpen = typing !== null && found.length > 0;
  useEffect(() => {
    const box = frame.current?.querySelector("textarea");
    if (!isOpen || !box) return;
    box.setAttribute("aria-controls", list);
    box.setAttribute("aria-activedescendant", `${list}-${at}`);
    return () => {
      box.removeAttribute("aria-controls");
      box.removeAttribute("aria-activedescendant");
    };
  }, [frame, isOpen, list, at]);
  if (!isOpen) return null;
  return (
    <div id={list} role="listbox" aria-label={label} className={styles.people}>
      {found.map((person, index) => (
        <div
          key={person.id}
          id={`${list}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.person}
          onPointerDown={(event) => {
            event.preventDefault();
            take(person);
          }}
        >
          {person.name} <span className={styles.quiet}>{person.title}</span>
        </div>
      ))}
    </div>
  );
}

function typingIn(box: HTMLTextAreaElement): Typing | null {
  const before = box.value.slice(0, box.selectionStart);
  const found = /(?:^|[\s(])@(?<text>[\p{L}\p{M}' -]{0,40})$/u.exec(before);
  const text = found?.groups?.text;
  return text === undefined ? null : { from: before.length - text.length - 1, text: text.trimEnd() };
}
