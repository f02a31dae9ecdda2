import { readOpening } from "../language/en/openings";
import {
  adoptedAtPlenary,
  agendaLine,
  annexLine,
  dateLine,
  enactingLine,
  enactingStart,
  meetingLine,
  namedSection,
  voteLine,
} from "../language/en/structure";
import { formatRoman, parseRoman } from "../symbol/roman";
import type { Reading } from "../text/reading";
import type { Span } from "../text/span";
import type { Block } from "./blocks";
import type { Label } from "./label";
import { Nesting } from "./nesting";
import type { ParagraphKind } from "./resolution";
import { readSpans, type Sheet } from "./sheet";
import type { Unit } from "./units";

/** A paragraph while the outline grows. */
export type Draft = {
  kind: ParagraphKind;
  spans: Span[];
  reading: Reading;
  /** The words read last: those of the last stretch where several were joined. */
  tail: string;
  /** Number of the top paragraph it belongs to; null for what has none. */
  top: number | null;
  /** Marks below the top paragraph: ["b", "ii"]; an unmarked sub-paragraph has the mark "". */
  path: readonly string[];
  parent: Draft | null;
  depth: number;
  label: string;
  part: string;
  section: string;
  heading: string;
};

type Phase = "heading" | "preamble" | "operative" | "closed" | "annex" | "adopted";

