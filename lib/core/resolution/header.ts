import { parseDateIn } from "../language/dates";
import { parseEnglishDate } from "../language/en/dates";
import { parseOrdinal } from "../language/en/ordinals";
import {
  adoptedAtMeeting,
  adoptedAtPlenary,
  adoptedBy,
  datedLine,
  dateLine,
  enactingStart,
  meetingLine,
  sessionLine,
} from "../language/en/structure";
import { readEnactingLine, startsEnacting } from "../language/enacting";
import { parseSymbol } from "../symbol/parse-symbol";
import type { DocumentSymbol, OrganId } from "../symbol/symbol";
import { quoteReading, type Reading } from "../text/reading";
import type { Quote, Span } from "../text/span";
import type { Resolution } from "./resolution";
import { readSpans, type Sheet } from "./sheet";
import { organByName, organNamed, type Unit } from "./units";

/** What a resolution's heading and close say. */
export type Header = Pick<
  Resolution,
  "symbol" | "organ" | "session" | "adopted" | "meeting" | "title" | "found"
> & {
  readonly documentSymbol: DocumentSymbol | null;
};

type Found = { -readonly [K in keyof Resolution["found"]]: Resolution["found"][K] };

/** A symbol in a heading: "A/RES/52/205", "UNEP/EA.2/RES.5", "A/HRC/RES/35/13". */
const printedSymbol =
  /(?:A\/HRC\/RES|A\/RES|E\/RES|S\/RES|UNEP\/EA\.(?:SS\.)?\d{1,2}\/R(?:ES|es))[./][A-Z0-9/.()-]{1,20}(?: \([A-Z0-9-]{1,9}\)| [A-Z](?![A-Za-z-]))?/;

