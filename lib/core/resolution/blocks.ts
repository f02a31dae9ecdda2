import { readOpening } from "../language/en/openings";
import {
  annexLine,
  citationStart,
  dateLine,
  longestHead,
  meetingLine,
  runningHead,
  sessionLine,
} from "../language/en/structure";
import { isEnactingLine } from "../language/enacting";
import { isSpace, type Line } from "../text/source-text";
import type { Span } from "../text/span";
import { type Label, readLabel } from "./label";
import { readTitleLine } from "./titles";

/** What a block of the page is: words of a resolution, a footnote, or furniture (page numbers, running heads, rules). */
export type BlockKind = "text" | "footnote" | "furniture";

/** Lines that belong together on one page. */
export type Block = {
  readonly span: Span;
  readonly kind: BlockKind;
  /** The first line, cut to a bounded length. */
  readonly head: string;
  readonly label: Label | null;
  /** The footnote's number, for kind "footnote". */
  readonly note: string;
  /** Where the footnote's own text begins. */
  readonly textStart: number;
  readonly page: number;
  /** A page break, footnote or page furniture stands between this and the text block before. */
  readonly afterBreak: boolean;
};

/** "<!-- Page 2 -->", "--- Page 2 ---", "[Page 2]". */
const pageMark = /^(?:<!--\s*page\s*\d+\s*-->|[-=[\s]*page\s+\d+(?:\s+of\s+\d+)?[-=\]\s]*)$/i;
/** "---", "___", "———", "* * *". */
const ruleLine = /^[-–—_=*\s]{3,}$/;
/** "128", "- 12 -", "4/7", "Page 3", "/...": alone on a line. */
const pageNumber = /^(?:[-–—]\s?)?(?:\d{1,4}|\d{1,3}\/\d{1,3}|page \d{1,4}|\/(?:\.\.\.|…))(?:\s?[-–—])?$/i;
/** "12 See A/42/427", "¹ See …", "^80 Ibid.", "[^1]: See …", "* …", "1/ A/45/…". */
const noteStart =
  /^(?:(\d{1,3})\/?\s+(?=\S)|([¹²³⁰⁴-⁹]{1,3})\s*(?=\S)|\[?\^(\d{1,3})\]?:?\s*(?=\S)|(\*{1,3})\s+(?=[A-Z]))/;
/** Running heads set the page number apart with blanks. */
const wideGap = " ".repeat(20);
/** "2 Requests …", "I. Commends …": a paragraph number whose point was lost or that a scanner read as a letter. */
function opensWithBareNumber(head: string): boolean {
  const match = /^(?:\d{1,3}|[Il](?=\s?\.))[\s.,]+(?=\p{Lu})/u.exec(head);
  return match !== null && readOpening(head.slice(match[0].length)) === "operative";
}
/** "A", "B.", "IV": the mark of a part or section alone on its line. */
const headingMark = /^(?:[A-Z]|[IVXLC]{1,5})\.?$/;
/** A job number or distribution line: "25-21234 (E)", "Please recycle", "Distr.: General". */
const imprint =
  /^(?:\*?\d{2}-\d{5}\*?(?:\s?\([A-Z]\))?(?:\s+\d{1,6})?|\*\d{7}\*|please recycle.{0,20}|distr\.:? .{0,40}|gE\.\d\d-\d{5}.{0,30})$/i;

const isUpperCode = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
const isLowerCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff);

/** Last character of a line, quotes and closing brackets aside. */
function closingCode(source: string, line: Span): number {
  let at = line.end - 1;
  for (let steps = 0; at > line.start && steps < 6; steps++) {
    const code = source.charCodeAt(at);
    const isDressing =
      code === 0x201d ||
      code === 34 ||
      code === 0x2019 ||
      code === 41 ||
      code === 42 ||
      code === 95 ||
      (code >= 48 && code <= 57);
    if (!isDressing) return code;
    at--;
  }
  return source.charCodeAt(at);
}

/** , . ; : */
const isPause = (code: number): boolean => code === 44 || code === 46 || code === 59 || code === 58;

const superscriptNumber = (text: string): string =>
  [...text].map((char) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(char)).join("");

/** Reads the lines of a source into blocks. `markNumbers`: the numbers of what looks like footnote marks. */
export function readBlocks(
  source: string,
  lines: readonly Line[],
  markNumbers: ReadonlySet<number>,
): Block[] {
  return new BlockReader(source, lines, markNumbers).read();
}

class BlockReader {
  private readonly blocks: Block[] = [];
  private page = 1;
  private afterBreak = false;
  private inNotes = false;
  private lastNote = 0;
  private readonly isWrapped: boolean;
  /** Every line stands apart, as some converters leave them: one empty line then says nothing. */
  private readonly isDoubleSpaced: boolean;
  private readonly width: number;

