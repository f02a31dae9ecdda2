import pino from "pino";
import { currentRequestId } from "./request-context";

/**
 * The log: one JSON object a line, for machines. It holds what happened and to which request, never who: no names, no
 * addresses of people or networks, no words that somebody typed. LOG_LEVEL sets what is written ("silent" nothing).
 */
export const log = pino({
  level: process.env.LOG_LEVEL || "warn",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
  mixin: () => {
    const requestId = currentRequestId();
    return requestId === null ? {} : { requestId };
  },
});

/**
 * An error without the data it was about. Messages of the database quote values, so only the reason at their end is
 * kept, without anything in quotes and without what looks like an address or a token; of the stack the places alone.
 */
export function describeError(error: unknown): { type: string; code: string; reason: string; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, code: "", reason: "", at: [] };
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const lines = error.message.split("\n").filter((line) => line.trim() !== "");
  const at = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    code,
    reason: withoutData(lines.at(-1) ?? ""),
    at: at.slice(0, 12).map((line) => line.trim()),
  };
}

/** A sentence with everything taken out that may be somebody's. */
export const withoutData = (text: string): string =>
  text
    .slice(0, 400)
    .replace(/(["'`“‘])[^"'`”’]*["'`”’]/g, "$1…$1")
    .replace(/\S+@\S+/g, "…")
    .replace(/\b[\w-]{24,}\b/g, "…");
