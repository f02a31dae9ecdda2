import { fail, type Result } from "@/lib/core/result";
import { describeError, log } from "./log";
import { currentRequestId, requestContext } from "./request-context";

/** Names of errors that say the database cannot be reached or answers too late: worth trying again. */
const passing =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|reach database server|connection (?:closed|terminated)|55P03|57P0[123]|P1001|P1002|P1008|P1017|P2024|P2028|terminating connection|timeout/i;

/** Whether an error says that the database is away or too slow just now; noted for the answer's status. */
export function isPassing(error: unknown): boolean {
  const text =
    error instanceof Error ? `${error.name} ${"code" in error ? error.code : ""} ${error.message}` : "";
  const found = passing.test(text);
  const context = requestContext.getStore();
  if (found && context) context.isUnavailable = true;
  return found;
}

/** Whether PostgreSQL had no room to write: 53100, or the system's own words. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && /53100|No space left on device|could not extend file/.test(error.message);

/** Next steers redirects, missing pages and what it renders ahead by errors that carry a digest; these must go on. */
const isNextSignal = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "digest" in error &&
  typeof error.digest === "string" &&
  /^(?:NEXT_|DYNAMIC_SERVER_USAGE|BAILOUT_)/.test(error.digest);

/**
 * Runs a use case and turns whatever breaks into a plain failure: the person reads a sentence, the log keeps the
 * error. Next's own signals (redirect, not found) pass.
 */
export async function calm<T>(run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run();
  } catch (error) {
    if (isNextSignal(error)) throw error;
    const reference = currentRequestId() ?? Math.random().toString(36).slice(2, 8);
    log.error({ reference, error: describeError(error) }, "use case failed");
    if (isFull(error)) {
      const context = requestContext.getStore();
      if (context) context.isUnavailable = true;
      return fail(
        "unavailable",
        "The disk of the database is full. Nothing was changed; once the administrator has made room, try again.",
      );
    }
    return isPassing(error)
      ? fail(
          "unavailable",
          "The database does not answer just now. Nothing was changed; try again in a minute.",
        )
      : fail(
          "unavailable",
          `Something went wrong and nothing was changed. Tell the administrator: ${reference}.`,
        );
  }
}
