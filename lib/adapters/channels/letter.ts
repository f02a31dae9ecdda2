import { createTransport } from "nodemailer";
import { oneLine } from "@/lib/core/reminder/one-line";
import { escapeHtml } from "./mail/escape-html";

/** A letter to one person: a few sentences and one address to open. */
export type Letter = {
  readonly to: { readonly name: string; readonly email: string };
  readonly subject: string;
  /** Sentences before the link, then after it. */
  readonly before: readonly string[];
  readonly link: { readonly label: string; readonly url: string };
  readonly after: readonly string[];
};

/** Sends a letter at once; throws where the mail server does not take it. */
export type SendLetter = (letter: Letter) => Promise<void>;

/** One address and nothing else: what a transport would read as a list, a name or a header is refused. */
const oneAddress = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+$/;

/**
 * Letters over the mail server of this installation (SMTP_URL, sender MAIL_FROM); null where there is none. They do
 * not wait in the outbox: a link that signs in lives for minutes, and its secret is kept nowhere in the clear.
 */
export function letterSender(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SendLetter | null {
  const { SMTP_URL, MAIL_FROM } = environment;
  if (!SMTP_URL) return null;
  return async ({ to, subject, before, link, after }) => {
    if (!oneAddress.test(to.email)) throw new Error("Not one plain e-mail address.");
    const transport = createTransport({
      url: SMTP_URL,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        from: { name: "Mandate tracker", address: MAIL_FROM || "mandates@localhost" },
        to: { name: oneLine(to.name), address: to.email },
        subject: oneLine(subject),
        text: [...before, "", `${link.label}: ${link.url}`, "", ...after].map(asLine).join("\n"),
        html: htmlOf(before, link, after),
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
      });
    } finally {
      transport.close();
    }
  };
}

const asLine = (line: string): string => (line === "" ? "" : oneLine(line));

const htmlOf = (before: readonly string[], link: Letter["link"], after: readonly string[]): string => {
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("");
  return (
    `<!doctype html><html><head><meta charset="utf-8"></head>` +
    `<body style="font:15px/1.5 system-ui,sans-serif;color:#1c2329;max-width:640px;margin:0 auto;padding:16px">` +
    `${paragraphs(before)}<p><a href="${escapeHtml(link.url)}" style="color:#00558c;font-weight:600">${escapeHtml(link.label)}</a></p>` +
    `${paragraphs(after)}</body></html>`
  );
};

/** The address of the installation, without a slash at the end, as links in letters name it. */
export const siteAddress = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string => (environment.NEXTAUTH_URL || "http://localhost:3000").replace(/\/+$/, "");
