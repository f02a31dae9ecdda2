import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. The algorithm is the library's default.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Longer passwords are refused before hashing, so that nobody can keep the server busy with megabytes. */
export const longestPassword = 1024;
export const shortestPassword = 12;

/** argon2id in its own text form, with its salt and cost. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), cost);

let decoy: Promise<string> | undefined;

/**
 * True if the password fits the hash. Without a hash (unknown or invited person) the same work is done against a
 * decoy, so that the time to answer does not tell whether an address is known.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  if (password.length > longestPassword) return false;
  decoy ??= hashPassword(`decoy ${Math.random()}`);
  const fits = await verify(stored ?? (await decoy), password.normalize("NFKC")).catch(() => false);
  return stored !== null && fits;
}
