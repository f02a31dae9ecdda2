import { readOpening } from "../language/en/openings";
import {
  annexLine,
  citationStart,
  dateLine,
  longestHead,
  meetingLine,
  sessionLine,
} from "../language/en/structure";
import { isEnactingLine } from "../language/enacting";
import type { Line } from "../text/source-text";
import type { Span } from "../text/span";
import { type Label, readLabel } from "./label";
import { type NoteStart, readNoteStart, startsNextNote } from "./note-start";
import { isFurniture, isPageMark, isRule } from "./page-furniture";
import {
  closingCode,
  endsWithConjunction,
  isDoubleSpaced,
  isPause,
  isUpperCode,
  lineLengths,
} from "./page-layout";
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
    if ((isShort || isRule(head)) && this.readFurniture(line, head)) return first + 1;
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
    const isPage = isPageMark(head);
    if (!isPage && !isFurniture(head)) return false;
    if (isPage) this.turnPage();
    else if (isRule(head)) this.inNotes = true;
    this.push("furniture", { start: line.start, end: line.end }, head, null, "", line.start);
    this.afterBreak = true;
    return true;
  }

  /** The mark of a footnote that begins at this line, or null. */
  private readNote(line: Line, head: string): NoteStart | null {
    const start = readNoteStart(head);
    if (start === null || start.form === "raised") return start;
    if (start.form === "star") return this.inNotes ? start : null;
    const number = Number(start.mark);
    if (number === 0 || dateLine.test(head) || sessionLine.test(head)) return null;
    const rest = head.slice(start.length);
    const isNext = number === this.lastNote + 1;
    const isMarked = this.markNumbers.has(number);
    if (citationStart.test(rest))
      return isNext || isMarked || this.inNotes || line.blanksBefore > 0 ? start : null;
    if (readOpening(rest) === "operative") return null;
    const first = rest.charCodeAt(0);
    const beginsWell = isUpperCode(first) || first === 0x201c || first === 34;
    const isExpected = this.inNotes ? isNext || isMarked : isNext && isMarked;
    return isExpected && beginsWell ? start : null;
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
    const head = source.slice(line.start, Math.min(line.end, line.start + 200));
    const closing = closingCode(source, previous);
    if (isNote && this.endsNote(line, previous, head, closing)) return true;
    const length = line.end - line.start;
    if (length < longestHead && isFurniture(head)) return true;
    if (length < 130 && isPause(closing) && readTitleLine(head, null) !== null) return true;
    if (standsAlone(head, length) || (previousIsFirst && this.stoodAlone(previous))) return true;
    if (this.readNote(line, head) !== null) return true;
    const label = readLabel(head);
    if (!isPause(closing) && !endsWithConjunction(source, previous))
      return label?.form === "number" && readOpening(head.slice(label.length)) !== "other";
    if (label !== null || opensWithBareNumber(head)) return true;
    const first = head.charCodeAt(0);
    const beginsWell = isUpperCode(first) || first === 42 || first === 95 || first === 0x201c;
    return beginsWell && (!this.isWrapped || readOpening(head) !== "other");
  }

  /** Within a footnote: the next note, or the text that goes on below the last line of the notes. */
  private endsNote(line: Line, previous: Line, head: string, closing: number): boolean {
    if (startsNextNote(head)) return true;
    const isShort = previous.end - previous.start < this.width * 0.6;
    return closing === 46 && (line.indent !== previous.indent || isShort);
  }

  private stoodAlone(line: Line): boolean {
    const length = line.end - line.start;
    return length <= 120 && standsAlone(this.source.slice(line.start, line.end), length);
  }
}

/** "A", "B.", "IV": the mark of a part or section alone on its line. */
const headingMark = /^(?:[A-Z]|[IVXLC]{1,5})\.?$/;
/** A line such as "18 December 1997", "The General Assembly," or "B" never runs on into the next. */
function standsAlone(head: string, length: number): boolean {
  if (length <= 5) return headingMark.test(head) || annexLine.test(head);
  if (length >= 120) return false;
  return dateLine.test(head) || meetingLine.test(head) || isEnactingLine(head) || annexLine.test(head);
}

/** "2 Requests …", "I. Commends …": a paragraph number whose point was lost or that a scanner read as a letter. */
function opensWithBareNumber(head: string): boolean {
  const match = /^(?:\d{1,3}|[Il](?=\s?\.))[\s.,]+(?=\p{Lu})/u.exec(head);
  return match !== null && readOpening(head.slice(match[0].length)) === "operative";
}
