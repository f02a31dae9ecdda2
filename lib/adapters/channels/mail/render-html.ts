import type { DigestLine } from "@/lib/core/reminder/digest";
import type { Message } from "@/lib/core/reminder/message";
import { inBrief, oneLine } from "@/lib/core/reminder/one-line";
import { type UrgencyBand, urgencyBands } from "@/lib/core/reminder/urgency";
import { formatDay } from "@/lib/i18n/format";
import { direction } from "@/lib/i18n/locale";
import { type ReminderWords, reminderWords } from "@/lib/i18n/reminder-words";
import { escapeHtml } from "./escape-html";
import type { MailLinks } from "./mail-links";

// Mail programs keep what stands in `style` attributes, and some the sheet in the head: so the light colours stand on
// the elements, and the sheet turns them for readers who work in the dark.
const ink = "color:#15212c";
const soft = "color:#475563";
const marks: Readonly<Record<UrgencyBand, string>> = {
  overdue: "#b42318",
  thisWeek: "#8a4b00",
  soon: "#00639c",
  ahead: "#62707d",
};
const sheet =
  "@media (prefers-color-scheme:dark){body,.sheet{background:#12181f!important}.ink{color:#e8edf2!important}" +
  ".soft{color:#b2bdc8!important}.card{background:#18202a!important;border-color:#26313c!important}" +
  ".act{color:#63bdf0!important}.overdue{color:#ff9c90!important}.thisWeek{color:#f2b866!important}" +
  ".soon{color:#63bdf0!important}.ahead{color:#b2bdc8!important}}";

/** A message as HTML for mail: no script, no picture, nothing fetched from elsewhere; every value escaped. */
export function renderHtml(message: Message, links: MailLinks): string {
  const { to, digest, subject } = message;
  const words = reminderWords(to.locale);
  const { t, locale } = words;
  const greeting = t(to.kind === "unit" ? "mail.greetingUnit" : "mail.greeting", {
    name: oneLine(to.name),
    day: formatDay(locale, digest.day, "full"),
  });
  const rest = words.rest(digest);
  const why = t(to.kind === "unit" ? "mail.whyUnit" : "mail.why");
  return (
    `<!doctype html><html lang="${locale}" dir="${direction(locale)}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
    `<title>${escapeHtml(subject)}</title><style>${sheet}</style></head>` +
    `<body style="margin:0;background:#f5f7f9"><div class="sheet" style="background:#f5f7f9;padding:24px 12px">` +
    `<div style="max-width:600px;margin:0 auto;font:15px/1.5 'Segoe UI',system-ui,-apple-system,Arial,sans-serif;${ink}" class="ink">` +
    `<h1 style="font-size:17px;line-height:1.4;font-weight:600;margin:0 0 4px">${escapeHtml(greeting)}</h1>` +
    urgencyBands.map((band) => section(band, message, links, words)).join("") +
    (rest === null
      ? ""
      : `<p style="margin:20px 0 0">${escapeHtml(rest)} ${link(links.all, t("mail.seeAll"))}</p>`) +
    `<div class="soft" style="margin-top:28px;font-size:13px;${soft}"><p style="margin:0 0 6px">${escapeHtml(why)}</p>` +
    `<p style="margin:0">${link(links.settings, t("mail.chooseHour"))} &nbsp; ${link(links.unsubscribe, t("mail.unsubscribe"))}</p>` +
    `</div></div></div></body></html>`
  );
}

function section(band: UrgencyBand, { digest }: Message, links: MailLinks, words: ReminderWords): string {
  const lines = digest.lines.filter((line) => line.band === band);
  if (lines.length === 0) return "";
  const heading = escapeHtml(words.t(`mail.bands.${band}`));
  return (
    `<h2 class="${band}" style="font-size:13px;font-weight:600;color:${marks[band]};margin:24px 0 8px">${heading}</h2>` +
    lines.map((line) => card(line, digest.day, links, words)).join("")
  );
}

function card(line: DigestLine, day: string, links: MailLinks, words: ReminderWords): string {
  const answer = links.answer(line);
  return (
    `<div class="card" style="background:#fff;border:1px solid #e4e8ec;border-radius:8px;padding:14px 16px;margin:0 0 10px">` +
    `<p style="margin:0 0 4px;font-weight:600"><a href="${escapeHtml(links.task(line))}" class="ink" style="${ink};text-decoration:none">${escapeHtml(inBrief(line.ask))}</a></p>` +
    `<p style="margin:0 0 8px">${escapeHtml(oneLine(words.line(line, day)))}</p>` +
    `<p class="soft" style="margin:0;font-size:13px;${soft}"><bdi>${escapeHtml(oneLine(line.reference))}</bdi> &nbsp; ` +
    link(links.task(line), words.t("mail.open")) +
    (answer === null ? "" : ` &nbsp; ${link(answer, words.t("mail.answer"))}`) +
    `</p></div>`
  );
}

const link = (href: string, text: string): string =>
  `<a href="${escapeHtml(href)}" class="act" style="color:#00639c">${escapeHtml(text)}</a>`;
