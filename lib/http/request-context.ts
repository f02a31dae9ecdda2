import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of the request being answered, wherever in its handling one stands. */
export type RequestContext = {
  readonly requestId: string;
  /** Set where the database could not be reached in time: the answer is then 503, not 500. */
  isUnavailable: boolean;
};

// The server and the pages are built apart, and each has a copy of this module: the one store is kept by the process.
const kept = globalThis as typeof globalThis & { mandatesRequest?: AsyncLocalStorage<RequestContext> };
kept.mandatesRequest ??= new AsyncLocalStorage<RequestContext>();

/** Where the context of each request is kept. */
export const requestContext: AsyncLocalStorage<RequestContext> = kept.mandatesRequest;

/** The number of the request being answered; null outside of one (jobs, commands). */
export const currentRequestId = (): string | null => requestContext.getStore()?.requestId ?? null;
