import { authSecret } from "@/lib/auth/secret";
import type { Channel } from "@/lib/core/reminder/message";
import { systemClock } from "../clock";
import { emailChannel } from "./email";
import { siteAddress } from "./letter";
import { webhookChannel } from "./webhook";

/** Hosts that webhooks may reach though they stand inside: WEBHOOK_TRUSTED_HOSTS, "chat.local:8065, 10.1.2.3". */
export const trustedHosts = (environment: NodeJS.ProcessEnv = process.env): readonly string[] =>
  (environment.WEBHOOK_TRUSTED_HOSTS ?? "")
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== "");

/**
 * The channels beside the inbox that this installation has: e-mail where SMTP_URL is set (sender MAIL_FROM), and
 * webhooks for whoever names one. Links lead to NEXTAUTH_URL. Call `close` when done.
 */
export function configuredChannels(environment: NodeJS.ProcessEnv = process.env): {
  readonly channels: readonly Channel[];
  readonly close: () => void;
} {
  const baseUrl = siteAddress(environment);
  const secret = authSecret(environment);
  const webhook = webhookChannel({
    baseUrl,
    secret,
    trustedHosts: trustedHosts(environment),
    now: () => systemClock.now(),
  });
  if (!environment.SMTP_URL) return { channels: [webhook], close: () => undefined };
  const address = environment.MAIL_FROM || "mandates@localhost";
  const from = { name: "Mandate tracker", address };
  const mail = emailChannel({ smtpUrl: environment.SMTP_URL, from, baseUrl, secret });
  return { channels: [mail, webhook], close: () => mail.close() };
}
