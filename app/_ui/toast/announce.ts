/** A quiet line at the foot of the page, read out once. `undo` puts things back; history keeps both. */
export type Announcement = {
  readonly text: string;
  readonly tone?: "plain" | "alert";
  readonly undo?: () => void;
};

const channel = "mandates:announce";

/** Says something in the page's one live region. */
export function announce(announcement: Announcement): void {
  window.dispatchEvent(new CustomEvent(channel, { detail: announcement }));
}

/** Listens for announcements; gives the way to stop. */
export function onAnnounce(listener: (announcement: Announcement) => void): () => void {
  const handle = (event: Event) => listener((event as CustomEvent<Announcement>).detail);
  window.addEventListener(channel, handle);
  return () => window.removeEventListener(channel, handle);
}
