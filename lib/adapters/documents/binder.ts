import { dayInWords } from "@/lib/core/calendar/day";
import type { Binder } from "@/lib/core/export/report/binder";
import type { ReportTask } from "@/lib/core/export/report/report-task";
import { askInWords, doerInWords, dueInWords, standingInWords } from "@/lib/core/export/report/words";
import { blocksHtml, escapeHtml, page } from "./html";

/**
 * The binder of a session as one HTML file: brief, every task with its history, every text, a search box. It fetches
 * nothing, works from a memory stick, and without script everything is still there to read and print.
 */
export function writeBinder(binder: Binder, language = "en"): string {
  const body = `<header class="masthead"><p class="organ">${escapeHtml(binder.title)}</p><p class="day">${escapeHtml(dayInWords(binder.day))}</p></header>
<p class="origin">${escapeHtml(binder.origin)}</p>
<nav aria-label="Contents"><ul><li><a href="#brief">Brief</a></li><li><a href="#tasks">Tasks (${binder.tasks.length})</a></li><li><a href="#texts">Texts (${binder.texts.length})</a></li></ul></nav>
<main>
<section id="brief" aria-label="Brief"><h1>${escapeHtml(binder.brief.title)}</h1><p class="subtitle">${escapeHtml(binder.brief.subtitle)}</p>${blocksHtml(binder.brief.blocks)}</section>
<section id="tasks" aria-label="Tasks"><h2>Tasks</h2>
<p class="search" hidden><label for="words">Show tasks with the words</label> <input id="words" type="search" autocomplete="off"> <span id="count" role="status"></span></p>
${binder.tasks.map((task) => taskHtml(task, binder)).join("\n")}
</section>
<section id="texts" aria-label="Texts"><h2>Texts</h2>${binder.texts.map(textHtml).join("\n")}</section>
</main>`;
  return page({ title: binder.title, language, body, style, script });
}

function taskHtml(task: ReportTask, binder: Binder): string {
  const source = `${task.symbol}, para. ${task.para}`;
  const hasText = binder.texts.some((text) => text.symbol === task.symbol);
  const history = task.history
    .map((line) => `<li dir="auto">${escapeHtml(dayInWords(line.day))}: ${escapeHtml(line.text)}</li>`)
    .join("");
  return `<article class="task" id="task-${task.number}"><h3>No. ${task.number}: ${hasText ? `<a href="#${anchor(task.symbol, task.para)}">${escapeHtml(source)}</a>` : escapeHtml(source)}</h3>
<p dir="auto">${escapeHtml(askInWords(task))}</p>
<dl><dt>Responsible</dt><dd>${escapeHtml(doerInWords(task))}</dd><dt>Owner</dt><dd>${escapeHtml(task.owner ?? "nobody")}</dd><dt>Due</dt><dd>${escapeHtml(dueInWords(task))}</dd><dt>Status</dt><dd>${escapeHtml(standingInWords(task))}</dd></dl>
${history === "" ? "" : `<details><summary>History</summary><ol>${history}</ol></details>`}</article>`;
}

const textHtml = (text: Binder["texts"][number]): string =>
  `<article><h3><bdi>${escapeHtml(text.symbol)}</bdi>. <bdi>${escapeHtml(text.title)}</bdi></h3>${text.paragraphs
    .map(
      (one) =>
        `<p dir="auto"${one.number === "" ? "" : ` id="${anchor(text.symbol, one.number)}"`} style="margin-inline-start:${one.depth * 2}rem">${one.number === "" ? "" : `<span class="number">${escapeHtml(one.number)}</span>`}${escapeHtml(one.text)}</p>`,
    )
    .join("")}</article>`;

/** An id within the page; letters, digits and hyphens only. */
const anchor = (symbol: string, para: string): string =>
  `${symbol}-${para}`.replace(/[^A-Za-z0-9]+/g, "-").replace(/-$/, "");

const style = `
.task { border-block-start: 1px solid #bbb; padding-block: .4rem; } dl { display: grid; grid-template-columns: 8rem 1fr; gap: .1rem .8rem; margin-block: .4rem; } dt { font-style: italic; } dd { margin: 0; }
input { font: inherit; padding: .3rem; min-inline-size: 18rem; } a { color: #005a87; } nav ul { display: flex; gap: 1.5rem; list-style: none; padding: 0; }
@media print { nav, .search { display: none; } details > * { display: block; } summary { break-after: avoid; } }
`;

const script = `
const box = document.getElementById("words");
const tasks = [...document.querySelectorAll(".task")].map((element) => ({ element, text: element.textContent.toLowerCase() }));
box.parentElement.hidden = false;
box.addEventListener("input", () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const { element, text } of tasks) {
    element.hidden = !words.every((word) => text.includes(word));
    if (!element.hidden) shown += 1;
  }
  document.getElementById("count").textContent = shown + " of " + tasks.length;
});
`;
