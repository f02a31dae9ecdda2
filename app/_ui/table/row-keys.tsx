"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { onKeys } from "../keys/keys";

/**
 * Keys over the rows of a table: J and K (or arrows while a row has the focus) move, X selects, Enter opens. Rows say
 * `data-row`; the first link of a row is where it opens. The focus is on the row itself, so screen readers read it.
 */
export function RowKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      onKeys((key) => {
        const rows = [...(root.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
        const focused = document.activeElement;
        const at = rows.findIndex((row) => row.contains(focused));
        const isOnRow = at >= 0;
        if (key === "j" || (key === "ArrowDown" && isOnRow))
          return focus(rows[Math.min(at + 1, rows.length - 1)]);
        if (key === "k" || (key === "ArrowUp" && isOnRow)) return focus(rows[Math.max(at - 1, 0)]);
        const row = rows[at];
        if (!row) return false;
        if (key === "x") return click(row.querySelector<HTMLElement>("input[type=checkbox]"));
        if (key === "o" || (key === "Enter" && focused === row))
          return click(row.querySelector<HTMLElement>("a[href]"));
        return false;
      }),
    [],
  );
  return <div ref={root}>{children}</div>;
}

function focus(row: HTMLElement | undefined): boolean {
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
  return row !== undefined;
}

function click(target: HTMLElement | null): boolean {
  target?.click();
  return target !== null;
}
