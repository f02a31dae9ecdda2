"use client";

import { Maximize2, X } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import styles from "./peek.module.css";

/** The side panel. It keeps the list in place, takes the focus when it opens and gives it back to the row. */
export function PeekPanel({
  words,
  full,
  children,
}: {
  words: { close: string; full: string; label: string };
  full: Route;
  children: ReactNode;
}) {
  const router = useRouter();
  // A slot keeps what it showed when the page beside it changes; the panel belongs to its own address only.
  const isHere = usePathname() === full;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isHere) return;
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    panel.current?.focus();
    return () => (before?.closest<HTMLElement>("[data-row]") ?? before)?.focus();
  }, [isHere]);
  useEffect(() => {
    if (!isHere) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) router.back();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [router, isHere]);
  if (!isHere) return null;
  return (
    <aside ref={panel} className={styles.panel} aria-label={words.label} tabIndex={-1}>
      <div className={styles.bar}>
        {/* A full load on purpose: the same address asked of the server is the full page. */}
        <a href={full} className={styles.tool} aria-label={words.full} title={words.full}>
          <Maximize2 aria-hidden />
        </a>
        <button
          type="button"
          className={styles.tool}
          onClick={() => router.back()}
          aria-label={words.close}
          title={words.close}
        >
          <X aria-hidden />
        </button>
      </div>
      {children}
    </aside>
  );
}
