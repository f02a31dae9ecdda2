import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/**
 * What a link in a mail lets its bearer do: answer about one task in the name of the person whom the mail was for, or
 * stop the mails to a person or a unit's mailbox. Nothing else, and nothing about anybody else.
 */
export type MailLink =
  | {
      readonly kind: "answer";
      readonly personId: string;
      readonly taskNumber: number;
      /** The message that carried the link: one answer for each. */
      readonly messageId: string;
      readonly expiresAt: Date;
    }
  | { readonly kind: "unsubscribe"; readonly who: "person" | "unit"; readonly id: string };

const stored = z.union([
  z.tuple([z.literal("a"), z.string(), z.number().int(), z.string(), z.number().int()]),
  z.tuple([z.literal("u"), z.enum(["person", "unit"]), z.string()]),
]);

/** The link as it stands in an address: what it allows, and 192 bits of signature. */
export function sealMailLink(link: MailLink, secret: string): string {
  const parts =
    link.kind === "answer"
      ? ["a", link.personId, link.taskNumber, link.messageId, Math.floor(link.expiresAt.getTime() / 1000)]
      : ["u", link.who, link.id];
  const said = Buffer.from(JSON.stringify(parts)).toString("base64url");
  return `${said}.${signature(said, secret)}`;
}

/** What a link allows; null for one that we did not sign, whatever is wrong with it. Expiry is judged by the caller. */
export function openMailLink(token: string, secret: string): MailLink | null {
  const [said = "", signed = "", ...more] = token.split(".");
  if (more.length > 0 || said.length > 1000) return null;
  const expected = Buffer.from(signature(said, secret));
  const given = Buffer.from(signed);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const parts = stored.safeParse(parseJson(Buffer.from(said, "base64url").toString("utf8")));
  if (!parts.success) return null;
  if (parts.data[0] === "u") return { kind: "unsubscribe", who: parts.data[1], id: parts.data[2] };
  const [, personId, taskNumber, messageId, expires] = parts.data;
  return { kind: "answer", personId, taskNumber, messageId, expiresAt: new Date(expires * 1000) };
}

/** The secret with which one webhook's messages are signed: made from the installation's, kept nowhere. */
export const webhookSecret = (webhookId: string, secret: string): string =>
  derived(`webhook ${webhookId}`, secret).toString("base64url");

// Cookies are signed with the same secret: a purpose in front keeps one from passing for the other.
const signature = (said: string, secret: string): string =>
  createHmac("sha256", derived("mail link", secret))
    .update(said)
    .digest()
    .subarray(0, 24)
    .toString("base64url");

const derived = (purpose: string, secret: string): Buffer =>
  createHmac("sha256", secret).update(`mandates/${purpose}`).digest();

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
