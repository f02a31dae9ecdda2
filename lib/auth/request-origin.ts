import { networkAddress } from "./address";

/** What a sign-in notes of the browser it comes from. */
export type RequestOrigin = { readonly address: string; readonly userAgent: string };

/** Reads the network address and the browser out of a request's headers. TRUST_PROXY counts our own proxies in front. */
export function requestOrigin(
  headers: { get(name: string): string | null },
  environment: NodeJS.ProcessEnv = process.env,
): RequestOrigin {
  const proxies = Number.parseInt(environment.TRUST_PROXY ?? "0", 10);
  return {
    address: networkAddress(headers.get("x-forwarded-for"), Number.isNaN(proxies) ? 0 : proxies),
    userAgent: (headers.get("user-agent") ?? "").slice(0, 300),
  };
}