/** A line that can be part of a title: it begins with a letter or quotation mark and is more than a part's letter. */
const titleGoesOn = /^["“‘(]?\p{L}.*\p{L}{2}/u;

/** Heading blocks looked at; a cover page has fewer. */
const headingReach = 40;

/** Reads the header of one unit. `organ` is the organ of the document, used where the unit names none. */
export function readHeader(sheet: Sheet, unit: Unit, organ: OrganId | null): Header {
  return new HeaderReader(sheet, unit, organ).read();
}

class HeaderReader {
  private readonly found: Found = {};
  private organ: OrganId | null = null;
  private session: number | null = null;
  private adopted: string | null = null;
  private meeting: string | null = null;
  private title = "";
  private symbol: DocumentSymbol | null = null;

  constructor(
    private readonly sheet: Sheet,
    private readonly unit: Unit,
    private readonly fallback: OrganId | null,
  ) {}

  read(): Header {
    this.readHeading();
    this.readTitle();
    this.readClose();
    const organ = this.organ ?? this.symbol?.organ ?? this.fallback;
    this.settleSymbol(organ);
    return {
      symbol: this.symbol?.canonical ?? "",
      documentSymbol: this.symbol,
      organ: organ ?? null,
      session: this.sessionOf(organ),
      adopted: this.adopted,
      meeting: this.meeting,
      title: this.title,
      found: this.found,
    };
  }

  private textOf(index: number): Reading | null {
    const block = this.unit.blocks[index];
    return block === undefined || block.kind === "footnote" ? null : readSpans(this.sheet, [block.span]);
  }

  /** Everything above the enacting words. */
  private readHeading(): void {
    const { blocks } = this.unit;
    for (let index = 0; index < Math.min(blocks.length, headingReach); index++) {
      const block = blocks[index];
      if (block === undefined || block.kind === "footnote") continue;
      const enacting = readEnactingLine(block.head)?.name ?? enactingStart.exec(block.head)?.[1];
      if (enacting !== undefined && index > this.unit.titleAt) {
        this.noteOrgan(index, enacting);
        return;
      }
      if (block.span.end - block.span.start > 1200) continue;
      const reading = this.headingReading(index);
      if (reading !== null) this.readHeadingBlock(reading);
    }
  }

  /** "Adopted by the Security Council at its 6774th meeting, on" runs on into the date below it. */
  private headingReading(index: number): Reading | null {
    const block = this.unit.blocks[index];
    const next = this.unit.blocks[index + 1];
    if (block === undefined) return null;
    const runsOn = next !== undefined && dateLine.test(next.head) && /(?:\bon|,|meeting)$/.test(block.head);
    return runsOn ? readSpans(this.sheet, [block.span, next.span]) : this.textOf(index);
  }

  private noteOrgan(index: number, name: string | undefined): void {
    const organ = name === undefined ? null : organByName(name);
    if (organ === null || this.organ !== null) return;
    this.organ = organ;
    const reading = this.textOf(index);
    const at = reading?.text.toLowerCase().indexOf((name ?? "").toLowerCase()) ?? -1;
    if (reading !== null && at >= 0) this.found.organ = quoteReading(reading, at, at + (name ?? "").length);
  }

  /** Organ and date above the enacting words of a text in another of the six languages. */
  private readForeignBlock(reading: Reading): void {
    const { language } = this.unit;
    const organ = this.organ === null ? organNamed(reading.text, language) : null;
    if (organ !== null) this.organ = organ;
    const adopted = this.adopted === null ? parseDateIn(language, reading.text) : null;
    if (adopted !== null) this.adopted = adopted;
  }

  private readHeadingBlock(reading: Reading): void {
    const { text } = reading;
    const at = adoptedAtMeeting.exec(text);
    if (at !== null) {
      this.take("adopted", reading, at[3], (value) => (this.adopted = parseEnglishDate(value)));
      this.take(
        "meeting",
        reading,
        at[2] === undefined ? undefined : `${at[2]} meeting`,
        (value) => (this.meeting = value),
      );
    }
    const by = adoptedBy.exec(text) ?? at;
    if (by !== null && this.organ === null) {
      this.take("organ", reading, by[1], (value) => (this.organ = organByName(value)));
      if (by[2] !== undefined && by !== at)
        this.take("adopted", reading, by[2], (value) => (this.adopted = parseEnglishDate(value)));
    }
    if (this.unit.language !== "en") this.readForeignBlock(reading);
    const dated = datedLine.exec(text);
    if (dated !== null)
      this.take("adopted", reading, dated[1], (value) => (this.adopted = parseEnglishDate(value)));
    const session = sessionLine.exec(text);
    if (session !== null && this.session === null)
      this.take(
        "session",
        reading,
        session[1] ?? session[2],
        (value) => (this.session = parseOrdinal(value) ?? Number(value)),
      );
    const symbol = printedSymbol.exec(text);
    if (symbol !== null && this.symbol === null && text.length < 200) {
      const parsed = parseSymbol(symbol[0]) ?? parseSymbol(symbol[0].replace(/[.(]+$/, ""));
      if (parsed !== null) {
        this.symbol = parsed;
        this.found.symbol = quoteReading(reading, symbol.index, symbol.index + symbol[0].length);
      }
    }
  }

  private take(
    field: keyof Found,
    reading: Reading,
    value: string | undefined,
    set: (value: string) => void,
  ): void {
    if (value === undefined || this.found[field] !== undefined) return;
    const at = reading.text.indexOf(value);
    set(value);
    if (at >= 0) this.found[field] = quoteReading(reading, at, at + value.length);
  }

  private readTitle(): void {
    const { title, titleAt, blocks } = this.unit;
    const block = blocks[titleAt];
    if (title === null || block === undefined) return;
    const cover = this.symbol;
    const isSame =
      cover !== null && cover.session === title.symbol.session && cover.number === title.symbol.number;
    // The cover says "77/253 B" where the title line prints "77/253." and the part below it.
    if (!isSame || cover.part === "") this.symbol = title.symbol;
    const { start, end } = block.span;
    if (!isSame || cover.part === "")
      this.found.symbol = this.quoteSpan(start + title.numberStart, start + title.numberEnd);
    if (title.symbol.organ === "SC") return;
    const spans = start + title.titleStart < end ? [{ start: start + title.titleStart, end }] : [];
    for (const more of this.titleBelow(spans.length > 0)) spans.push(more);
    const reading = readSpans(this.sheet, spans);
    const quote = quoteReading(reading, 0, reading.text.length);
    if (quote.text === "") return;
    this.title = quote.text.replace(/^[.—–-]\s*/, "");
    this.found.title = quote;
  }

  /** Lines of the title below its first: where the number stood alone, or the line breaks off. */
  private titleBelow(hasStart: boolean): Span[] {
    const { blocks, titleAt } = this.unit;
    const spans: Span[] = [];
    let last = hasStart ? (blocks[titleAt]?.span ?? null) : null;
    for (let index = titleAt + 1; index < Math.min(blocks.length, titleAt + 6); index++) {
      const block = blocks[index];
      if (
        block === undefined ||
        block.kind !== "text" ||
        block.label !== null ||
        block.span.end - block.span.start > 400
      )
        break;
      const { head } = block;
      if (startsEnacting(head) || datedLine.test(head) || sessionLine.test(head) || !titleGoesOn.test(head))
        break;
      if (last !== null && !this.breaksOff(last, head)) break;
      spans.push(block.span);
      last = block.span;
    }
    return spans;
  }

  private breaksOff(line: Span, next: string): boolean {
    const end = this.sheet.source.slice(Math.max(line.start, line.end - 14), line.end);
    return (
      /^[a-z]/.test(next) ||
      /(?:[,\u00ad-]|\b(?:of|the|and|for|to|in|on|by|a|an|with|from|or|concerning|its))$/i.test(end)
    );
  }

  private quoteSpan(start: number, end: number): Quote {
    const reading = readSpans(this.sheet, [{ start, end }]);
    return quoteReading(reading, 0, reading.text.length);
  }

  /** The meeting and date below the last paragraph. */
  private readClose(): void {
    const { blocks, titleAt } = this.unit;
    for (let index = Math.max(0, titleAt + 1); index < blocks.length; index++) {
      const block = blocks[index];
      if (block === undefined || block.kind !== "text" || block.head.length > 160) continue;
      const plenary = adoptedAtPlenary.exec(block.head);
      const meeting = plenary === null ? meetingLine.exec(block.head) : null;
      if (plenary === null && meeting === null) continue;
      const reading = this.textOf(index);
      if (reading === null) continue;
      if (this.meeting === null) {
        const words = plenary === null ? (meeting?.[1] ?? "") : `${plenary[1]}`;
        this.take(
          "meeting",
          reading,
          words.replace(/^at (?:its|the) /i, ""),
          (value) => (this.meeting = value),
        );
      }
      const day = plenary?.[2] ?? meeting?.[3];
      if (day !== undefined)
        this.take("adopted", reading, day, (value) => (this.adopted = parseEnglishDate(value)));
      else this.readDateAfter(index);
      return;
    }
  }

  private readDateAfter(index: number): void {
    for (let next = index + 1; next <= index + 3; next++) {
      const block = this.unit.blocks[next];
      if (block === undefined || block.kind !== "text" || !dateLine.test(block.head)) continue;
      const reading = this.textOf(next);
      const date = reading === null ? null : parseEnglishDate(reading.text);
      if (reading !== null && date !== null)
        this.take("adopted", reading, reading.text.replace(/[.,]$/, ""), () => (this.adopted = date));
      return;
    }
  }

  /** A bare number belongs to the organ that speaks: "2/5" of the Environment Assembly, "35/13" of the Human Rights Council. */
  private settleSymbol(organ: OrganId | null): void {
    if (this.symbol === null || organ === null || this.symbol.organ === organ) return;
    const printed = this.found.symbol?.text;
    const again = printed === undefined ? null : parseSymbol(printed, organ);
    if (again !== null && again.organ === organ) this.symbol = again;
  }

  private sessionOf(organ: OrganId | null): number | null {
    if (organ === "SC")
      return this.symbol?.session ?? (this.adopted === null ? null : Number(this.adopted.slice(0, 4)));
    return this.symbol?.session ?? this.session;
  }
}
