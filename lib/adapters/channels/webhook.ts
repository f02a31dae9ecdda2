import { createHmac, timingSafeEqual } from "node:crypto";
import { webhookSecret } from "@/lib/auth/mail-link";
import type { Channel, Message, SendOutcome } from "@/lib/core/reminder/message";
import { inBrief } from "@/lib/core/reminder/one-line";
import { reminderWords } from "@/lib/i18n/reminder-words";
import { guardedPost } from "./guarded-post";

export type WebhookSettings = {
  readonly baseUrl: string;
  /** The secret of the installation, of which each webhook's own is made. */
  readonly secret: string;
  /** Hosts inside the network of the server that may be posted to. */
  readonly trustedHosts: readonly string[];
  readonly now: () => Date;
};

/**
 * A signed POST to a chat tool or another system, at the address that the person gave. The signature covers time and
 * body; the id lets the receiver drop a second delivery. `text` is what Slack, Mattermost and their like show.
 */
export function webhookChannel(settings: WebhookSettings): Channel {
  return {
    id: "webhook",
    describe: () => ({ kind: "webhook", place: "" }),
    send: async (message): Promise<SendOutcome> => {
      const { hook, id } = message;
      if (hook === null) return { ok: false, error: "This webhook was taken away.", permanent: true };
      const body = JSON.stringify(bodyOf(message, settings.baseUrl));
      const time = String(Math.floor(settings.now().getTime() / 1000));
      const outcome = await guardedPost({
        url: hook.url,
        body,
        trustedHosts: settings.trustedHosts,
        timeoutMs: 10_000,
        headers: {
          "content-type": "application/json",
          "idempotency-key": id,
          "x-mandates-time": time,
          "x-mandates-signature": sign(webhookSecret(hook.id, settings.secret), time, body),
        },
      });
      if (outcome.kind === "refused") return { ok: false, error: outcome.why, permanent: true };
      if (outcome.kind === "failed") return { ok: false, error: outcome.why, permanent: false };
      const { status } = outcome;
      if (status >= 200 && status < 300) return { ok: true, messageId: id };
      return { ok: false, error: `Answered ${status}.`, permanent: status === 410 };
    },
  };
}

function bodyOf({ id, day, to, subject, digest }: Message, baseUrl: string) {
  const words = reminderWords(to.locale);
  const lines = digest.lines.map((line) => ({
    reference: line.reference,
    ask: line.ask,
    why: words.line(line, digest.day),
    urgency: line.band,
    url: `${baseUrl}/tasks/${line.taskNumber}`,
  }));
  const rest = words.rest(digest);
  const text = [
    subject,
    ...lines.map(({ ask, why, url }) => `• ${inBrief(ask)}\n  ${why}\n  ${url}`),
    ...(rest === null ? [] : [rest]),
  ].join("\n");
  return { text, id, day, person: { name: to.name, email: to.email }, subject, lines, rest: digest.rest };
}

/** "v1=" and the HMAC-SHA256 of time and body, in hexadecimal. */
export const sign = (secret: string, time: string, body: string): string =>
  `v1=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`;

/** What a receiver does: true if the signature fits, compared in constant time. */
export function signatureFits(secret: string, time: string, body: string, signature: string): boolean {
  const expected = Buffer.from(sign(secret, time, body));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