  constructor(
    private readonly source: string,
    private readonly lines: readonly Line[],
    private readonly markNumbers: ReadonlySet<number>,
  ) {
    const { usual, long } = lineLengths(lines);
    this.isWrapped = lines.length > 8 && long <= 140;
    this.width = usual;
    this.isDoubleSpaced = isDoubleSpaced(source, lines);
  }

  read(): Block[] {
    let first = 0;
    while (first < this.lines.length) {
      const line = this.lines[first];
      if (line === undefined) break;
      const head = this.source.slice(line.start, Math.min(line.end, line.start + longestHead));
      if (line.pageBefore) this.turnPage();
      if (line.ruleBefore) this.inNotes = true;
      const next = this.readBlock(first, line, head);
      first = next;
    }
    return this.blocks;
  }

  private turnPage(): void {
    this.page++;
    this.afterBreak = true;
    this.inNotes = false;
  }

  private readBlock(first: number, line: Line, head: string): number {
    const isShort = line.end - line.start < longestHead;
    if (isShort && this.readFurniture(line, head)) return first + 1;
    const note = this.readNote(line, head);
    const last = this.lastLineOf(first, note !== null);
    const end = this.lines[last]?.end ?? line.end;
    const span = { start: line.start, end };
    if (note !== null) {
      this.push("footnote", span, head, null, note.mark, line.start + note.length);
      this.inNotes = true;
      this.afterBreak = true;
      this.lastNote = Number(note.mark) || this.lastNote;
    } else {
      this.push("text", span, head, readLabel(head), "", line.start);
      this.inNotes = false;
      this.afterBreak = false;
    }
    return last + 1;
  }

  private push(
    kind: BlockKind,
    span: Span,
    head: string,
    label: Label | null,
    note: string,
    textStart: number,
  ): void {
    const { page, afterBreak } = this;
    this.blocks.push({ span, kind, head, label, note, textStart, page, afterBreak });
  }

  private readFurniture(line: Line, head: string): boolean {
    const first = head.charCodeAt(0);
    const isPage =
      (first === 60 || first === 45 || first === 91 || first === 61 || first === 80 || first === 112) &&
      pageMark.test(head);
    if (!isPage && !this.isFurniture(first, head)) return false;
    if (isPage) this.turnPage();
    else if (ruleLine.test(head)) this.inNotes = true;
    this.push("furniture", { start: line.start, end: line.end }, head, null, "", line.start);
    this.afterBreak = true;
    return true;
  }

  private isFurniture(first: number, head: string): boolean {
    if (head.length > 260 && !head.includes(wideGap)) return false;
    const isWord = isUpperCode(first) || isLowerCode(first);
    if (!isWord && (ruleLine.test(head) || pageNumber.test(head) || imprint.test(head))) return true;
    if (isWord && first !== 80 && first !== 112 && first !== 68 && first !== 71 && !isUpperCode(first))
      return false;
    if (imprint.test(head) || pageNumber.test(head)) return true;
    return (
      runningHead.test(head.replace(/\s{2,}/g, " ")) && !/^resolutions? adopted by the [^—–]*$/i.test(head)
    );
  }

  /** The mark of a footnote that begins at this line, or null. */
  private readNote(line: Line, head: string): { mark: string; length: number } | null {
    const first = head.charCodeAt(0);
    if (isUpperCode(first) || isLowerCode(first) || first === 40) return null;
    const match = noteStart.exec(head);
    if (match === null) return null;
    const [whole, figure, raised, caret, star] = match;
    const rest = head.slice(whole.length);
    if (raised !== undefined) return { mark: superscriptNumber(raised), length: whole.length };
    if (caret !== undefined) return { mark: caret, length: whole.length };
    if (star !== undefined) return this.inNotes ? { mark: star, length: whole.length } : null;
    const number = Number(figure);
    if (number === 0 || dateLine.test(head) || sessionLine.test(head)) return null;
    const isCitation = citationStart.test(rest);
    const isExpected = number === this.lastNote + 1 || this.markNumbers.has(number);
    const beginsWell =
      isUpperCode(rest.charCodeAt(0)) || rest.charCodeAt(0) === 0x201c || rest.charCodeAt(0) === 34;
    if (readOpening(rest) === "operative" && !isCitation) return null;
    if (isCitation && (isExpected || this.inNotes || line.blanksBefore > 0))
      return { mark: String(number), length: whole.length };
    if (this.inNotes && isExpected && beginsWell) return { mark: String(number), length: whole.length };
    return this.markNumbers.has(number) && number === this.lastNote + 1 && beginsWell
      ? { mark: String(number), length: whole.length }
      : null;
  }

