"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import styles from "./shell.module.css";

/** On narrow screens the side becomes a drawer: a real dialog, closed by Escape and by arriving somewhere. */
export function NarrowMenu({
  label,
  close,
  icon,
  children,
}: {
  label: string;
  close: string;
  icon: ReactNode;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const path = usePathname();
  // Most pages are read without the drawer: what is in it is drawn when it is first opened.
  const [isWanted, setWanted] = useState(false);
  const open = () => {
    flushSync(() => setWanted(true));
    dialog.current?.showModal();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the event: arriving closes the drawer
  useEffect(() => dialog.current?.close(), [path]);
  return (
    <>
      <button type="button" className={styles.iconButton} aria-label={label} onClick={open}>
        {icon}
      </button>
      <dialog ref={dialog} className={styles.drawer} aria-label={label}>
        {isWanted ? children : null}
        <form method="dialog">
          <button type="submit" className="visually-hidden">
            {close}
          </button>
        </form>
      </dialog>
    </>
  );
}
