import type { Message } from "@/lib/core/reminder/message";
import { inBrief, oneLine } from "@/lib/core/reminder/one-line";
import { urgencyBands } from "@/lib/core/reminder/urgency";
import { formatDay } from "@/lib/i18n/format";
import { reminderWords } from "@/lib/i18n/reminder-words";
import type { MailLinks } from "./mail-links";

/** A message as plain text in its reader's language, lines of the same urgency under one heading. */
export function renderText({ to, digest }: Message, links: MailLinks): string {
  const words = reminderWords(to.locale);
  const { t } = words;
  const greeting = to.kind === "unit" ? "mail.greetingUnit" : "mail.greeting";
  const parts = [oneLine(t(greeting, { name: to.name, day: formatDay(words.locale, digest.day, "full") }))];
  for (const band of urgencyBands) {
    const lines = digest.lines.filter((line) => line.band === band);
    if (lines.length === 0) continue;
    parts.push("", t(`mail.bands.${band}`).toLocaleUpperCase(words.locale));
    for (const line of lines) {
      parts.push("", `* ${inBrief(line.ask)}`, `  ${oneLine(words.line(line, digest.day))}`);
      parts.push(`  ${oneLine(line.reference)}  ${links.task(line)}`);
      const answer = links.answer(line);
      if (answer !== null) parts.push(`  ${t("mail.answer")}: ${answer}`);
    }
  }
  const rest = words.rest(digest);
  if (rest !== null) parts.push("", rest, `  ${links.all}`);
  parts.push("", "-- ", t(to.kind === "unit" ? "mail.whyUnit" : "mail.why"));
  parts.push(`${t("mail.chooseHour")}: ${links.settings}`, `${t("mail.unsubscribe")}: ${links.unsubscribe}`);
  return `${parts.join("\n")}\n`;
}
