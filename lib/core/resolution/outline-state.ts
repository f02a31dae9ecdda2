import type { Opening } from "../language/en/openings";
import { adoptsText } from "../language/en/structure";
import { readOpeningIn, type TextLanguage } from "../language/enacting";
import { formatRoman } from "../symbol/roman";
import type { Reading } from "../text/reading";
import type { Span } from "../text/span";
import type { Block } from "./blocks";
import { type Draft, DraftList, type NewDraft, nameFirstSection } from "./draft";
import type { Label } from "./label";
import { Lookahead } from "./lookahead";
import { Nesting } from "./nesting";
import { Numbering } from "./numbering";
import { isColon, isComma, isHyphen, isTerminal, lastCode, startsLower } from "./sentence-ends";
import { readSpans, type Sheet } from "./sheet";
import type { Unit } from "./units";

/** Where the reader stands in a resolution. */
export type Phase = "heading" | "preamble" | "operative" | "closed" | "annex" | "adopted";

/** The outline as far as it is read, and the moves that change it. Which line makes which move, `outline.ts` decides. */
export class OutlineState {
  protected readonly drafts = new DraftList();
  protected readonly texts: readonly Block[];
  protected readonly ahead: Lookahead;
  protected readonly numbering: Numbering;
  protected readonly nesting = new Nesting();
  protected readonly language: TextLanguage;
  protected phase: Phase = "heading";
  protected sectionCount = 0;
  protected hasOperative = false;
  protected current: Draft | null = null;
  /** The paragraph whose colon stands open. */
  protected chapeau: Draft | null = null;
  /** "Adopts the following declaration:", if that was the last paragraph. */
  protected adopts: Draft | null = null;

  constructor(
    protected readonly sheet: Sheet,
    protected readonly unit: Unit,
  ) {
    this.texts = unit.blocks.filter((block) => block.kind === "text");
    this.ahead = new Lookahead(this.texts);
    this.numbering = new Numbering(unit.isFragment);
    this.language = unit.language;
  }

  protected opening(text: string): Opening {
    return readOpeningIn(this.language, text);
  }

  protected openPart(letter: string): void {
    const { drafts } = this;
    const next = drafts.part === "" ? "B" : String.fromCharCode(drafts.part.charCodeAt(0) + 1);
    if (drafts.part === "" && this.hasOperative && letter !== "A")
      for (const draft of drafts.all) draft.part = "A";
    drafts.part = letter === "" && this.hasOperative ? next : letter;
    drafts.section = "";
    drafts.heading = "";
    this.sectionCount = 0;
    this.numbering.restart();
    this.numbering.headingSince = false;
    this.leaveParagraph();
    this.phase = "heading";
  }

  protected leaveParagraph(): void {
    this.current = null;
    this.chapeau = null;
    this.nesting.reset();
  }

  protected openSection(count: number): void {
    this.drafts.section = formatRoman(count);
    this.sectionCount = count;
    this.numbering.openSection();
    this.leaveParagraph();
  }

  protected addHeading(block: Block): void {
    this.drafts.heading = this.add(block.span, { kind: "heading" }).reading.text;
    this.numbering.headingSince = true;
    this.chapeau = null;
    this.current = null;
  }

  /** The mark as printed. */
  protected printed(block: Block, label: Label | null = block.label): string {
    const { start } = block.span;
    return this.sheet.source
      .slice(start, start + (label?.length ?? 0))
      .replace(/[*_\s\u200b-\u200f\ufeff]+/g, "");
  }

  /** The numbers begin again under a heading that prints no numeral: it is the next section. */
  protected restartSection(): void {
    if (this.sectionCount === 0) nameFirstSection(this.drafts.all, this.drafts.part);
    this.openSection(this.sectionCount === 0 ? 2 : this.sectionCount + 1);
    const { last } = this.drafts;
    if (last?.kind === "heading") last.section = this.drafts.section;
  }

  protected openTop(span: Span, label: string): void {
    this.phase = "operative";
    this.nesting.reset();
    const draft = this.add(span, { kind: "operative", label, top: this.numbering.top });
    this.current = draft;
    this.numbering.headingSince = false;
    this.numbering.hasTop = true;
    this.hasOperative = true;
    this.chapeau = isColon(lastCode(draft.tail)) ? draft : null;
    this.adopts = this.chapeau !== null && adoptsText.test(draft.tail) ? draft : null;
  }

  protected openUnnumbered(span: Span): void {
    this.numbering.count(this.drafts.section !== "");
    this.openTop(span, "");
  }

  /** A sub-paragraph without a mark: an item of the open list, or a further sentence of the paragraph. */
  protected addUnmarked(block: Block, reading: Reading, parent: Draft): void {
    const draft = this.drafts.add(block.span, reading, {
      kind: "operative",
      top: parent.top,
      path: [...parent.path, ""],
      parent,
      depth: parent.depth + 1,
    });
    if (isColon(lastCode(reading.text)) && parent === this.current) this.chapeau = draft;
  }

  /** True where the block runs on from the paragraph before: a page break, footnote or stray blank line cut it. */
  protected continues(last: Draft, reading: Reading, block: Block): boolean {
    const { text } = reading;
    const ends = lastCode(last.tail);
    if (startsLower(text)) return !isColon(ends) || block.afterBreak || this.phase === "preamble";
    if (isHyphen(ends)) return true;
    if (isTerminal(ends)) return false;
    const opening = this.opening(text);
    if (isComma(ends)) return block.afterBreak && opening === "other" && last.kind === "operative";
    if (last.kind === "annex") return block.afterBreak;
    if (opening !== "other") return false;
    const ownEnd = lastCode(text);
    return block.afterBreak || isTerminal(ownEnd) || isComma(ownEnd);
  }

  protected append(draft: Draft, span: Span): void {
    // The whole is read once, when all its stretches are known: see `build`.
    draft.spans.push(span);
    draft.tail = readSpans(this.sheet, [span]).text;
    if (draft.kind === "operative" && isColon(lastCode(draft.tail))) this.chapeau = draft;
  }

  protected add(span: Span, made: NewDraft): Draft {
    return this.drafts.add(span, readSpans(this.sheet, [span]), made);
  }
}
