/** True where a keystroke belongs to what the person is typing into, or single-letter keys are switched off. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.documentElement.dataset.keys === "off") return true;
  const target = event.target instanceof HTMLElement ? event.target : null;
  return (
    target?.closest(
      "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], dialog[open]",
    ) != null
  );
}

/** Listens for single keys outside of fields; gives the way to stop. `handle` answers true where it acted. */
export function onKeys(handle: (key: string, event: KeyboardEvent) => boolean): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event)) return;
    if (handle(event.key.length === 1 ? event.key.toLowerCase() : event.key, event)) event.preventDefault();
  };
  document.addEventListener("keydown", listen);
  return () => document.removeEventListener("keydown", listen);
}
