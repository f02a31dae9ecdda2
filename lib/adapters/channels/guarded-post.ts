import { lookup as resolve } from "node:dns/promises";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { BlockList, isIP } from "node:net";

/** A POST that never reaches into the network of the server, whatever address a person typed. */
export type GuardedPost = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Hosts ("chat.example.org", "10.1.2.3:8065") that may be inside, or speak plain http, because an operator named them. */
  readonly trustedHosts: readonly string[];
  readonly timeoutMs: number;
};

export type PostOutcome =
  | { readonly kind: "answered"; readonly status: number }
  /** The address leads where we do not go. */
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "failed"; readonly why: string };

// What is not the public internet: RFC 6890 and its additions, and the ways in which IPv6 carries IPv4.
const inside = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  inside.addSubnet(net, bits, "ipv4");
// Outside 2000::/3 nothing is public; within it, tunnels that carry IPv4 and the space for documentation are not.
const publicIpv6 = new BlockList();
publicIpv6.addSubnet("2000::", 3, "ipv6");
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  inside.addSubnet(net, bits, "ipv6");

/** True for an address of the public internet. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) === 6
    ? publicIpv6.check(address, "ipv6") && !inside.check(address, "ipv6")
    : isIP(address) === 4 && !inside.check(address, "ipv4");

/** Why an address may not be posted to, whatever its name resolves to; null where it may be tried. */
export function addressProblem(url: string, trustedHosts: readonly string[]): string | null {
  if (!URL.canParse(url)) return "This is not an address.";
  const { protocol, host, hostname, username, password } = new URL(url);
  if (username !== "" || password !== "") return "An address with a password in it is not accepted.";
  const isTrusted = trustedHosts.includes(host);
  if (protocol !== "https:" && !(protocol === "http:" && isTrusted))
    return "The address must begin with https://.";
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) !== 0 && !isTrusted && !isPublicAddress(literal))
    return "The address leads into the network of this server.";
  return null;
}

/**
 * Posts once. The name is resolved here, every answer of it must be public, and the connection goes to the address
 * that was looked at: a name that changes its mind between the two (DNS rebinding) gains nothing. Redirects are not
 * followed, and of the answer only the status is read. Never throws.
 */
export async function guardedPost(post: GuardedPost): Promise<PostOutcome> {
  const problem = addressProblem(post.url, post.trustedHosts);
  if (problem !== null) return { kind: "refused", why: problem };
  const url = new URL(post.url);
  const name = url.hostname.replace(/^\[|\]$/g, "");
  let addresses: { address: string; family: number }[];
  try {
    addresses = await resolve(name, { all: true });
  } catch {
    return { kind: "failed", why: `The name ${name} is not known.` };
  }
  const isTrusted = post.trustedHosts.includes(url.host);
  if (!isTrusted && !addresses.every(({ address }) => isPublicAddress(address)))
    return { kind: "refused", why: "The address leads into the network of this server." };
  const [pinned] = addresses;
  if (pinned === undefined) return { kind: "failed", why: `The name ${name} is not known.` };
  return send(post, url, pinned);
}

function send(
  post: GuardedPost,
  url: URL,
  pinned: { address: string; family: number },
): Promise<PostOutcome> {
  return new Promise((done) => {
    const failed = (why: string) => done({ kind: "failed", why: why.slice(0, 300) });
    const request = (url.protocol === "https:" ? secureRequest : plainRequest)(
      url,
      {
        method: "POST",
        agent: false,
        headers: { ...post.headers, "content-length": String(Buffer.byteLength(post.body)) },
        lookup: (_name, options, answer) =>
          options.all === true ? answer(null, [pinned]) : answer(null, pinned.address, pinned.family),
        signal: AbortSignal.timeout(post.timeoutMs),
      },
      (response) => {
        done({ kind: "answered", status: response.statusCode ?? 0 });
        response.destroy();
      },
    );
    request.on("error", (error) => failed(error.message));
    request.end(post.body);
  });
}
