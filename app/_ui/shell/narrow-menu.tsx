"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is the event: arriving closes the drawer
  useEffect(() => dialog.current?.close(), [path]);
  return (
    <>
      <button
        type="button"
        className={styles.iconButton}
        aria-label={label}
        onClick={() => dialog.current?.showModal()}
      >
        {icon}
      </button>
      <dialog ref={dialog} className={styles.drawer} aria-label={label}>
        {children}
        <form method="dialog">
          <button type="submit" className="visually-hidden">
            {close}
          </button>
        </form>
      </dialog>
    </>
  );
}
