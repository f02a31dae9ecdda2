import type { Opening } from "../language/en/openings";
import type { Label } from "./label";

/** Where the count of top paragraphs stands, to tell a paragraph's number from any other number at a line's start. */
export class Numbering {
  /** Number of the paragraph opened last, printed or counted. */
  top = 0;
  /** The last number printed in the section at hand; 0 where none was. */
  printed = 0;
  /** The section at hand already has a paragraph. */
  hasTop = false;
  /** A heading stood since the last paragraph. */
  headingSince = false;

  constructor(private readonly isFragment: boolean) {}

  /** A new part: the count begins again. */
  restart(): void {
    this.top = 0;
    this.printed = 0;
    this.hasTop = false;
  }

  /** A new section: the count goes on until its first number says otherwise. */
  openSection(): void {
    this.printed = 0;
    this.hasTop = false;
    this.headingSince = true;
  }

  /** Takes a printed number. */
  print(number: number): void {
    this.top = number;
    this.printed = number;
  }

  /** Counts a paragraph without a number; the first of a section is 1. */
  count(isInSection: boolean): void {
    if (this.headingSince && isInSection && this.printed === 0) this.top = 0;
    this.top += 1;
  }

  /** True where a printed number opens a paragraph of the resolution itself. */
  isTop(
    number: number,
    opening: Opening,
    place: { readonly isInDigitList: boolean; readonly isInList: boolean },
  ): boolean {
    if (number === 0) return false;
    if (this.printed === 0)
      return (
        number === 1 ||
        number === this.top + 1 ||
        this.headingSince ||
        this.isFragment ||
        opening === "operative"
      );
    if (number === this.printed + 1) return opening === "operative" || !place.isInDigitList;
    if (number === 1) return this.headingSince && (opening === "operative" || !place.isInList);
    return number > this.printed && number <= this.printed + 5 && opening === "operative";
  }

  /** The number missing between the last and the next printed one can be that of a paragraph without. */
  fillsGap(next: number | null): boolean {
    return next === null || next === this.printed + 2 || (next === 1 && this.printed > 0);
  }

  /** "6 Calls upon …": the expected number, its point lost in print or scanning. `opens` tests the words behind it. */
  bareNumber(head: string, opens: (rest: string) => boolean): Label | null {
    const match = /^\W{0,3}(\d{1,3}|[Il](?=\s?\.))[\s.,]+(?=\p{Lu})/u.exec(head);
    if (match?.[1] === undefined) return null;
    // Scanners read the figure one as a letter.
    const number = /\d/.test(match[1]) ? Number(match[1]) : 1;
    if (number !== this.printed + 1 || (this.printed === 0 && this.top > 0)) return null;
    return opens(head.slice(match[0].length))
      ? { form: "number", mark: String(number), length: match[0].length }
      : null;
  }
}
