import type { DeadlineOperator, DeadlineRule } from "../../calendar/rule";
import type { LanguagePack } from "../../language/pack";
import type { FoldedDeadline } from "./sessions";

/** Days, months, years and lengths of time that limit what is asked, in a folded text. */
export function readPackDates(
  pack: LanguagePack,
  text: string,
): (FoldedDeadline & { isDuration: boolean })[] {
  if (!/\d/.test(text) && pack.dates.relative === null) return [];
  const found: (FoldedDeadline & { isDuration: boolean })[] = [];
  for (const pattern of pack.dates.patterns)
    for (const match of text.matchAll(pattern)) {
      const rule = ruleOf(pack, match.groups ?? {});
      const start = match.index;
      const end = start + match[0].length;
      if (rule === null || found.some((one) => start < one.end && one.start < end)) continue;
      found.push({
        rule,
        start,
        end,
        by: `${pack.language}:${rule.kind}`,
        basis: "exact",
        certainty: 0.85 * pack.sureness,
        isDuration: false,
      });
    }
  if (pack.dates.relative !== null)
    for (const match of text.matchAll(pack.dates.relative)) {
      const rule = relativeRule(pack, match.groups ?? {});
      if (rule === null) continue;
      found.push({
        rule,
        start: match.index,
        end: match.index + match[0].length,
        by: `${pack.language}:relative`,
        basis: "exact",
        certainty: 0.75 * pack.sureness,
        isDuration: match.groups?.duration !== undefined,
      });
    }
  return found.sort((a, b) => a.start - b.start);
}

const two = (n: number): string => String(n).padStart(2, "0");

function ruleOf(pack: LanguagePack, groups: Record<string, string | undefined>): DeadlineRule | null {
  const year = Number(groups.year);
  const operator = operatorOf(pack, groups.op ?? "");
  if (groups.month === undefined) return year > 1900 ? { kind: "year", year, operator } : null;
  const month = monthOf(pack, groups.month);
  if (month === 0) return null;
  const day = Number(groups.day ?? 0);
  if (day < 1 || day > 31) return { kind: "month", month: `${year}-${two(month)}`, operator };
  return { kind: "date", on: `${year}-${two(month)}-${two(day)}`, operator };
}

function monthOf(pack: LanguagePack, word: string): number {
  if (/^\d+$/.test(word)) return Number(word) <= 12 ? Number(word) : 0;
  return pack.dates.months.findIndex((name) => new RegExp(`^(?:${name})$`).test(word)) + 1;
}

const operatorOf = (pack: LanguagePack, words: string): DeadlineOperator =>
  pack.dates.operators.find(({ pattern }) => pattern.test(words))?.operator ?? "by";

function relativeRule(pack: LanguagePack, groups: Record<string, string | undefined>): DeadlineRule | null {
  const word = (groups.amount ?? "").trim();
  const amount = /^\d+$/.test(word) ? Number(word) : pack.dates.amounts[word];
  const unit = pack.dates.units.find(({ pattern }) => pattern.test(groups.unit ?? ""))?.unit;
  if (amount === undefined || unit === undefined || amount > 999) return null;
  const from = groups.from?.trim();
  return {
    kind: "relative",
    amount,
    unit,
    from: from === undefined || from === "" ? "adoption" : from,
    operator: groups.duration === undefined ? "by" : "during",
  };
}
