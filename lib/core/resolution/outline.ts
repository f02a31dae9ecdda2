import type { Opening } from "../language/en/openings";
import {
  adoptedAtPlenary,
  agendaLine,
  annexLine,
  dateLine,
  enactingStart,
  meetingLine,
  voteLine,
} from "../language/en/structure";
import { isEnactingLine } from "../language/enacting";
import type { Reading } from "../text/reading";
import type { Span } from "../text/span";
import type { Block } from "./blocks";
import type { Draft } from "./draft";
import { isNamedHeading, looksLikeHeading, partLetter, sectionNumeral } from "./headings";
import type { Label } from "./label";
import { OutlineState } from "./outline-state";
import { isColon, isComma, isTerminal, lastCode, startsLower, startsQuoted } from "./sentence-ends";
import { readSpans, type Sheet } from "./sheet";
import type { Unit } from "./units";

/** Markers and headings are short lines; longer blocks are not tested for them. */
const longestMarker = 320;

/** Builds the paragraphs of one resolution from its blocks. */
export function buildOutline(sheet: Sheet, unit: Unit): Draft[] {
  return new OutlineBuilder(sheet, unit).build();
}

class OutlineBuilder extends OutlineState {
  build(): Draft[] {
    const titleBlock = this.unit.blocks[this.unit.titleAt];
    const from = titleBlock === undefined ? 0 : this.texts.indexOf(titleBlock) + 1;
    if (this.unit.isFragment) this.phase = "preamble";
    for (let index = Math.max(0, from); index < this.texts.length; index++) {
      const block = this.texts[index];
      if (block !== undefined) this.take(block, index);
    }
    for (const draft of this.drafts.all)
      if (draft.spans.length > 1) draft.reading = readSpans(this.sheet, draft.spans);
    return this.drafts.all;
  }

  private take(block: Block, index: number): void {
    if (block.head.length < longestMarker && this.takeMarker(block, index)) return;
    if (this.phase === "closed" || this.takeEnacting(block)) return;
    if (this.phase === "annex") this.takeAnnex(block);
    else if (this.phase === "adopted") this.takeAdopted(block, index);
    else if (this.phase !== "heading" || this.opensBody(block)) this.takeParagraph(block, index);
  }

  private takeParagraph(block: Block, index: number): void {
    if (block.label !== null) this.takeLabelled(block, block.label, index);
    else this.takeUnlabelled(block, index);
  }

  /** Lines that are no paragraphs: enacting words, the close, votes, annexes, parts and sections. */
  private takeMarker(block: Block, index: number): boolean {
    const { head } = block;
    const isBody = this.phase === "operative" || this.phase === "preamble";
    if (isEnactingLine(head)) return this.startPreamble();
    if (this.phase !== "heading" && annexLine.test(head)) return this.startAnnex(block);
    if (meetingLine.test(head) || adoptedAtPlenary.test(head)) {
      if (isBody || this.phase === "adopted") this.phase = "closed";
      return this.phase !== "annex";
    }
    if (
      this.phase !== "heading" &&
      this.phase !== "preamble" &&
      this.phase !== "annex" &&
      voteLine.test(head)
    ) {
      this.phase = "closed";
      return true;
    }
    if (this.phase !== "annex" && dateLine.test(head)) return true;
    const letter = partLetter(head);
    if (letter !== null && this.ahead.enactingFollows(index)) {
      this.openPart(letter);
      return true;
    }
    return isBody && this.takeSection(block);
  }

  private startPreamble(): boolean {
    if (this.phase === "annex" && this.drafts.part === "") return true;
    if (this.phase === "closed" || this.phase === "annex") this.openPart("");
    this.phase = "preamble";
    this.current = null;
    return true;
  }

  private startAnnex(block: Block): boolean {
    this.phase = "annex";
    this.current = null;
    this.add(block.span, { kind: "annex" });
    return true;
  }

  private takeSection(block: Block): boolean {
    const numeral = sectionNumeral(block.head);
    const isNext = numeral !== null && numeral >= this.sectionCount && numeral <= this.sectionCount + 4;
    // "I. Requests …" is a scanner's "1. Requests …".
    const isMisread = numeral === 1 && this.opening(block.head.replace(/^\W*I\W*/, "")) === "operative";
    if (isNext && !isMisread) this.openSection(numeral);
    else if (!isNamedHeading(block.head)) return false;
    this.addHeading(block);
    return true;
  }

  /** "The General Assembly decides …" in running text: the words behind the organ's name may be a paragraph. */
  private takeEnacting(block: Block): boolean {
    if (this.phase !== "heading" && this.phase !== "preamble") return false;
    const words = enactingStart.exec(block.head)?.[0];
    if (words === undefined) return false;
    this.phase = "preamble";
    this.current = null;
    const span = { start: block.span.start + words.length, end: block.span.end };
    const rest = readSpans(this.sheet, [span]).text;
    if (rest === "") return true;
    if (this.opening(rest.charAt(0).toUpperCase() + rest.slice(1)) === "operative") this.openUnnumbered(span);
    else this.add(span, { kind: "preambular" });
    return true;
  }

  /** True for the first paragraph of a text that prints no enacting words. */
  private opensBody(block: Block): boolean {
    const { head, label, span } = block;
    if (agendaLine.test(head) || /^resolution\b/i.test(head)) return false;
    const opening = this.opening(label === null ? head : head.slice(label.length));
    const ends = lastCode(this.sheet.source.slice(Math.max(span.start, span.end - 12), span.end));
    const isParagraph =
      opening !== "other" && (isComma(ends) || isTerminal(ends) || span.end - span.start > 160);
    const isBody = isParagraph || (label?.form === "number" && opening === "operative");
    if (isBody) this.phase = "preamble";
    return isBody;
  }

