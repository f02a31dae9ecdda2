"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { onKeys } from "../keys/keys";

/**
 * Lights the words of a value while it is hovered or focused, and on P scrolls to them. A value says
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
      if (!id) return false;
      marksOf(area, id)[0]?.scrollIntoView({ block: "center", behavior: "smooth" });
      light(area, id, "strong");
      return true;
    });
    return () => {
      for (const name of events) area.removeEventListener(name, show);
      area.removeEventListener("pointerleave", leave);
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
