import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { authSecret } from "./secret";

// AES-256-GCM: whoever reads the database alone reads nothing, and a changed byte is noticed.
const cipher = "aes-256-gcm";
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", authSecret(), "mandates", purpose, 32));

/** A text as it may be stored: sealed with a key that comes from the installation's secret, for one purpose. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, keyFor(purpose), nonce);
  const body = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return [nonce, body, sealing.getAuthTag()].map((part) => part.toString("base64url")).join(".");
}

/** The text behind a seal; null where it was sealed with another secret, for another purpose, or changed. */
export function unseal(purpose: string, sealed: string): string | null {
  const key = keyFor(purpose); // outside the try: a missing secret is a broken configuration
  try {
    const [nonce, body, tag] = sealed.split(".").map((part) => Buffer.from(part, "base64url"));
    if (nonce === undefined || body === undefined || tag?.length !== 16) return null;
    const opening = createDecipheriv(cipher, key, nonce);
    opening.setAuthTag(tag);
    return Buffer.concat([opening.update(body), opening.final()]).toString("utf8");
  } catch {
    return null;
  }
}
