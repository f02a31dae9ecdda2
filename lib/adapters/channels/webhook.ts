import { createHmac, timingSafeEqual } from "node:crypto";
import type { Channel, SendOutcome } from "@/lib/core/reminder/message";

export type WebhookSettings = {
  readonly url: string;
  readonly secret: string;
  readonly baseUrl: string;
  readonly now: () => Date;
};

/**
 * A signed POST to a chat tool or another system. The signature covers time and body; the id lets the receiver drop
 * a second delivery. Redirects are not followed, so that the address set by the Admin is the only one reached.
 */
export function webhookChannel(settings: WebhookSettings): Channel {
  return {
    id: "webhook",
    describe: () => `Webhook to ${new URL(settings.url).host}`,
    send: async ({ id, day, to, subject, digest }): Promise<SendOutcome> => {
      const lines = digest.lines.map(({ reference, ask, why, band, taskNumber }) => ({
        reference,
        ask,
        why,
        urgency: band,
        url: `${settings.baseUrl}/tasks/${taskNumber}`,
      }));
      const body = JSON.stringify({
        id,
        day,
        person: { name: to.name, email: to.email },
        subject,
        lines,
        rest: digest.rest,
      });
      const time = String(Math.floor(settings.now().getTime() / 1000));
      try {
        const response = await fetch(settings.url, {
          method: "POST",
          redirect: "error",
          signal: AbortSignal.timeout(10_000),
          headers: {
            "content-type": "application/json",
            "idempotency-key": id,
            "x-mandates-time": time,
            "x-mandates-signature": sign(settings.secret, time, body),
          },
          body,
        });
        await response.body?.cancel();
        if (response.ok) return { ok: true, messageId: id };
        return { ok: false, error: `Answered ${response.status}.`, permanent: response.status === 410 };
      } catch (error) {
        return { ok: false, error: String(error).slice(0, 500), permanent: false };
      }
    },
  };
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
