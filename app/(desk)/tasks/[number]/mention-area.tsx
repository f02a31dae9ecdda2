"use client";

import { type ComponentProps, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { TextArea } from "@/app/_ui/form/field";
import styles from "./task.module.css";
import { people } from "./task-actions";

type Found = { readonly id: string; readonly name: string; readonly title: string };
/** The "@" that is being written, and what follows it up to the caret. */
type Typing = { readonly from: number; readonly text: string };

/**
 * A text field in which "@" offers people: arrows choose, Enter or Tab takes, Escape goes on writing. Without script
 * the whole name after "@" does the same.
 */
export function MentionArea({
  peopleLabel,
  ...field
}: ComponentProps<typeof TextArea> & { peopleLabel: string }) {
  const frame = useRef<HTMLDivElement>(null);
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
  const area = () => frame.current?.querySelector("textarea") ?? null;
  const take = (person: Found | undefined) => {
    const box = area();
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
  const isOpen = typing !== null && found.length > 0;
  return (
    <div ref={frame} className={styles.mention}>
      <TextArea
        {...field}
        onInput={(event) => setTyping(typingIn(event.currentTarget))}
        onKeyDown={onKeyDown}
        onBlur={() => setTimeout(() => setTyping(null), 150)}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${at}` : undefined}
      />
      {isOpen ? (
        <div id={list} role="listbox" aria-label={peopleLabel} className={styles.people}>
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
      ) : null}
    </div>
  );
}

function typingIn(box: HTMLTextAreaElement): Typing | null {
  const before = box.value.slice(0, box.selectionStart);
  const found = /(?:^|[\s(])@(?<text>[\p{L}\p{M}' -]{0,40})$/u.exec(before);
  const text = found?.groups?.text;
  return text === undefined ? null : { from: before.length - text.length - 1, text: text.trimEnd() };
}
