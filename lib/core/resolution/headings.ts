import type { Opening } from "../language/en/openings";
import { namedSection } from "../language/en/structure";
import { parseRoman } from "../symbol/roman";
import { isComma, isTerminal, lastCode } from "./sentence-ends";

/** "I", "II  Title", "III. Title", "IV — Title": a Roman numeral that heads a section. */
const romanHeading = /^[*_#\s]*([IVXLC]{1,7})(?:\.?$|[.:)]?\s+(?=\S)|\s*[—–-]\s*)/;
/** "A", "B.": a capital letter alone on a line. */
const letterAlone = /^[*_#\s]*([A-Z])[.*_]*$/;
/** "A. Title", "B  Title". */
const letterHeading = /^[*_#\s]*([A-Z])(?:\.\s+|\s{2,}|\t)(?=\S)/;

/** A section's place among its sisters, by the Roman numeral that opens its heading; null where none does. */
export function sectionNumeral(head: string): number | null {
  const match = romanHeading.exec(head);
  const value = match?.[1] === undefined ? null : parseRoman(match[1]);
  if (match === null || value === null) return null;
  const rest = head.slice(match[0].length);
  const ends = lastCode(head);
  const isTitle = rest === "" || !isTerminal(ends) || head === head.toUpperCase();
  return isTitle && !isComma(ends) ? value : null;
}

/** The letter that may head a part of a resolution ("A", "B. EMOLUMENTS"). */
export const partLetter = (head: string): string | null =>
  letterAlone.exec(head)?.[1] ?? letterHeading.exec(head)?.[1] ?? null;

/** A heading that carries its own word or a bare letter: "SECTION 27. PUBLIC INFORMATION", "B". */
export const isNamedHeading = (head: string): boolean =>
  letterAlone.test(head) || (namedSection.test(head) && !isTerminal(lastCode(head)));

/** What a line that may be a heading is followed by. */
export type HeadingPlace = {
  readonly opening: Opening;
  readonly isInPreamble: boolean;
  /** A colon stands open above: lines without a mark are its list. */
  readonly isInList: boolean;
  readonly nextIsNumber: boolean;
  readonly followingIsNumber: boolean;
  readonly followingIsLabelled: boolean;
  readonly followingOpening: Opening;
};

/** True for an unnumbered line that heads the paragraphs below it. */
export function looksLikeHeading(text: string, place: HeadingPlace): boolean {
  if (text.length > 260 || text.length < 2) return false;
  const ends = lastCode(text);
  if (isTerminal(ends) || isComma(ends)) return false;
  const isCapitals = text === text.toUpperCase() && text !== text.toLowerCase();
  // "Requests to the Executive Director" heads paragraphs; "Requests the Secretary-General" before "(a)" does not.
  const headsParagraph = place.followingIsNumber || place.followingOpening === "operative";
  if (place.isInList && !headsParagraph && !place.nextIsNumber) return false;
  if (place.opening === "operative" && !isCapitals && (!headsParagraph || text.length > 80)) return false;
  if (place.isInPreamble && place.opening === "preambular") return false;
  if (text.length > 180 && !headsParagraph) return false;
  return place.followingIsLabelled || isCapitals || place.followingOpening !== "other" || text.length < 100;
}
