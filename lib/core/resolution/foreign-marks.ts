import { formatRoman } from "../symbol/roman";
import type { Label } from "./label";

/** Arabic letters in the order in which they count; UN texts print ه and هـ for the fifth. */
const arabicOrder = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
/** Cyrillic letters that typists set for Latin ones of the same shape. */
const cyrillicLookalikes: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  с: "c",
  е: "e",
  о: "o",
  р: "p",
  х: "x",
  у: "y",
  і: "i",
};
/** ㈠ to ㈩ (U+3220 …), one to ten. */
const enclosedOne = 0x3220;

const latinLetter = (ordinal: number): string => String.fromCharCode(96 + ordinal);

/**
 * A printed mark of any of the six languages as a label: "9.", "9 -" → number 9; "(ب)" → (b); "’2‘", "㈡" → (ii); "b)" → (b).
 * Paragraph numbers agree across the languages, so marks are given their English form. Null for what is no mark.
 */
export function foreignLabel(printed: string): Label | null {
  const mark = printed.replace(/[\s\u0640\u200e\u200f]/g, "");
  if (mark === "") return null;
  const number = /^(\d{1,3})(?:[.．、)-]|–|—)?$/.exec(mark);
  if (number?.[1] !== undefined && !/^[(’‘']/.test(mark))
    return { form: "number", mark: String(Number(number[1])), length: printed.length };
  const inside = mark.replace(/^[([’‘'"（]+/, "").replace(/[)\]’‘'".）]+$/, "");
  const letter = inner(mark, inside);
  return letter === null ? null : { form: "parenthesis", mark: letter, length: printed.length };
}

function inner(mark: string, inside: string): string | null {
  const enclosed = mark.charCodeAt(0) - enclosedOne + 1;
  if (mark.length === 1 && enclosed >= 1 && enclosed <= 10) return formatRoman(enclosed).toLowerCase();
  if (/^\d{1,2}$/.test(inside))
    return /^[’‘']/.test(mark) ? formatRoman(Number(inside)).toLowerCase() : inside;
  if (/^[a-z]{1,5}$/i.test(inside)) return inside;
  const arabic = arabicOrder.indexOf(inside.charAt(0).replace(/[اإ]/, "أ"));
  if (inside.length === 1 && arabic >= 0) return latinLetter(arabic + 1);
  const lookalike = [...inside].map((char) => cyrillicLookalikes[char] ?? char).join("");
  return /^[a-z]{1,5}$/.test(lookalike) ? lookalike : null;
}
