import { createHash } from "node:crypto";
import { createTransport } from "nodemailer";
import type { Channel, SendOutcome } from "@/lib/core/reminder/message";
import { oneLine } from "@/lib/core/reminder/one-line";
import { mailLinks } from "./mail/mail-links";
import { renderHtml } from "./mail/render-html";
import { renderText } from "./mail/render-text";

export type EmailSettings = {
  /** smtp://user:password@host:25, or smtps:// for TLS from the first byte. */
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Where links lead, without a slash at the end. */
  readonly baseUrl: string;
  /** Signs the links by which a reader answers or unsubscribes. */
  readonly secret: string;
};

/** One address and nothing else: what a transport would read as a list, a name or a header is refused. */
const oneAddress = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+$/;

/**
 * E-mail over SMTP. The Message-ID is made from the message's id, so that a second try after a crash is the same
 * message to a mail server or reader that looks. Give it `close()` when done: it keeps connections.
 */
export function emailChannel(settings: EmailSettings): Channel & { close(): void } {
  const transport = createTransport({
    url: settings.smtpUrl,
    pool: true,
    maxConnections: 2,
    // A mail server that hangs is given up, and tried again later, instead of holding the worker.
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Messages are made here from our own text: no file and no address is ever read on their behalf.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = settings.from.address.split("@")[1] ?? "localhost";
  return {
    id: "email",
    describe: () => ({ kind: "email", place: settings.from.address }),
    send: async (message): Promise<SendOutcome> => {
      const { id, to, subject } = message;
      if (!oneAddress.test(to.email))
        return { ok: false, error: "Not one plain e-mail address.", permanent: true };
      const messageId = messageIdOf(id, domain);
      const links = mailLinks(message, settings);
      try {
        await transport.sendMail({
          messageId,
          from: { name: oneLine(settings.from.name), address: settings.from.address },
          to: { name: oneLine(to.name), address: to.email },
          subject: oneLine(subject),
          text: renderText(message, links),
          html: renderHtml(message, links),
          headers: {
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            // RFC 8058: a mail program's own button unsubscribes by one POST, without a page.
            "List-Unsubscribe": `<${links.oneClick}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          },
        });
        return { ok: true, messageId };
      } catch (error) {
        return { ok: false, error: oneLine(String(error)).slice(0, 500), permanent: isPermanent(error) };
      }
    },
    close: () => transport.close(),
  };
}

/** "<…@domain>": the same for the same message, without telling who it is for. */
export const messageIdOf = (id: string, domain: string): string =>
  `<${createHash("sha256").update(id).digest("hex").slice(0, 40)}@${domain}>`;

// 5xx to the recipient is final. 5xx to the sign-in (EAUTH) is our own set-up and may be mended.
function isPermanent(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return code === "EENVELOPE" && typeof responseCode === "number" && responseCode >= 500;
}
