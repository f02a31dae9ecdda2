import { sealMailLink } from "@/lib/auth/mail-link";
import type { DigestLine } from "@/lib/core/reminder/digest";
import type { Message } from "@/lib/core/reminder/message";

/** Where the links of one mail lead. */
export type MailLinks = {
  readonly task: (line: DigestLine) => string;
  /** Answers without signing in; null where the reader only watches, and in a mailbox that many can read. */
  readonly answer: (line: DigestLine) => string | null;
  readonly all: string;
  readonly settings: string;
  /** A page that asks once more, for people. */
  readonly unsubscribe: string;
  /** An address that acts on a bare POST, for mail programs (RFC 8058). */
  readonly oneClick: string;
};

/** An answer from the mail can be given for so many days: past that the task's page is the better place. */
const answerDays = 14;

/** The links of a message. They are the same at each try: what expires, expires counted from the message. */
export function mailLinks(
  message: Message,
  settings: { readonly baseUrl: string; readonly secret: string },
): MailLinks {
  const { baseUrl, secret } = settings;
  const { id, kind } = message.to;
  const unsubscribe = sealMailLink({ kind: "unsubscribe", who: kind, id }, secret);
  const expiresAt = new Date(message.at.getTime() + answerDays * 86_400_000);
  const answerTo = (taskNumber: number) =>
    sealMailLink({ kind: "answer", personId: id, taskNumber, messageId: message.id, expiresAt }, secret);
  return {
    task: (line) => `${baseUrl}/tasks/${line.taskNumber}`,
    answer: (line) =>
      kind === "unit" || line.as === "watcher" ? null : `${baseUrl}/answer/${answerTo(line.taskNumber)}`,
    all: kind === "unit" ? `${baseUrl}/tasks` : `${baseUrl}/my`,
    settings: kind === "unit" ? `${baseUrl}/reminders/units` : `${baseUrl}/settings/reminders`,
    unsubscribe: `${baseUrl}/unsubscribe/${unsubscribe}`,
    oneClick: `${baseUrl}/api/unsubscribe/${unsubscribe}`,
  };
}
