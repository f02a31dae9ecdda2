"use client";

import { type DragEvent, type ReactNode, useRef } from "react";

/**
 * Cards of the board are dragged to the column of the status that they shall have. Dropping asks for that status as the
 * status menu does: a move that needs nothing is made, one that needs words or a document asks for them, and where there
 * is none the menu says so. With keys the same is S on a card.
 */
export function BoardDrag({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const dragged = useRef<HTMLElement | null>(null);
  const columnOf = (event: DragEvent) =>
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-column]") : null;
  const mark = (column: HTMLElement | null) => {
    for (const one of document.querySelectorAll("[data-over]")) one.removeAttribute("data-over");
    column?.setAttribute("data-over", "");
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is a second way; the first is the status button of each card
    <div
      className={className}
      onDragStart={(event) => {
        dragged.current = event.target instanceof Element ? event.target.closest("[data-row]") : null;
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        const column = columnOf(event);
        if (!dragged.current || !column || column.contains(dragged.current)) return mark(null);
        event.preventDefault();
        mark(column);
      }}
      onDragEnd={() => {
        dragged.current = null;
        mark(null);
      }}
      onDrop={(event) => {
        const status = columnOf(event)?.dataset.column;
        const button = dragged.current?.querySelector<HTMLButtonElement>("[data-status-button]");
        if (!status || !button) return;
        event.preventDefault();
        button.dataset.wanted = status;
        button.click();
      }}
    >
      {children}
    </div>
  );
}
