/**
 * The shape of an address, for logs and metrics: "/tasks/:n", "/api/v1/exports/resolutions/:id". The query is left out, and
 * whatever in the path may name a person, carry a secret or be one of many becomes a place holder.
 */
export function routeName(url: string): string {
  const path = url.split("?", 1)[0] ?? "/";
  if (path.startsWith("/_next/")) return "/_next";
  const segments = path.split("/").slice(1, 8);
  const at = segments.findIndex((segment) => !isPlain(segment));
  if (at === -1) return `/${segments.join("/")}`;
  // What follows a value is plain only where it is a word of ours; an address of resolutions is a value to its end.
  const shown = segments.map((segment, place) => {
    if (/^\d+$/.test(segment)) return ":n";
    return place < at || (isPlain(segment) && words.has(segment)) ? segment : ":id";
  });
  return `/${shown.join("/").replace(/(?:\/:id)+/g, "/:id")}`;
}

const isPlain = (segment: string): boolean =>
  /^(?:[a-z][a-z-]{0,23}|v\d|[a-z]+\.(?:json|js|svg|ico|ics))?$/.test(segment);

/** Words that may stand behind a value. */
const words = new Set([
  "moves",
  "owner",
  "responsible",
  "meeting",
  "internal-target",
  "comments",
  "evidence",
  "history",
  "rows",
]);
