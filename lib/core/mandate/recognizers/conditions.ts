import { conditionPhrases } from "../../language/en/conditions";
import type { Stretch } from "./asks";

/** A term under which something is asked, with its place. */
export type ConditionReading = Stretch & { readonly id: string };

/** Conditions, renewals' ends, review and sunset clauses between two offsets. */
export function readConditions(text: string, from: number, to: number): ConditionReading[] {
  const region = text.slice(from, to);
  const found: ConditionReading[] = [];
  for (const { id, letters, pattern } of conditionPhrases) {
    if (!letters.some((one) => region.includes(one))) continue;
    for (const match of region.matchAll(pattern)) {
      const start = from + match.index;
      const end = start + match[0].length;
      if (!found.some((one) => start < one.end && one.start < end)) found.push({ id, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const title =
  /\b(?:(?:agenda )?(?:sub-?)?items?|question|heading)\b(?:\s+of the (?:provisional )?agenda)?,?\s+(?:(?:entitled|titled|called|named|headed),?\s+)?(?<quoted>[“"](?<title>[^“”"]{2,400})[”"])|\bentitled,?\s+(?<quoted2>[“"](?<title2>[^“”"]{2,400})[”"])/g;

/** The quoted title of an agenda item between two offsets, letter for letter. The last one is the most particular ("under the item …, the sub-item …"). */
export function readAgendaTitle(text: string, from: number, to: number): Stretch | null {
  let found: Stretch | null = null;
  let preferred = false;
  for (const match of text.slice(from, to).matchAll(title)) {
    const words = match.groups?.title ?? match.groups?.title2 ?? "";
    const start = from + match.index + match[0].lastIndexOf(words);
    const isSub = /^sub/i.test(match[0]);
    if (found === null || isSub || !preferred) found = { start, end: start + words.length };
    preferred ||= isSub;
  }
  return found;
}
