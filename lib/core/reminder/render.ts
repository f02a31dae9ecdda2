import { weekdayInWords } from "../calendar/day";
import type { Digest, DigestLine } from "./digest";
import { type UrgencyBand, urgencyBands } from "./urgency";

/** What a rendered digest needs beside itself. */
export type RenderContext = { readonly name: string; readonly baseUrl: string };

const headings: Readonly<Record<UrgencyBand, string>> = {
  overdue: "Overdue",
  thisWeek: "Within a week",
  soon: "Within four weeks",
  ahead: "Ahead",
};

/** The digest as plain text, lines of the same urgency under one heading. */
export function renderText(digest: Digest, context: RenderContext): string {
  const parts = [`${oneLine(context.name)},`, `what needs you on ${weekdayInWords(digest.day)}:`];
  for (const band of urgencyBands) {
    const lines = digest.lines.filter((line) => line.band === band);
    if (lines.length === 0) continue;
    parts.push("", headings[band].toUpperCase());
    for (const line of lines)
      parts.push(
        "",
        `- ${inBrief(line.ask)}`,
        `  ${whyOf(line)}`,
        `  ${line.reference}  ${taskUrl(line, context)}`,
      );
  }
  if (digest.rest !== null) parts.push("", restInWords(digest), `  ${context.baseUrl}/my`);
  parts.push("", "-- ", `Choose hour, days or silence: ${context.baseUrl}/settings`);
  return `${parts.join("\n")}\n`;
}

/** The digest as HTML for mail: no script, no picture, no style sheet from elsewhere; every value escaped. */
export function renderHtml(digest: Digest, context: RenderContext): string {
  const sections = urgencyBands.map((band) => {
    const lines = digest.lines.filter((line) => line.band === band);
    if (lines.length === 0) return "";
    const rows = lines.map(
      (line) =>
        `<li style="margin:0 0 14px"><a href="${escapeHtml(taskUrl(line, context))}" style="color:#00558c;font-weight:600">${escapeHtml(inBrief(line.ask))}</a><br>` +
        `${escapeHtml(whyOf(line))}<br><small style="color:#5a6570"><bdi>${escapeHtml(line.reference)}</bdi></small></li>`,
    );
    return `<h2 style="font-size:16px;margin:24px 0 8px">${headings[band]}</h2><ul style="padding-inline-start:20px;margin:0">${rows.join("")}</ul>`;
  });
  const rest =
    digest.rest === null
      ? ""
      : `<p>${escapeHtml(restInWords(digest))} <a href="${escapeHtml(context.baseUrl)}/my">See all</a></p>`;
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(digest.subject)}</title></head>` +
    `<body style="font:15px/1.5 system-ui,sans-serif;color:#1c2329;max-width:640px;margin:0 auto;padding:16px">` +
    `<p>${escapeHtml(oneLine(context.name))}, what needs you on ${weekdayInWords(digest.day)}:</p>` +
    `${sections.join("")}${rest}<hr style="border:0;border-top:1px solid #d5dbe0;margin:24px 0">` +
    `<p style="color:#5a6570"><a href="${escapeHtml(context.baseUrl)}/settings">Choose hour, days or silence</a></p></body></html>`
  );
}

/** Text made safe for HTML, between tags and within quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Control characters and line breaks become spaces: nothing that a person typed can start a header or a line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

/** What is asked, in one line of at most `most` characters, cut between words. */
export function inBrief(ask: string, most = 140): string {
  const line = oneLine(ask).replace(/[;.]$/, "");
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(" ", most - 2);
  return `${line.slice(0, cut > 0 ? cut : most - 2)} …`;
}

const taskUrl = (line: DigestLine, context: RenderContext): string =>
  `${context.baseUrl}/tasks/${line.taskNumber}`;

const whyOf = (line: DigestLine): string =>
  line.onBehalfOfName === null ? line.why : `${line.why} (for ${oneLine(line.onBehalfOfName)})`;

function restInWords(digest: Digest): string {
  if (digest.rest === null) return "";
  const { count, byBand } = digest.rest;
  const overdue = byBand.overdue > 0 ? `, ${byBand.overdue} of them overdue` : "";
  return `And ${count} more task${count === 1 ? "" : "s"}${overdue}.`;
}
