const openDrops = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>("details[data-drop][open]"),
];

/**
 * What drops down from a button (`<details data-drop>`) closes on Escape, which gives the focus back to the button, and on
 * a press anywhere else. Without script it closes by its button alone. Gives the way to stop.
 */
export function closeDrops(): () => void {
  const onPointer = (event: Event) => {
    for (const drop of openDrops())
      if (!(event.target instanceof Node && drop.contains(event.target))) drop.open = false;
  };
  const onKey = (event: KeyboardEvent) => {
    const drop = event.key === "Escape" ? openDrops().at(-1) : undefined;
    if (!drop) return;
    drop.open = false;
    drop.querySelector("summary")?.focus();
    // This Escape is spent: the side panel and the ticks stay.
    event.stopPropagation();
  };
  document.addEventListener("pointerdown", onPointer);
  document.addEventListener("keydown", onKey, true);
  return () => {
    document.removeEventListener("pointerdown", onPointer);
    document.removeEventListener("keydown", onKey, true);
  };
}
