"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { orLost } from "../form/or-lost";
import { onKeys } from "../keys/keys";
import { announce } from "../toast/announce";
import type { MoveInput, Shown, StatusActions, StatusWords } from "./status-moves";

// The menu is fetched on its first opening: most pages are read without it.
const StatusMenu = lazy(() => import("./status-menu").then((module) => ({ default: module.StatusMenu })));

type Opened = {
  readonly number: number;
  readonly anchor: HTMLElement;
  /** Shows a status before and after the server has answered; null: the one that the page was drawn with. */
  readonly shown: (now: Shown | null, isBusy: boolean) => void;
  /** The status that the task shall have, where a card was dropped on it: its one move is taken up at once. */
  readonly wanted?: string;
  /** What to say first: what somebody else changed meanwhile. */
  readonly note?: string;
};
type Desk = { readonly open: (opened: Opened) => void; readonly words: StatusWords };
const DeskContext = createContext<Desk | null>(null);

/** The desk that holds the one status menu of the page. */
export function useStatusDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A status cell stands outside of the status desk.");
  return desk;
}

/**
 * Holds one status menu for the whole page, makes the move, shows it at once, and offers to take it back. S opens
 * the menu of the row that has the focus, or the page's only one.
 */
export function StatusDesk({
  actions,
  words,
  children,
}: {
  actions: StatusActions;
  words: StatusWords;
  children: ReactNode;
}) {
  const router = useRouter();
  const [opened, setOpened] = useState<Opened | null>(null);
  const desk = useMemo(() => ({ open: setOpened, words }), [words]);
  useEffect(
    () =>
      onKeys((key) => {
        if (key !== "s") return false;
        const near =
          document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-status-here]");
        const button = near?.querySelector<HTMLButtonElement>("[data-status-button]");
        button?.click();
        return button !== null && button !== undefined;
      }),
    [],
  );
  const close = useCallback(() => {
    setOpened((now) => {
      now?.anchor.focus();
      return null;
    });
  }, []);
  const settle = useCallback(
    async (
      attempt: Promise<Awaited<ReturnType<StatusActions["advance"]>>>,
      at: Opened,
      /** What it will be if nobody objects; null for taking a move back. */
      becomes: Shown | null,
    ) => {
      at.shown(becomes, true);
      const result = await orLost(attempt, null);
      if (!result?.ok) {
        at.shown(null, false);
        if (result === null) return;
        announce({ text: result.error.message, tone: "alert" });
        // The menu opens again with what can be done now: the second person sees what changed, and decides on that.
        if (result.error.code === "conflict") {
          router.refresh();
          const { wanted: _, ...again } = at;
          setOpened({ ...again, note: result.error.message });
        }
        return;
      }
      const moved = result.value;
      at.shown(moved, false);
      announce({
        text: moved.sentence,
        ...(becomes
          ? {
              undo: () =>
                void settle(actions.undo({ number: at.number, expectedVersion: moved.version }), at, null),
            }
          : {}),
      });
      router.refresh();
    },
    [actions, router],
  );
  const choose = useCallback(
    (input: MoveInput, becomes: Shown) => {
      if (!opened) return;
      void settle(actions.advance(input), opened, becomes);
      close();
    },
    [actions, close, opened, settle],
  );
  return (
    <DeskContext value={desk}>
      {children}
      {opened ? (
        <Suspense>
          <StatusMenu
            key={`${opened.number} ${opened.note ?? ""} ${opened.wanted ?? ""}`}
            number={opened.number}
            anchor={opened.anchor}
            load={actions.moves}
            words={words}
            note={opened.note}
            wanted={opened.wanted}
            onChoose={choose}
            onClose={close}
          />
        </Suspense>
      ) : null}
    </DeskContext>
  );
}
