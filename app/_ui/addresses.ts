import type { Route } from "next";

// Every address of the product is written here, so that a page can be moved by changing one line.

/** The page of one task. */
export const taskAddress = (number: number): Route => `/tasks/${number}` as Route;

/** A list of tasks; `search` is the query string of the filter language, without "?". */
export const tasksAddress = (search: string): Route => (search ? `/tasks?${search}` : "/tasks") as Route;

/** "A/RES/52/205" -> "/resolutions/A/RES/52/205"; what a symbol has beside slashes is encoded. */
export const resolutionAddress = (symbol: string, fragment = ""): Route =>
  `/resolutions/${encodeSymbol(symbol)}${fragment ? `#${fragment}` : ""}` as Route;

/** The page of a published resolution, which anybody may read. */
export const publicAddress = (symbol: string, fragment = ""): Route =>
  `/public/resolutions/${encodeSymbol(symbol)}${fragment ? `#${fragment}` : ""}` as Route;

/** Where a resolution is published or withdrawn, with a preview. */
export const publishAddress = (symbol: string): Route => `/publish/${encodeSymbol(symbol)}` as Route;

/** The review of one resolution. */
export const reviewAddress = (symbol: string): Route => `/review/${encodeSymbol(symbol)}` as Route;

/** A resolution beside the earlier ones of its series. */
export const seriesAddress = (symbol: string): Route => `/series/${encodeSymbol(symbol)}` as Route;

/** One session of an organ or body. */
export const sessionAddress = (organ: string, session: number | string): Route =>
  `/sessions/${encodeURIComponent(organ)}/${session}` as Route;

/** One body with its lineage. */
export const bodyAddress = (id: string): Route => `/bodies/${encodeURIComponent(id)}` as Route;

/** One round of questions to the units. */
export const roundAddress = (number: number): Route => `/rounds/${number}` as Route;

/** Any address of ours that is put together from parts. */
export const address = (path: string): Route => path as Route;

const encodeSymbol = (symbol: string): string => symbol.split("/").map(encodeURIComponent).join("/");

/** The symbol in the segments of an address, decoded. Next gives the segments still encoded. */
export const symbolOf = (segments: readonly string[]): string =>
  segments.map((part) => decodeSafely(part)).join("/");

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
