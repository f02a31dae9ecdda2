import { parseSymbol } from "../symbol/parse-symbol";
import { formatRoman, parseRoman } from "../symbol/roman";
import type { Reading } from "../text/reading";
import type { Quote } from "../text/span";
import { type Draft, DraftList, nameFirstSection } from "./draft";
import { foreignLabel } from "./foreign-marks";
import type { Header } from "./header";
import type { BlockHint, FieldHint, HeaderHints } from "./hints";
import type { Label } from "./label";
import { Nesting } from "./nesting";
import type { Footnote, ParagraphKind, ResolutionLanguage } from "./resolution";
import { organNamed } from "./units";

/** Reads a stretch of the source; see `readSpans`. */
export type ReadBlock = (hint: BlockHint) => Reading;

/** Builds the paragraphs that mark-up sets apart, in any of the six languages. */
export function hintedOutline(hints: readonly BlockHint[], read: ReadBlock): Draft[] {
  const builder = new HintedOutline(read);
  const numbers = followingNumbers(hints);
  for (const [index, hint] of hints.entries())
    builder.take(hint, nextLabel(hints, index), numbers[index] ?? null);
  return builder.finish();
}

/** For each block the number of the next numbered paragraph behind it in the same part. */
function followingNumbers(hints: readonly BlockHint[]): readonly (number | null)[] {
  const numbers: (number | null)[] = [];
  let number: number | null = null;
  for (let index = hints.length - 1; index >= 0; index--) {
    numbers[index] = number;
    const hint = hints[index];
    if (hint?.role === "part") number = null;
    const label = hint?.role === "operative" ? foreignLabel(hint.label) : null;
    if (label?.form === "number") number = Number(label.mark);
  }
  return numbers;
}

function nextLabel(hints: readonly BlockHint[], index: number): Label | null {
  const next = hints[index + 1];
  return next === undefined || next.role !== "operative" ? null : foreignLabel(next.label);
}

class HintedOutline {
  private readonly list = new DraftList();
  private readonly nesting = new Nesting();
  private top: number | null = null;
  private sections = 0;
  private unnumbered = 0;
  private current: Draft | null = null;
  private chapeau: Draft | null = null;

  constructor(private readonly read: ReadBlock) {}

  finish(): Draft[] {
    return this.list.all;
  }

  take(hint: BlockHint, next: Label | null, nextNumber: number | null): void {
    switch (hint.role) {
      case "cover":
      case "close":
      case "enacting":
      case "note":
        return;
      case "part":
        this.startPart(this.read(hint).text);
        return;
      case "heading":
        this.takeHeading(hint);
        return;
      case "preambular":
      case "annex":
        this.push(hint, hint.role, null, [], null, 0);
        return;
      case "operative":
        this.takeOperative(hint, next, nextNumber);
    }
  }

  private startPart(name: string): void {
    this.list.part = name;
    this.list.section = "";
    this.startSeries();
  }

  private startSeries(): void {
    this.top = null;
    this.unnumbered = 0;
    this.current = null;
    this.chapeau = null;
    this.nesting.reset();
  }

  private takeHeading(hint: BlockHint): void {
    const numeral = (hint.label === "" ? this.read(hint).text : hint.label).replace(/[\s.]/g, "");
    const count = numeral.length <= 6 ? parseRoman(numeral) : null;
    if (count !== null) {
      this.list.section = numeral;
      this.sections = count;
      this.startSeries();
    }
    const draft = this.push(hint, "heading", null, [], null, 0);
    this.list.heading = draft.reading.text;
    this.chapeau = null;
  }

  /** The numbers begin again under a heading whose numeral is none of ours ("أولا", "一"): it is the next section. */
  private restart(): void {
    if (this.sections === 0) nameFirstSection(this.list.all, this.list.part);
    this.sections = this.sections === 0 ? 2 : this.sections + 1;
    this.list.section = formatRoman(this.sections);
    this.startSeries();
  }

