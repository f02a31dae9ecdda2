import { isUpperCode } from "./page-layout";

/** "12 See A/42/427", "¹ See …", "^80 Ibid.", "[^1]: See …", "* …", "1/ A/45/…". */
const noteStart =
  /^(?:(\d{1,3})\/?\s+(?=\S)|([¹²³⁰⁴-⁹]{1,3})\s*(?=\S)|\[?\^(\d{1,3})\]?:?\s*(?=\S)|(\*{1,3})\s+(?=[A-Z]))/;
const superscriptNumber = (text: string): string =>
  [...text].map((char) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(char)).join("");

/** The mark at the start of a footnote: the number or star, how it is printed, and where the note's words begin. */
export type NoteStart = {
  readonly mark: string;
  readonly form: "plain" | "raised" | "star";
  readonly length: number;
};

/** Reads what may be the mark of a footnote at the start of a line; whether it is one, its surroundings decide. */
export function readNoteStart(head: string): NoteStart | null {
  const first = head.charCodeAt(0);
  if ((first >= 65 && first <= 90) || (first >= 97 && first <= 122) || first === 40) return null;
  const match = noteStart.exec(head);
  if (match === null) return null;
  const [whole, figure, raised, caret, star] = match;
  const { length } = whole;
  if (raised !== undefined) return { mark: superscriptNumber(raised), form: "raised", length };
  if (caret !== undefined) return { mark: caret, form: "raised", length };
  if (star !== undefined) return { mark: star, form: "star", length };
  return { mark: String(Number(figure)), form: "plain", length };
}

/** True where a line within footnotes begins the next one. */
export function startsNextNote(head: string): boolean {
  const start = readNoteStart(head);
  return start !== null && (start.form !== "plain" || isUpperCode(head.charCodeAt(start.length)));
}