  /** Within a text that a paragraph adopts: its own next section or number ends it. */
  private takeAdopted(block: Block, index: number): void {
    const { label, head } = block;
    const isNextSection = this.sectionCount > 0 && sectionNumeral(head) === this.sectionCount + 1;
    if (isNextSection && this.takeSection(block)) {
      this.phase = "operative";
      return;
    }
    const returns =
      label?.form === "number" &&
      this.numbering.printed > 0 &&
      Number(label.mark) === this.numbering.printed + 1 &&
      this.opening(head.slice(label.length)) === "operative";
    if (!returns) {
      this.takeAnnex(block);
      return;
    }
    this.phase = "operative";
    this.takeParagraph(block, index);
  }

  private takeAnnex(block: Block): void {
    const { last } = this.drafts;
    const reading = readSpans(this.sheet, [block.span]);
    if (block.label === null && last?.kind === "annex" && this.continues(last, reading, block))
      this.append(last, block.span);
    else this.drafts.add(block.span, reading, { kind: "annex", label: this.printed(block) });
  }

  private takeLabelled(block: Block, label: Label, index: number): void {
    const span = { start: block.span.start + label.length, end: block.span.end };
    if (label.form === "number") this.takeNumber(block, label, span, index);
    else if (this.phase === "preamble") this.add(span, { kind: "preambular", label: this.printed(block) });
    else this.takeSub(block, label, span, index);
  }

  private takeNumber(block: Block, label: Label, span: Span, index: number): void {
    const { numbering } = this;
    const number = Number(label.mark);
    const opening = this.opening(block.head.slice(label.length));
    const isInDigitList = this.nesting.path[this.nesting.depth - 1] === String(number - 1);
    if (!numbering.isTop(number, opening, { isInDigitList, isInList: this.chapeau !== null })) {
      if (this.current !== null) this.takeSub(block, label, span, index);
      else if (this.phase === "preamble")
        this.add(span, { kind: "preambular", label: this.printed(block, label) });
      return;
    }
    if (number === 1 && numbering.hasTop) {
      if (numbering.printed === 0 && !numbering.headingSince) this.drafts.demoteSection();
      else this.restartSection();
    }
    numbering.print(number);
    this.openTop(span, this.printed(block, label));
  }

  private takeSub(block: Block, label: Label, span: Span, index: number): void {
    if (this.current === null) {
      if (this.opening(block.head.slice(label.length)) === "operative") this.openUnnumbered(span);
      else this.add(span, { kind: "operative", label: this.printed(block, label) });
      return;
    }
    const path = this.nesting.enter(label, this.ahead.nextLabel(index), this.chapeau !== null);
    const parent = this.drafts.above(path.length) ?? this.current;
    const draft = this.add(span, {
      kind: "operative",
      label: this.printed(block, label),
      top: this.current.top,
      path,
      parent,
      depth: path.length,
    });
    this.adopts = null;
    if (isColon(lastCode(draft.tail))) this.chapeau = draft;
  }

  private takeUnlabelled(block: Block, index: number): void {
    const bare = this.numbering.bareNumber(block.head, (rest) => this.opening(rest) === "operative");
    if (bare !== null) {
      this.takeNumber(block, bare, { start: block.span.start + bare.length, end: block.span.end }, index);
      return;
    }
    const reading = readSpans(this.sheet, [block.span]);
    const { last } = this.drafts;
    const opening = this.opening(reading.text);
    if (last !== undefined && last.kind !== "heading" && this.continues(last, reading, block))
      this.append(last, block.span);
    else if (this.adopts !== null && !startsLower(reading.text) && opening !== "operative") {
      this.phase = "adopted";
      this.takeAnnex(block);
    } else if (this.isHeading(reading.text, opening, index)) this.addHeading(block);
    else if (this.phase !== "preamble") this.takeWithinOperative(block, reading, opening, index);
    else if (opening === "operative") this.openUnnumbered(block.span);
    else this.drafts.add(block.span, reading, { kind: "preambular" });
  }

  private isHeading(text: string, opening: Opening, index: number): boolean {
    const following = this.ahead.following(index);
    if (following === undefined) return false;
    return looksLikeHeading(text, {
      opening,
      isInPreamble: this.phase === "preamble",
      isInList: this.chapeau !== null,
      nextIsNumber: this.ahead.nextLabel(index)?.form === "number",
      followingIsNumber: following.label?.form === "number",
      followingIsLabelled: following.label !== null,
      followingOpening: this.opening(following.head),
    });
  }

  private takeWithinOperative(block: Block, reading: Reading, opening: Opening, index: number): void {
    const { current, chapeau, numbering } = this;
    const isQuoted = startsQuoted(reading.text);
    const isNumbered = numbering.printed > 0 || (this.ahead.isNumbered && numbering.top === 0);
    const mayOpen = current === null || !isNumbered || numbering.fillsGap(this.ahead.nextNumber(index));
    const isPreambular = opening === "preambular" && !isQuoted;
    if (opening === "operative" && !isQuoted && mayOpen) this.openUnnumbered(block.span);
    else if (isPreambular && (current === null || (chapeau === null && isComma(lastCode(reading.text)))))
      this.drafts.add(block.span, reading, { kind: "preambular" });
    else if (current !== null) this.addUnmarked(block, reading, chapeau ?? current);
    else if (reading.text.length > 60) this.openUnnumbered(block.span);
    else this.addHeading(block);
  }
}