  private takeOperative(hint: BlockHint, next: Label | null, nextNumber: number | null): void {
    const label = foreignLabel(hint.label);
    if (label?.form === "number") {
      if (label.mark === "1" && this.top !== null) this.restart();
      this.top = Number(label.mark);
      this.nesting.reset();
      this.open(this.push(hint, "operative", this.top, [], null, 0));
    } else if (label !== null && this.current !== null) {
      const path = this.nesting.enter(label, next, this.chapeau !== null);
      const parent = this.list.above(path.length) ?? this.current;
      const draft = this.push(hint, "operative", this.current.top, path, parent, path.length);
      if (endsOpen(draft)) this.chapeau = draft;
    } else if (this.current === null && nextNumber === 1 && this.top === null) {
      this.push(hint, "preambular", null, [], null, 0);
    } else if (
      this.top !== null &&
      nextNumber === this.top + 2 &&
      !(this.current !== null && endsOpen(this.current))
    ) {
      this.top += 1;
      this.nesting.reset();
      this.open(this.push(hint, "operative", this.top, [], null, 0));
    } else if (this.current === null) {
      this.unnumbered++;
      this.open(this.push(hint, "operative", this.unnumbered, [], null, 0));
    } else if (this.top === null && !endsOpen(this.current)) {
      this.unnumbered++;
      this.open(this.push(hint, "operative", this.unnumbered, [], null, 0));
    } else {
      const parent = this.chapeau ?? this.current;
      this.push(hint, "operative", parent.top, [...parent.path, ""], parent, parent.depth + 1);
    }
  }

  private open(draft: Draft): void {
    this.current = draft;
    this.chapeau = endsOpen(draft) ? draft : null;
  }

  private push(
    hint: BlockHint,
    kind: ParagraphKind,
    top: number | null,
    path: readonly string[],
    parent: Draft | null,
    depth: number,
  ): Draft {
    return this.list.add(hint.span, this.read(hint), {
      kind,
      top,
      path,
      parent,
      depth,
      label: hint.label.trim(),
    });
  }
}

const endsOpen = (draft: Draft): boolean => /[:：]\s*$/.test(draft.reading.text);

/** The header that mark-up names, in any of the six languages. */
export function hintedHeader(
  hints: HeaderHints,
  blocks: readonly BlockHint[],
  read: ReadBlock,
  language: ResolutionLanguage,
): Header {
  const found: { -readonly [K in keyof Header["found"]]: Header["found"][K] } = {};
  const note = (field: keyof Header["found"], hint: FieldHint | undefined): void => {
    if (hint?.span) found[field] = quoteField(hint, read);
  };
  note("symbol", hints.symbol);
  note("session", hints.session);
  note("adopted", hints.adopted);
  note("meeting", hints.meeting);
  note("title", hints.title);
  const symbolText = hints.symbol?.value ?? "";
  const symbol = parseSymbol(symbolText) ?? parseSymbol(symbolText.replace(/ [A-Z](?:-[A-Z])+$/, ""));
  const enacting = blocks.find((block) => block.role === "enacting");
  const organ = symbol?.organ ?? (enacting === undefined ? null : organNamed(read(enacting).text, language));
  const adopted = hints.adopted?.value ?? null;
  const ownYear = organ === "SC" && adopted !== null ? Number(adopted.slice(0, 4)) : null;
  const stated = hints.session === undefined ? null : Number(hints.session.value);
  return {
    symbol: symbol?.canonical ?? symbolText,
    documentSymbol: symbol,
    organ,
    session: symbol?.session ?? ownYear ?? (stated !== null && Number.isFinite(stated) ? stated : null),
    adopted,
    meeting: hints.meeting?.value ?? null,
    title: hints.title?.value ?? "",
    found,
  };
}

function quoteField(hint: FieldHint, read: ReadBlock): Quote {
  const span = hint.span ?? { start: 0, end: 0 };
  return { text: read({ role: "cover", span, label: "" }).text, spans: [span] };
}

/** The footnotes that mark-up sets apart; each belongs to the paragraph before it. */
export function hintedNotes(
  hints: readonly BlockHint[],
  read: ReadBlock,
  carrierAt: (position: number) => string | null,
): Footnote[] {
  return hints
    .filter((hint) => hint.role === "note")
    .map((hint) => {
      const carrier = carrierAt(hint.span.start);
      return {
        mark: hint.label,
        text: read(hint).text,
        spans: [hint.span],
        paragraphIds: carrier === null ? [] : [carrier],
      };
    });
}
