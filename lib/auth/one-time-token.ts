import { createHash, randomBytes } from "node:crypto";

/** The secret part of a link that opens something once: 256 bits of chance. */
export const newLinkToken = (): string => randomBytes(32).toString("base64url");

/** True for what such a token looks like; anything else is not even looked up. */
export const isLinkToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is kept of a token: 256 bits need no salt. */
export const hashLinkToken = (token: string): string => createHash("sha256").update(token).digest("hex");
