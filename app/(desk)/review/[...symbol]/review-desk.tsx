"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef } from "react";
import { orLost } from "@/app/_ui/form/or-lost";
import { onKeys } from "@/app/_ui/keys/keys";
import { scrollBehavior } from "@/app/_ui/motion";
import { announce } from "@/app/_ui/toast/announce";
import type { Result } from "@/lib/core/result";
import type { Decided } from "@/lib/services/types";
import type { ReviewWords } from "../review-words";
import { type At, addFromSelection, type Decision, decide, undoLast, type WrittenValues } from "./actions";

export type Place = { readonly paragraphId: string; readonly from: number; readonly to: number };
type Desk = {
  readonly words: ReviewWords;
  readonly resolutionId: string;
  /** Makes a decision after those already under way; true where it was taken. */
  readonly decide: (decision: Decision, said: string) => Promise<boolean>;
  readonly add: (place: Place, values: WrittenValues, said: string) => Promise<boolean>;
  readonly undo: () => void;
};

const DeskContext = createContext<Desk | null>(null);

/** The desk of the review that is open. */
export function useReviewDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A proposal stands outside of the review desk.");
  return desk;
}

/** Which button of the focused card each key presses. The keys are the buttons: nothing happens that cannot be clicked. */
const actsByKey: Readonly<Record<string, string>> = {
  a: "accept",
  e: "edit",
  r: "reject",
  m: "merge",
  "/": "split",
};

/**
 * Sends decisions one after the other, each with the version that the one before it gave, so that keys can be pressed
 * faster than the server answers. What the server then says replaces what was shown.
 */
export function ReviewDesk({
  resolutionId,
  symbol,
  version,
  words,
  children,
}: {
  resolutionId: string;
  symbol: string;
  version: number;
  words: ReviewWords;
  children: ReactNode;
}) {
  const router = useRouter();
  const latest = useRef(version);
  latest.current = Math.max(latest.current, version);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);

  const send = useCallback(
    (attempt: (at: At) => Promise<Result<Decided>>, said: string, undo?: () => void): Promise<boolean> => {
      waiting.current += 1;
      const turn = line.current.then(async () => {
        const result = await orLost(attempt({ resolutionId, expectedVersion: latest.current }), null);
        waiting.current -= 1;
        if (result === null) return false;
        if (result.ok) latest.current = result.value.version;
        announce(
          result.ok
            ? { text: said, ...(undo ? { undo } : {}) }
            : { text: result.error.message, tone: "alert" },
        );
        if (waiting.current === 0) router.refresh();
        return result.ok;
      });
      line.current = turn;
      return turn;
    },
    [resolutionId, router],
  );
  const undo = useCallback(
    () => void send((at) => undoLast(at, symbol), words.undone),
    [send, symbol, words.undone],
  );
  const desk = useMemo<Desk>(
    () => ({
      words,
      resolutionId,
      decide: (decision, said) => send((at) => decide(at, decision), said, undo),
      add: (place, values, said) =>
        send((at) => addFromSelection(at, { symbol, ...place }, values), said, undo),
      undo,
    }),
    [words, resolutionId, send, symbol, undo],
  );

  useEffect(
    () =>
      onKeys((key) => {
        const cards = [...document.querySelectorAll<HTMLElement>("[data-card]")];
        const at = cards.findIndex((card) => card.contains(document.activeElement));
        if (key === "j" || key === "k")
          return focusCard(key === "j" ? cards[at + 1] : cards[Math.max(at - 1, 0)]);
        if (key === "u") {
          undo();
          return true;
        }
        if (key === "n") return startFromSelection(words.selectFirst);
        const act = actsByKey[key];
        const card = cards[at] ?? (act ? cards.find((one) => one.dataset.state === "proposed") : undefined);
        if (!act || !card) return false;
        if (at < 0) return focusCard(card);
        card.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click();
        return true;
      }),
    [undo, words.selectFirst],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** Moves to a card and brings it and its paragraph into view. */
export function focusCard(card: HTMLElement | undefined): boolean {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest", behavior: scrollBehavior() });
  return card !== undefined;
}

/** The next card that waits, after the one given; the first one that waits where none comes after. */
export function focusNextOpen(after: HTMLElement | null): void {
  const cards = [...document.querySelectorAll<HTMLElement>("[data-card]")];
  const open = cards.filter((card) => card !== after && card.dataset.state === "proposed");
  const at = after ? cards.indexOf(after) : -1;
  focusCard(open.find((card) => cards.indexOf(card) > at) ?? open[0]);
}

/** Tells the paragraph that holds the selection where in its reading the selected words stand. */
function startFromSelection(selectFirst: string): boolean {
  const selection = window.getSelection();
  const range =
    selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const start =
    range?.startContainer instanceof Element ? range.startContainer : range?.startContainer.parentElement;
  const paragraph = start?.closest<HTMLElement>("[data-reading]");
  if (!range || !paragraph) {
    announce({ text: selectFirst });
    return true;
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const text = range.toString();
  const detail = {
    paragraphId: paragraph.dataset.reading,
    from,
    to: Math.min(from + text.length, paragraph.textContent?.length ?? 0),
    text,
  };
  window.dispatchEvent(new CustomEvent("mandates:selection", { detail }));
  return true;
}