  /** Index of the last line of the block that begins at `first`. */
  private lastLineOf(first: number, isNote: boolean): number {
    let last = first;
    while (last + 1 < this.lines.length) {
      const line = this.lines[last + 1];
      const previous = this.lines[last];
      if (
        line === undefined ||
        previous === undefined ||
        this.opensBlock(line, previous, isNote, last === first)
      )
        break;
      last++;
    }
    return last;
  }

  private opensBlock(line: Line, previous: Line, isNote: boolean, previousIsFirst: boolean): boolean {
    if (line.blanksBefore > (this.isDoubleSpaced ? 1 : 0) || line.pageBefore) return true;
    const { source } = this;
    const length = line.end - line.start;
    const first = source.charCodeAt(line.start);
    const closing = closingCode(source, previous);
    const head = source.slice(line.start, Math.min(line.end, line.start + 200));
    if (isNote) {
      if (!isUpperCode(first) && !isLowerCode(first) && this.startsNote(head)) return true;
      const isShort = previous.end - previous.start < this.width * 0.6;
      if (closing === 46 && (line.indent !== previous.indent || isShort)) return true;
    }
    if (length < longestHead && this.isFurniture(first, head)) return true;
    if (
      length < 120 &&
      (dateLine.test(head) || meetingLine.test(head) || annexLine.test(head) || isEnactingLine(head))
    )
      return true;
    if (length < 130 && isPause(closing) && readTitleLine(head, null) !== null) return true;
    if (length <= 5 && headingMark.test(head)) return true;
    if (previousIsFirst && this.standsAlone(previous)) return true;
    if (
      !isUpperCode(first) &&
      !isLowerCode(first) &&
      noteStart.test(head) &&
      this.readNote(line, head) !== null
    )
      return true;
    if (isPause(closing) || endsWithConjunction(source, previous)) {
      if (readLabel(head) !== null || opensWithBareNumber(head)) return true;
      if (isUpperCode(first) || first === 42 || first === 95 || first === 0x201c) {
        if (closing !== 44 || !this.isWrapped || readOpening(head) !== "other") {
          if (!this.isWrapped || readOpening(head) !== "other") return true;
        }
      }
      return false;
    }
    const label = readLabel(head);
    return label !== null && label.form === "number" && readOpening(head.slice(label.length)) !== "other";
  }

  private startsNote(head: string): boolean {
    const match = noteStart.exec(head);
    return match !== null && (match[1] === undefined || isUpperCode(head.charCodeAt(match[0].length)));
  }

  /** A line such as "18 December 1997" or "The General Assembly," never runs on into the next. */
  private standsAlone(line: Line): boolean {
    if (line.end - line.start > 120) return false;
    const head = this.source.slice(line.start, line.end);
    return dateLine.test(head) || meetingLine.test(head) || isEnactingLine(head) || annexLine.test(head);
  }
}

/** The length that three lines in four, and that ninety-seven in a hundred, do not exceed; longer ones count as 400. */
function lineLengths(lines: readonly Line[]): { readonly usual: number; readonly long: number } {
  const counts = new Uint32Array(401);
  for (const line of lines) {
    const length = Math.min(400, line.end - line.start);
    counts[length] = (counts[length] ?? 0) + 1;
  }
  const at = (share: number): number => {
    let seen = 0;
    for (let length = 0; length < counts.length; length++) {
      seen += counts[length] ?? 0;
      if (seen > lines.length * share) return length;
    }
    return 80;
  };
  return { usual: at(0.75), long: at(0.97) };
}

/** True where one empty line stands between most lines though the sentences run on across them. */
function isDoubleSpaced(source: string, lines: readonly Line[]): boolean {
  let apart = 0;
  let running = 0;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    const previous = lines[index - 1];
    if (line === undefined || previous === undefined || line.blanksBefore !== 1) continue;
    apart++;
    const length = previous.end - previous.start;
    if (
      length > 30 &&
      length < 130 &&
      !isPause(closingCode(source, previous)) &&
      isLowerCode(source.charCodeAt(line.start))
    )
      running++;
  }
  return lines.length > 20 && apart > lines.length * 0.6 && running > apart * 0.25;
}

/** "…; and", "…; or" at a line end close a list item. */
function endsWithConjunction(source: string, line: Span): boolean {
  const tail = source.slice(Math.max(line.start, line.end - 5), line.end);
  return /[;,] (?:and|or)$/.test(tail) || /; or$/.test(tail);
}

/** True where only white space stands between two offsets. */
export function onlySpaceBetween(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(source.charCodeAt(at))) return false;
  return true;
}
