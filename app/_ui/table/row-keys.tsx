"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { onKeys } from "../keys/keys";

/**
 * Keys over the rows of a table: J and K (or arrows while a row has the focus) move, X selects, Enter opens, C opens at
 * the comment. Rows say `data-row`; the first link of a row is where it opens. The focus is on the row itself, so screen
 * readers read it.
 */
export function RowKeys({ children }: { children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const router = useRouter();
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
        const link = row.querySelector("a[href]")?.getAttribute("href");
        if (key === "c" && link?.startsWith("/tasks/") && !document.querySelector("[data-status-here]")) {
          router.push(`${link}#comment` as Route);
          return true;
        }
        return false;
      }),
    [router],
  );
  useEffect(() => selectRanges(root.current), []);
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

/** Shift-click ticks every box from the last one clicked to this one, as in any list of files. */
function selectRanges(root: HTMLElement | null): () => void {
  let last: HTMLInputElement | null = null;
  const onClick = (event: MouseEvent) => {
    const box =
      event.target instanceof HTMLInputElement && event.target.type === "checkbox" ? event.target : null;
    if (!box || !root) return;
    const boxes = [...root.querySelectorAll<HTMLInputElement>("[data-row] input[type=checkbox]")];
    // A box that was ticked before the page listened is where the range begins too.
    const start = last ?? boxes.find((one) => one.checked && one !== box);
    const [from, to] = [start ? boxes.indexOf(start) : -1, boxes.indexOf(box)];
    if (event.shiftKey && from >= 0 && to >= 0)
      for (const one of boxes.slice(Math.min(from, to), Math.max(from, to) + 1)) {
        if (one.checked === box.checked) continue;
        one.checked = box.checked;
        one.dispatchEvent(new Event("change", { bubbles: true }));
      }
    last = box;
  };
  root?.addEventListener("click", onClick);
  return () => root?.removeEventListener("click", onClick);
}