/** "I", "II  Title", "III. Title", "IV.A": a Roman numeral that heads a section. */
const romanHeading = /^[*_#\s]*([IVXLC]{1,7})(?:\.?$|[.:)]?\s+(?=\S)|\s*[—–-]\s*)/;
/** "A", "B.": a capital letter alone on a line. */
const letterAlone = /^[*_#\s]*([A-Z])[.*_]*$/;
/** "A. Title", "B  Title". */
const letterHeading = /^[*_#\s]*([A-Z])(?:\.\s+|\s{2,}|\t)(?=\S)/;
/** "Adopts the following …:", "Proclaims the following …:". */
const adoptsText =
  /\b(?:adopts?|proclaims?|approves?|endorses?|declares?)\b[^:]{0,400}\b(?:following|below)\b/i;

const isTerminal = (code: number): boolean =>
  code === 46 || code === 59 || code === 58 || code === 33 || code === 63;

/** The last character of a text, closing quotes and brackets aside. */
function lastCode(text: string): number {
  let at = text.length - 1;
  while (at > 0 && /["”’'»)\]\s*_]/.test(text.charAt(at))) at--;
  return text.charCodeAt(at);
}

const startsLower = (text: string): boolean => /^["“(\s]*[a-zà-ÿ]/.test(text);

/** Where a second section begins without a numeral, what stood before it was the first. */
export function nameFirstSection(drafts: readonly Draft[], part: string): void {
  for (const draft of drafts)
    if (draft.part === part && draft.section === "" && draft.kind === "operative") draft.section = "I";
}

/** Builds the paragraphs of one resolution from its blocks. */
export function buildOutline(sheet: Sheet, unit: Unit): Draft[] {
  return new OutlineBuilder(sheet, unit).build();
}

class OutlineBuilder {
  private readonly drafts: Draft[] = [];
  private readonly texts: readonly Block[];
  /** For each text block the next number mark at or behind it, and the next mark of any kind behind it. */
  private readonly nextNumber: readonly (number | null)[];
  private readonly nextLabel: readonly (Label | null)[];
  private readonly isNumbered: boolean;
  private phase: Phase = "heading";
  private part = "";
  private section = "";
  private sectionCount = 0;
  private heading = "";
  private headingSince = false;
  private top = 0;
  private printedTop = 0;
  private hasOperative = false;
  /** The section at hand already has a paragraph. */
  private seriesHasTop = false;
  private current: Draft | null = null;
  private chapeau: Draft | null = null;
  /** The paragraph last opened at each depth. */
  private readonly open: Draft[] = [];
  private readonly nesting = new Nesting();

  constructor(
    private readonly sheet: Sheet,
    private readonly unit: Unit,
  ) {
    this.texts = unit.blocks.filter((block) => block.kind === "text");
    const numbers: (number | null)[] = [];
    const labels: (Label | null)[] = [];
    let number: number | null = null;
    let label: Label | null = null;
    for (let index = this.texts.length - 1; index >= 0; index--) {
      labels[index] = label;
      const own = this.texts[index]?.label ?? null;
      if (own !== null) label = own;
      if (own?.form === "number") number = Number(own.mark);
      numbers[index] = number;
    }
    this.nextNumber = numbers;
    this.nextLabel = labels;
    this.isNumbered = this.texts.some((block) => block.label?.form === "number" && block.label.mark === "1");
  }

  build(): Draft[] {
    const titleBlock = this.unit.blocks[this.unit.titleAt];
    const from = titleBlock === undefined ? 0 : this.texts.indexOf(titleBlock) + 1;
    if (this.unit.isFragment) this.phase = "preamble";
    for (let index = Math.max(0, from); index < this.texts.length; index++) {
      const block = this.texts[index];
      if (block !== undefined) this.take(block, index);
    }
    for (const draft of this.drafts) if (draft.spans.length > 1) draft.reading = readSpans(this.sheet, draft.spans);
    return this.drafts;
  }

  private take(block: Block, index: number): void {
    const { head } = block;
    const isShort = head.length < 320;
    if (isShort && this.takeMarker(block, index)) return;
    if (this.phase === "closed") return;
    const enacting = enactingStart.exec(head);
    if (
      enacting !== null &&
      (this.phase === "heading" || this.phase === "preamble") &&
      this.takeEnacting(block, enacting[0].length)
    )
      return;
    if (this.phase === "annex") return this.takeAnnex(block);
    if (this.phase === "adopted") {
      if (this.takeNextSection(block)) return;
      if (!this.returnsToOperative(block)) return this.takeAnnex(block);
    }
    if (this.phase === "heading" && !this.opensBody(block)) return;
    if (block.label !== null) return this.takeLabelled(block, block.label, index);
    this.takeUnlabelled(block, index);
  }

  /** Lines that are no paragraphs: enacting words, the close, votes, annexes, parts and sections. */
  private takeMarker(block: Block, index: number): boolean {
    const { head } = block;
    if (enactingLine.test(head)) {
      if (this.phase === "annex" && !this.part) return true;
      if (this.phase === "closed" || this.phase === "annex") this.openPart("");
      this.phase = "preamble";
      this.current = null;
      return true;
    }
    if (annexLine.test(head) && this.phase !== "heading") {
      this.phase = "annex";
      this.current = null;
      this.push("annex", block.span, "", null, [], null, 0);
      return true;
    }
    if (meetingLine.test(head) || adoptedAtPlenary.test(head)) {
      if (this.phase === "operative" || this.phase === "preamble" || this.phase === "adopted")
        this.phase = "closed";
      return this.phase !== "annex";
    }
    if (
      voteLine.test(head) &&
      (this.phase === "operative" || this.phase === "adopted" || this.phase === "closed")
    ) {
      this.phase = "closed";
      return true;
    }
    if (dateLine.test(head) && this.phase !== "annex") return true;
    const letter = letterAlone.exec(head)?.[1] ?? letterHeading.exec(head)?.[1];
    if (letter !== undefined && this.enactingFollows(index)) {
      this.openPart(letter);
      return true;
    }
    if (
      this.phase === "annex" ||
      this.phase === "adopted" ||
      this.phase === "closed" ||
      this.phase === "heading"
    )
      return false;
    return this.takeSection(block);
  }

  private openPart(letter: string): void {
    const next = this.part === "" ? "B" : String.fromCharCode(this.part.charCodeAt(0) + 1);
    const hasEarlier = this.hasOperative;
    if (this.part === "" && hasEarlier && letter !== "A") for (const draft of this.drafts) draft.part = "A";
    this.part = letter === "" && hasEarlier ? next : letter;
    this.section = "";
    this.sectionCount = 0;
    this.heading = "";
    this.headingSince = false;
    this.startSeries();
    this.phase = "heading";
  }

  private startSeries(): void {
    this.top = 0;
    this.printedTop = 0;
    this.seriesHasTop = false;
    this.current = null;
    this.chapeau = null;
    this.nesting.reset();
  }

  /** The enacting words follow within three blocks: what stands here heads a part of the resolution. */
  private enactingFollows(index: number): boolean {
    for (let next = index + 1; next <= index + 3; next++) {
      const head = this.texts[next]?.head;
      if (head !== undefined && (enactingLine.test(head) || enactingStart.test(head))) return true;
    }
    return false;
  }

  private takeSection(block: Block): boolean {
    const { head } = block;
    const roman = romanHeading.exec(head);
    const value = roman?.[1] === undefined ? null : parseRoman(roman[1]);
    const rest = roman === null ? "" : head.slice(roman[0].length);
    const isHeadingText = !isTerminal(lastCode(head)) || rest === "" || head === head.toUpperCase();
    const ends = lastCode(head);
    if (
      value !== null &&
      value <= this.sectionCount + 4 &&
      value >= this.sectionCount &&
      isHeadingText &&
      ends !== 44
    ) {
      this.openSection(formatRoman(value), value);
      this.pushHeading(block);
      return true;
    }
    const letter = letterAlone.exec(head);
    if (letter !== null || (namedSection.test(head) && !isTerminal(ends))) {
      this.pushHeading(block);
      return true;
    }
    return false;
  }

  private openSection(name: string, count: number): void {
    this.section = name;
    this.sectionCount = count;
    this.chapeau = null;
    this.current = null;
    this.headingSince = true;
    this.nesting.reset();
    // The count goes on until the section's first number says otherwise.
    this.printedTop = 0;
    this.seriesHasTop = false;
  }

  private pushHeading(block: Block): void {
    const draft = this.push("heading", block.span, "", null, [], null, 0);
    this.heading = draft.reading.text;
    this.headingSince = true;
    this.chapeau = null;
    this.current = null;
  }

  /** "The General Assembly decides …" in running text: the words behind the organ's name may be a paragraph. */
  private takeEnacting(block: Block, length: number): boolean {
    this.phase = "preamble";
    this.current = null;
    const span = { start: block.span.start + length, end: block.span.end };
    const rest = readSpans(this.sheet, [span]).text;
    if (rest === "") return true;
    const opening = readOpening(rest.charAt(0).toUpperCase() + rest.slice(1));
    if (opening === "operative") this.openUnnumbered(span);
    else this.pushPreambular(span, "");
    return true;
  }

  /** True for the first paragraph of a text that prints no enacting words. */
  private opensBody(block: Block): boolean {
    const { head } = block;
    if (agendaLine.test(head)) return false;
    const opening = readOpening(block.label === null ? head : head.slice(block.label.length));
    const ends = lastCode(
      this.sheet.source.slice(Math.max(block.span.start, block.span.end - 12), block.span.end),
    );
    const isParagraph =
      opening !== "other" &&
      (ends === 44 || ends === 59 || ends === 46 || ends === 58 || block.span.end - block.span.start > 160);
    const isBody =
      (isParagraph && !/^resolution\b/i.test(head)) ||
      (block.label?.form === "number" && opening === "operative");
    if (isBody) this.phase = "preamble";
    return isBody;
  }

  /** The heading of the resolution's own next section ends a text adopted within it. */
  private takeNextSection(block: Block): boolean {
    const roman = romanHeading.exec(block.head)?.[1];
    if (this.sectionCount === 0 || roman === undefined || parseRoman(roman) !== this.sectionCount + 1)
      return false;
    if (!this.takeSection(block)) return false;
    this.phase = "operative";
    return true;
  }

  private returnsToOperative(block: Block): boolean {
    if (block.label?.form !== "number" || this.printedTop === 0) return false;
    const returns =
      Number(block.label.mark) === this.printedTop + 1 &&
      readOpening(block.head.slice(block.label.length)) === "operative";
    if (returns) this.phase = "operative";
    return returns;
  }

  private takeAnnex(block: Block): void {
    const last = this.drafts[this.drafts.length - 1];
    const reading = readSpans(this.sheet, [block.span]);
    if (block.label === null && last?.kind === "annex" && this.isContinuation(last, reading, block))
      return this.append(last, block.span);
    const draft = this.push(
      "annex",
      block.span,
      block.label === null ? "" : this.labelText(block, block.label),
      null,
      [],
      null,
      0,
      reading,
    );
    void draft;
  }

  private takeLabelled(block: Block, label: Label, index: number): void {
    const span = { start: block.span.start + label.length, end: block.span.end };
    if (label.form === "number") return this.takeNumber(block, label, span, index);
    if (this.phase === "preamble") {
      this.pushPreambular(span, this.labelText(block, label));
      return;
    }
    this.takeSub(block, label, span, index);
  }

  private labelText(block: Block, label: Label): string {
    return this.sheet.source
      .slice(block.span.start, block.span.start + label.length)
      .replace(/[*_\s\u200b-\u200f\ufeff]+/g, "");
  }

  private takeNumber(block: Block, label: Label, span: Span, index: number): void {
    const number = Number(label.mark);
    const opening = readOpening(block.head.slice(label.length));
    if (!this.isTopNumber(number, opening)) {
      if (this.current !== null) this.takeSub(block, label, span, index);
      else if (this.phase === "preamble") this.pushPreambular(span, this.labelText(block, label));
      return;
    }
    if (number === 1 && this.seriesHasTop) {
      if (this.printedTop === 0 && !this.headingSince) this.demoteUnnumbered();
      else this.restart();
    }
    this.phase = "operative";
    this.top = number;
    this.printedTop = number;
    this.openTop(span, this.labelText(block, label));
  }

  private isTopNumber(number: number, opening: string): boolean {
    if (number === 0) return false;
    if (this.printedTop === 0)
      return (
        number === 1 ||
        number === this.top + 1 ||
        this.headingSince ||
        this.unit.isFragment ||
        opening === "operative"
      );
    if (number === this.printedTop + 1) return opening === "operative" || !this.isInDigitList(number);
    if (number === 1) return this.headingSince && (opening === "operative" || this.chapeau === null);
    return number > this.printedTop && number <= this.printedTop + 5 && opening === "operative";
  }

  /** Within "(1) … (2) …" or "1. … 2. …" below a chapeau. */
  private isInDigitList(number: number): boolean {
    return this.nesting.path[this.nesting.depth - 1] === String(number - 1);
  }

  /** The numbers begin again under a heading that prints no numeral: it is the next section. */
  private restart(): void {
    if (this.sectionCount === 0) nameFirstSection(this.drafts, this.part);
    const count = this.sectionCount === 0 ? 2 : this.sectionCount + 1;
    this.openSection(formatRoman(count), count);
  }

  /** Paragraphs without a number before "1." belong to the preamble, whatever their verb. */
  private demoteUnnumbered(): void {
    for (let index = this.drafts.length - 1; index >= 0; index--) {
      const draft = this.drafts[index];
      if (
        draft === undefined ||
        draft.kind === "heading" ||
        draft.part !== this.part ||
        draft.section !== this.section
      )
        break;
      if (draft.kind !== "operative") continue;
      draft.kind = "preambular";
      draft.top = null;
      draft.path = [];
      draft.parent = null;
      draft.depth = 0;
    }
  }

  private openTop(span: Span, label: string): void {
    this.nesting.reset();
    this.current = this.push("operative", span, label, this.top, [], null, 0);
    this.headingSince = false;
    this.seriesHasTop = true;
    this.hasOperative = true;
    this.noteChapeau(this.current);
  }

  private noteChapeau(draft: Draft): void {
    this.chapeau = lastCode(draft.reading.text) === 58 ? draft : null;
    if (draft.depth === 0 && this.chapeau !== null && adoptsText.test(draft.reading.text))
      this.adopts = draft;
    else this.adopts = null;
  }
  private adopts: Draft | null = null;

  private openUnnumbered(span: Span): void {
    if (this.headingSince && this.section !== "" && this.printedTop === 0) this.top = 0;
    this.phase = "operative";
    this.top += 1;
    this.headingSince = false;
    this.openTop(span, "");
  }

  private takeSub(block: Block, label: Label, span: Span, index: number): void {
    const parentTop = this.current;
    if (parentTop === null) {
      if (readOpening(block.head.slice(label.length)) === "operative") this.openUnnumbered(span);
      else this.push("operative", span, this.labelText(block, label), null, [], null, 0);
      return;
    }
    const next = this.nextLabel[index] ?? null;
    const path = this.nesting.enter(label, next, this.chapeau !== null);
    const parent = this.parentFor(path);
    const draft = this.push(
      "operative",
      span,
      this.labelText(block, label),
      parentTop.top,
      path,
      parent,
      path.length,
    );
    this.adopts = null;
    this.chapeau = lastCode(draft.reading.text) === 58 ? draft : this.chapeau;
  }

  /** The nearest paragraph above one at this depth. */
  private parentFor(path: readonly string[]): Draft | null {
    for (let depth = path.length - 1; depth >= 0; depth--) {
      const draft = this.open[depth];
      if (draft !== undefined) return draft;
    }
    return this.current;
  }

  private takeUnlabelled(block: Block, index: number): void {
    const bare = this.bareNumber(block);
    if (bare !== null)
      return this.takeNumber(
        block,
        bare,
        { start: block.span.start + bare.length, end: block.span.end },
        index,
      );
    const reading = readSpans(this.sheet, [block.span]);
    const { text } = reading;
    const last = this.drafts[this.drafts.length - 1];
    if (last !== undefined && last.kind !== "heading" && this.isContinuation(last, reading, block))
      return this.append(last, block.span);
    if (this.adopts !== null && !startsLower(text) && readOpening(text) !== "operative") {
      this.phase = "adopted";
      return this.takeAnnex(block);
    }
    if (this.isHeading(text, block, index)) return this.pushHeading(block);
    const opening = readOpening(text);
    if (this.phase === "preamble") {
      if (opening === "operative") this.openUnnumbered(block.span);
      else this.pushPreambular(block.span, "");
      return;
    }
    this.takeWithinOperative(block, reading, opening, index);
  }

  /** "6 Calls upon …": the expected number, its point lost in print or scanning, before an operative verb. */
  private bareNumber(block: Block): Label | null {
    const match = /^\W{0,3}(\d{1,3}|[Il](?=\s?\.))[\s.,]+(?=\p{Lu})/u.exec(block.head);
    if (match?.[1] === undefined) return null;
    // Scanners read the figure one as a letter.
    const number = /\d/.test(match[1]) ? Number(match[1]) : 1;
    if (number !== this.printedTop + 1 || (this.printedTop === 0 && this.top > 0)) return null;
    if (readOpening(block.head.slice(match[0].length)) !== "operative") return null;
    return { form: "number", mark: String(number), length: match[0].length };
  }

  private takeWithinOperative(block: Block, reading: Reading, opening: string, index: number): void {
    const next = this.nextNumber[index] ?? null;
    const isQuoted = /^["“«]/.test(reading.text);
    if (
      opening === "operative" &&
      !isQuoted &&
      (this.current === null || !this.isNumberedHere() || this.fillsGap(next))
    )
      return this.openUnnumbered(block.span);
    if (opening === "preambular" && !isQuoted && this.chapeau === null && lastCode(reading.text) === 44) {
      this.pushPreambular(block.span, "");
      return;
    }
    if (this.current === null) {
      if (opening === "preambular") this.pushPreambular(block.span, "");
      else if (reading.text.length > 60) this.openUnnumbered(block.span);
      else this.pushHeading(block);
      return;
    }
    const parent = this.chapeau ?? this.current;
    const draft = this.push(
      "operative",
      block.span,
      "",
      parent.top,
      [...parent.path, ""],
      parent,
      parent.depth + 1,
      reading,
    );
    if (lastCode(reading.text) === 58 && parent === this.current) this.chapeau = draft;
  }

  private isNumberedHere(): boolean {
    return this.printedTop > 0 || (this.isNumbered && this.top === 0);
  }

  /** The number that is missing between the last and the next printed one. */
  private fillsGap(next: number | null): boolean {
    return next === null || next === this.printedTop + 2 || (next === 1 && this.printedTop > 0);
  }

  private isHeading(text: string, block: Block, index: number): boolean {
    if (text.length > 260 || block.head.length < 2) return false;
    const ends = lastCode(text);
    if (isTerminal(ends) || ends === 44) return false;
    const opening = readOpening(text);
    const following = this.texts[index + 1];
    if (following === undefined) return false;
    // "Requests to the Executive Director" heads paragraphs; "Requests the Secretary-General" before "(a)" does not.
    const headsParagraph = following.label?.form === "number" || readOpening(following.head) === "operative";
    if (this.chapeau !== null && !headsParagraph && this.nextLabel[index]?.form !== "number") return false;
    if (opening === "operative" && text !== text.toUpperCase() && (!headsParagraph || text.length > 80))
      return false;
    if (this.phase === "preamble" && opening === "preambular") return false;
    if (text.length > 180 && !headsParagraph) return false;
    return (
      following.label !== null ||
      text === text.toUpperCase() ||
      readOpening(following.head) !== "other" ||
      text.length < 100
    );
  }

  /** True where the block runs on from the paragraph before: a page break, footnote or stray blank line cut it. */
  private isContinuation(last: Draft, reading: Reading, block: Block): boolean {
    const { text } = reading;
    const ends = lastCode(last.tail);
    if (startsLower(text)) return ends !== 58 || block.afterBreak || this.phase === "preamble";
    if (ends === 45 || ends === 0x2010) return true;
    if (isTerminal(ends)) return false;
    const opening = readOpening(text);
    if (ends === 44) return block.afterBreak && opening === "other" && last.kind === "operative";
    if (last.kind === "annex") return block.afterBreak;
    if (opening !== "other") return false;
    const ownEnd = lastCode(text);
    return block.afterBreak || isTerminal(ownEnd) || ownEnd === 44;
  }

  private append(draft: Draft, span: Span): void {
    // The whole is read once, when all its stretches are known: see `finish`.
    draft.spans.push(span);
    draft.tail = readSpans(this.sheet, [span]).text;
    if (draft === this.current || draft.kind === "operative")
      this.chapeau = lastCode(draft.tail) === 58 ? draft : this.chapeau;
  }

  private pushPreambular(span: Span, label: string): void {
    this.push("preambular", span, label, null, [], null, 0);
  }

  private push(
    kind: ParagraphKind,
    span: Span,
    label: string,
    top: number | null,
    path: readonly string[],
    parent: Draft | null,
    depth: number,
    reading: Reading = readSpans(this.sheet, [span]),
  ): Draft {
    const draft: Draft = {
      kind,
      spans: [span],
      reading,
      tail: reading.text,
      top,
      path,
      parent,
      depth,
      label,
      part: this.part,
      section: this.section,
      heading: this.heading,
    };
    this.drafts.push(draft);
    if (kind === "operative" && (label !== "" || depth === 0)) {
      this.open.length = Math.min(this.open.length, depth);
      this.open[depth] = draft;
    }
    return draft;
  }
}
