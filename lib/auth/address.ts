import { isIP } from "node:net";

/**
 * The network address behind a request, for counting attempts. `trustedProxies` is the number of proxies of our own
 * in front (TRUST_PROXY): the entry that the outermost of them wrote is taken, never one that the client could
 * write. Without a proxy, the one entry is what the server itself saw. IPv6 addresses are cut to their /64, which
 * one household or attacker has whole.
 */
export function networkAddress(forwardedFor: string | null, trustedProxies: number): string {
  const entries = (forwardedFor ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const entry = entries[Math.max(0, entries.length - Math.max(1, trustedProxies))] ?? "";
  const plain = entry.replace(/^::ffff:(?=\d+\.)/i, "");
  switch (isIP(plain)) {
    case 4:
      return plain;
    case 6:
      return `${expand(plain).slice(0, 4).join(":")}::/64`;
    default:
      return "unknown";
  }
}

function expand(address: string): string[] {
  const [head = "", tail] = (address.split("%")[0] ?? "").toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const middle = tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...middle, ...after].map((group) => group.replace(/^0+(?=.)/, ""));
}
