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
import { onKeys } from "../keys/keys";
import { announce } from "../toast/announce";
import type { Moved, MoveInput, StatusActions, StatusWords } from "./status-moves";

// The menu is fetched on its first opening: most pages are read without it.
const StatusMenu = lazy(() => import("./status-menu").then((module) => ({ default: module.StatusMenu })));

type Opened = {
  readonly number: number;
  readonly anchor: HTMLElement;
  readonly shown: (moved: Moved | null, isBusy: boolean) => void;
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
    async (attempt: Promise<Awaited<ReturnType<StatusActions["advance"]>>>, at: Opened, mayUndo: boolean) => {
      at.shown(null, true);
      const result = await attempt.catch(() => null);
      if (!result?.ok) {
        at.shown(null, false);
        announce({ text: result?.error.message ?? words.none, tone: "alert" });
        // The menu opens again with what can be done now: the second person sees what changed, and decides on that.
        if (result?.error.code === "conflict") {
          router.refresh();
          setOpened({ ...at, note: result.error.message });
        }
        return;
      }
      const moved = result.value;
      at.shown(moved, false);
      announce({
        text: moved.sentence,
        ...(mayUndo
          ? {
              undo: () =>
                void settle(actions.undo({ number: at.number, expectedVersion: moved.version }), at, false),
            }
          : {}),
      });
      router.refresh();
    },
    [actions, router, words.none],
  );
  const choose = useCallback(
    (input: MoveInput) => {
      if (!opened) return;
      void settle(actions.advance(input), opened, true);
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
            key={`${opened.number} ${opened.note ?? ""}`}
            number={opened.number}
            anchor={opened.anchor}
            load={actions.moves}
            words={words}
            note={opened.note}
            onChoose={choose}
            onClose={close}
          />
        </Suspense>
      ) : null}
    </DeskContext>
  );
}
