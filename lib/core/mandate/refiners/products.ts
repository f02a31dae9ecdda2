import { refersBack } from "../../language/en/deliverables";
import { separateProducts } from "../../vocabulary/deliverables";
import type { Draft } from "../draft";

/** One thing asked in a clause, read on its own. */
export type PartDraft = Draft & { readonly words: string };

/**
 * Several infinitives behind one verb are one action, unless one of them is a product of its own (a report, a meeting)
 * or has a time limit of its own.
 */
export function joinParts(parts: readonly PartDraft[]): Draft[] {
  const rows: PartDraft[] = [];
  for (const part of parts) {
    // No paragraph asks for so many products; the bound keeps the time linear.
    const home =
      rows.length === 0 ? undefined : rows.length > 60 ? rows[rows.length - 1] : homeOf(part, rows);
    if (home === undefined) rows.push({ ...part });
    else absorb(home, part);
  }
  return rows;
}

/** Items of a list without marks are parts of one ask: they are joined as its infinitives would be. */
export function joinUnmarked(drafts: readonly Draft[]): Draft[] {
  return joinParts(
    drafts.map((draft) => {
      const ask = draft.asks[0];
      return { ...draft, words: ask === undefined ? "" : ask.paragraph.text.slice(ask.start, ask.end) };
    }),
  );
}

/** The earlier row that a further part belongs to, or undefined where it is an action of its own. */
function homeOf(part: PartDraft, rows: readonly PartDraft[]): PartDraft | undefined {
  const last = rows[rows.length - 1];
  if (last === undefined || !sameLeads(last, part)) return undefined;
  if (refersBack.test(part.words)) {
    const product = [...rows]
      .reverse()
      .find((row) => row.deliverable === "report" || row.deliverable === "text");
    if (product !== undefined && product.deadlines.length === 0) return product;
  }
  if (
    last.deliverable === "report" &&
    part.deadlines.length === 0 &&
    part.deliverable !== "text" &&
    saysWhatIn.test(part.words)
  )
    return last;
  const isSeparate = separateProducts.has(part.deliverable) && !isStandingTask(part);
  if (part.deliverableRule === "bare-report" && last.deliverable === "report") return undefined;
  if (part.deliverable === last.deliverable) {
    if (part.deadlines.length > 0 && last.deadlines.length > 0 && !sameDeadlines(part, last))
      return undefined;
    if (part.deliverable === "report" && isAnotherReport(part, last)) return undefined;
    if (!isSeparate && part.deadlines.length > 0) return undefined;
    return last;
  }
  if (isSeparate) return undefined;
  if (part.deadlines.length > 0) return undefined;
  if (last.deliverable === "text" && /\b(?:therein|thereof|thereto)\b/.test(part.words)) return last;
  if (last.deliverable === "meeting" && saysWhatFor.test(part.words)) return last;
  const alike = rows.find((row) => !separateProducts.has(row.deliverable));
  return alike ?? undefined;
}

/** What a meeting is for: "to convene a seminar …, and to discuss challenges". */
const saysWhatFor =
  /^(?:to )?(?:discuss|address|consider|share|exchange|focus|explore|identify|examine|review|assess|allow|promote|raise|take stock|mark|devote|dedicate|enable|facilitate|provide (?:an opportunity|a platform)|contribute|make (?:the (?:meeting|panel|discussion|seminar|workshop|event|session|consultation|conference)s?|it|them)|ensure that (?:it|the (?:meeting|panel|discussion|seminar)))\b/i;

/** Texts that many are to write for themselves ("to develop strategies and programmes") are no product of their own. */
const isStandingTask = (part: PartDraft): boolean =>
  part.deliverable === "text" &&
  (part.leads.length === 0 ||
    part.leads.some((one) => one.isClass) ||
    /^(?:to )?\w+ and (?:maintain|implement|build|strengthen|promote|apply|execute)\b/.test(part.words));

/** What a report holds: "to submit a report …, and to recommend further measures". */
const saysWhatIn =
  /^(?:to )?(?:also |further )?(?:recommend|include|identify|highlight|set out|propose|outline|make (?:\w+ )?(?:recommendations|proposals|suggestions))\b/i;

const sameLeads = (a: Draft, b: Draft): boolean =>
  a.leads.map((one) => one.name).join("|") === b.leads.map((one) => one.name).join("|");
const key = (draft: Draft): string =>
  draft.deadlines
    .map((one) => JSON.stringify(one.rule))
    .sort()
    .join();
const sameDeadlines = (a: Draft, b: Draft): boolean => key(a) === key(b);

/** "…, and thereafter to report", "to provide an oral update": a second report where either has its own time. */
function isAnotherReport(part: PartDraft, last: PartDraft): boolean {
  if (
    /\bthereafter\b|\bsubsequent\b/.test(part.words.slice(0, 120)) &&
    (part.cadence === null) === (last.cadence === null)
  )
    return last.deadlines.length > 0;
  const introduces =
    /^(?:to )?(?:[a-z]+ly |also |further )*(?:submit|present|provide|prepare|transmit|report|update)\b.{0,40}?\b(?:an?|its|his|her|comprehensive|oral|final|interim|written|annual)\b/i.test(
      part.words,
    );
  // "to update the Council …, and to present a comprehensive report at its next session"
  if (
    introduces &&
    last.deliverableRule === "report-verb" &&
    part.deliverableRule === "submit-report" &&
    last.deadlines.length === 0 &&
    part.deadlines.length > 0
  )
    return true;
  // "to submit annual reports …, and to submit his next report by March 2014"
  if (introduces && last.cadence !== null && part.cadence === null && part.deadlines.length > 0) return true;
  return introduces && part.deadlines.length > 0 !== last.deadlines.length > 0 && last.deadlines.length > 0;
}

function absorb(row: PartDraft, part: PartDraft): void {
  row.asks.push(...part.asks);
  for (const deadline of part.deadlines)
    if (!row.deadlines.some((one) => JSON.stringify(one.rule) === JSON.stringify(deadline.rule)))
      row.deadlines.push(deadline);
  for (const partner of part.partners)
    if (!row.partners.some((one) => one.name === partner.name)) row.partners.push(partner);
  row.conditions.push(...part.conditions);
  row.cadence ??= part.cadence;
}
