"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { onKeys } from "../keys/keys";
import { scrollBehavior } from "../motion";

/**
 * Lights the words of a value while it is hovered or focused, and on P or a press scrolls to them. A value says
 * `data-lights="id"`; its words say `data-marks="id other"`. A group of values says `data-lights-all` and lights
 * softly all that its own values light. Listens for the whole of its children, so no value needs a script.
 */
export function Lighting({ children, className }: { children: ReactNode; className?: string | undefined }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = root.current;
    if (!area) return;
    const show = (event: Event) => {
      const target = event.target instanceof Element ? event.target : null;
      clear(area);
      const group = target?.closest("[data-lights-all]");
      for (const value of group?.querySelectorAll<HTMLElement>("[data-lights]") ?? [])
        light(area, value.dataset.lights, "soft");
      light(area, target?.closest<HTMLElement>("[data-lights]")?.dataset.lights, "strong");
      lightCards(area, target?.closest<HTMLElement>("[data-marks]")?.dataset.marks);
    };
    const events = ["pointerover", "focusin"] as const;
    for (const name of events) area.addEventListener(name, show);
    const leave = () => clear(area);
    area.addEventListener("pointerleave", leave);
    const stopKeys = onKeys((key) => {
      if (key !== "p") return false;
      const value = document.activeElement?.closest<HTMLElement>("[data-lights], [data-lights-all]");
      const id = value?.dataset.lights ?? value?.querySelector<HTMLElement>("[data-lights]")?.dataset.lights;
      return id !== undefined && showWords(area, id, "center");
    });
    const press = (event: Event) => {
      const button = event.target instanceof Element ? event.target.closest("button[data-lights]") : null;
      if (button instanceof HTMLElement) showWords(area, button.dataset.lights ?? "", "nearest");
    };
    area.addEventListener("click", press);
    return () => {
      for (const name of events) area.removeEventListener(name, show);
      area.removeEventListener("pointerleave", leave);
      area.removeEventListener("click", press);
      stopKeys();
    };
  }, []);
  return (
    <div ref={root} className={className}>
      {children}
    </div>
  );
}

const marksOf = (area: HTMLElement, id: string): HTMLElement[] => [
  ...area.querySelectorAll<HTMLElement>(`[data-marks~="${CSS.escape(id)}"]`),
];

/** Brings the words of a value into view and lights them. */
function showWords(area: HTMLElement, id: string, block: ScrollLogicalPosition): boolean {
  marksOf(area, id)[0]?.scrollIntoView({ block, behavior: scrollBehavior() });
  light(area, id, "strong");
  return true;
}

function light(area: HTMLElement, id: string | undefined, strength: "soft" | "strong"): void {
  if (!id) return;
  for (const mark of marksOf(area, id)) mark.dataset.lit = strength;
}

/** From the words back to the values: those read from the words under the pointer are marked too. */
function lightCards(area: HTMLElement, ids: string | undefined): void {
  for (const id of ids?.split(" ") ?? []) {
    light(area, id, "strong");
    for (const value of area.querySelectorAll<HTMLElement>(`[data-lights="${CSS.escape(id)}"]`))
      value.dataset.lit = "strong";
  }
}

function clear(area: HTMLElement): void {
  for (const lit of area.querySelectorAll<HTMLElement>("[data-lit]")) delete lit.dataset.lit;
}
