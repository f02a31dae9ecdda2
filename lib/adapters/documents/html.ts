import { dayInWords } from "@/lib/core/calendar/day";
import type { Block, Grid, Report } from "@/lib/core/export/report/report";

/** Text as it may stand in HTML, in attributes too. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;");

/** A document as one HTML page that needs nothing else: no script, no address of another site. */
export function writeHtml(report: Report, language = "en"): string {
  const body = blocksHtml(report.blocks);
  return page({
    title: report.title,
    language,
    body: `<header class="masthead"><p class="organ">${escapeHtml(report.organ)}</p><p class="day">${escapeHtml(dayInWords(report.day))}</p></header>
${report.session === "" ? "" : `<p class="session">${escapeHtml(report.session)}</p>`}
<h1>${escapeHtml(report.title)}</h1>
<p class="subtitle" dir="auto">${escapeHtml(report.subtitle)}</p>
<p class="origin">${escapeHtml(report.origin)}</p>
<main>${body}</main>`,
  });
}

/** The frame of a page: its language, its policy (nothing from outside), its look on screen and on paper. */
export const page = (input: {
  readonly title: string;
  readonly language: string;
  readonly body: string;
  readonly style?: string;
  readonly script?: string;
}): string => `<!doctype html>
<html lang="${escapeHtml(input.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src ${input.script ? "'unsafe-inline'" : "'none'"}; img-src data:">
<title>${escapeHtml(input.title)}</title>
<style>${baseStyle}${input.style ?? ""}</style>
</head>
<body>
${input.body}
${input.script ? `<script>${input.script}</script>` : ""}
</body>
</html>
`;

const baseStyle = `
:root { color-scheme: light; }
body { font: 1rem/1.5 "Times New Roman", Times, serif; color: #111; background: #fff; max-inline-size: 60rem; margin: 2rem auto; padding-inline: 1rem; }
.masthead { display: flex; justify-content: space-between; border-block-end: 2px solid #111; font-weight: bold; }
.masthead p { margin-block: .3rem; }
.organ { font-size: 1.25rem; } .session { font-weight: bold; margin-block: .5rem; }
h1 { font-size: 1.5rem; margin-block: 1.2rem .2rem; } h2 { font-size: 1.2rem; margin-block: 1.6rem .5rem; } h3 { font-size: 1rem; margin-block: 1.2rem .4rem; }
.subtitle { font-size: 1.1rem; margin-block: 0 .2rem; } .origin { color: #444; font-style: italic; margin-block: 0 1rem; }
table { border-collapse: collapse; inline-size: 100%; margin-block: .8rem 1.2rem; font-size: .9rem; }
caption { text-align: start; font-weight: bold; padding-block-end: .3rem; }
th, td { text-align: start; vertical-align: top; padding: .3rem .5rem; border-block-end: 1px solid #bbb; overflow-wrap: anywhere; }
thead th { border-block: 1px solid #111; font-style: italic; font-weight: normal; }
blockquote { margin-inline: 2rem; } .number { display: inline-block; min-inline-size: 2.5rem; }
@media print { body { margin: 0; max-inline-size: none; font-size: 10pt; } thead { display: table-header-group; } tr, h2, h3, caption { break-inside: avoid; } h2, h3, caption, thead, .lead { break-after: avoid; } tbody tr:first-child { break-before: avoid; } }
`;

/** The blocks of a document, its paragraphs numbered from 1. */
export const blocksHtml = (blocks: readonly Block[]): string => new Paragraphs().write(blocks);

/** Counts the numbered paragraphs of a document while writing them. */
class Paragraphs {
  #number = 0;

  write(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join("\n");
  }

  #block(block: Block): string {
    switch (block.kind) {
      case "heading":
        return block.level === 1
          ? `<h2 dir="auto">${escapeHtml(block.text)}</h2>`
          : `<h3 dir="auto">${escapeHtml(block.text)}</h3>`;
      case "numbered":
        this.#number += 1;
        return `<p dir="auto"><span class="number">${this.#number}.</span>${escapeHtml(block.text)}</p>`;
      case "plain":
        return block.isQuote
          ? `<blockquote><p dir="auto">${escapeHtml(block.text)}</p></blockquote>`
          : `<p dir="auto">${escapeHtml(block.text)}</p>`;
      case "list":
        return `<ul>${block.items.map((item) => `<li dir="auto">${escapeHtml(item)}</li>`).join("")}</ul>`;
      case "grid":
        return gridHtml(block);
    }
  }
}

/** A table with its caption and the scope of its heads, for readers who hear it. */
const gridHtml = (block: Grid): string =>
  `<table><caption>${escapeHtml(block.caption)}</caption><thead><tr>${block.head
    .map(
      (cell, index) =>
        `<th scope="col" style="inline-size:${block.widths[index] ?? 10}%">${escapeHtml(cell)}</th>`,
    )
    .join("")}</tr></thead><tbody>${block.rows
    .map((row) => `<tr>${row.map((cell) => `<td dir="auto">${escapeHtml(cell)}</td>`).join("")}</tr>`)
    .join("")}</tbody></table>`;
