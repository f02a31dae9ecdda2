import type { Channel } from "@/lib/core/reminder/message";
import { systemClock } from "../clock";
import { emailChannel } from "./email";
import { webhookChannel } from "./webhook";

/**
 * The channels beside the inbox that this installation has: e-mail where SMTP_URL is set (sender MAIL_FROM), a webhook
 * where WEBHOOK_URL and WEBHOOK_SECRET are. Links lead to NEXTAUTH_URL. Call `close` when done.
 */
export function configuredChannels(environment: NodeJS.ProcessEnv = process.env): {
  readonly channels: readonly Channel[];
  readonly close: () => void;
} {
  const baseUrl = (environment.NEXTAUTH_URL || "http://localhost:3000").replace(/\/+$/, "");
  const channels: Channel[] = [];
  const closing: (() => void)[] = [];
  if (environment.SMTP_URL) {
    const address = environment.MAIL_FROM || "mandates@localhost";
    const mail = emailChannel({
      smtpUrl: environment.SMTP_URL,
      from: { name: "Mandate tracker", address },
      baseUrl,
    });
    channels.push(mail);
    closing.push(() => mail.close());
  }
  if (environment.WEBHOOK_URL && environment.WEBHOOK_SECRET)
    channels.push(
      webhookChannel({
        url: environment.WEBHOOK_URL,
        secret: environment.WEBHOOK_SECRET,
        baseUrl,
        now: () => systemClock.now(),
      }),
    );
  return {
    channels,
    close: () => {
      for (const end of closing) end();
    },
  };
}
