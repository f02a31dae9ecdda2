import { symbolFromFileName } from "../symbol/parse-symbol";
import type { DocumentSymbol } from "../symbol/symbol";
import { hyphenJudge } from "../text/hyphens";
import { readPieces } from "../text/normalize";
import type { Span } from "../text/span";
import { readNotes } from "./footnotes";
import { readHeader } from "./header";
import { hintedHeader, hintedNotes, hintedOutline, type ReadBlock } from "./hinted";
import type { BlockHint, ReadingHints } from "./hints";
import { buildOutline } from "./outline";
import { nameParagraphs } from "./paragraph-id";
import type { Paragraph, ReadingWarning, Resolution, ResolutionLanguage } from "./resolution";
import { readSheet, type Sheet } from "./sheet";
import { guessOrgan, languageOfBlocks, splitUnits, type Unit } from "./units";

/** A text to be read. */
export type ResolutionSource = {
  readonly text: string;
  readonly language?: string;
  readonly hints?: ReadingHints;
};

const languages: readonly string[] = ["en", "fr", "es", "ru", "zh", "ar"];

/**
 * Reads every resolution that a text prints, the one that the document is about first. Any text gives at least one
 * result; what shows no mark of a resolution has `isResolution` false. Never throws; time is linear in the text.
 */
export function readResolutions(source: ResolutionSource): Resolution[] {
  const marked = source.hints?.blocks ?? [];
  if (marked.some((hint) => hint.role === "operative" || hint.role === "preambular"))
    return [readHinted(source, marked)];
  const sheet = readSheet(source.text);
  const organ = guessOrgan(sheet.blocks);
  const language = languageOf(source.language);
  const units = splitUnits(sheet.blocks, organ, languageOfBlocks(sheet.blocks, language));
  const read = units.map((unit) => ({ unit, resolution: readUnit(sheet, unit, organ) }));
  const main = chooseMain(read, source.hints, sheet);
  const others = read.filter((one) => one.unit !== main?.unit);
  const ordered = main === undefined ? others : [main, ...others];
  return ordered.map((one, index) =>
    index === 0 ? withStatedSymbol(one.resolution, source.hints) : one.resolution,
  );
}

/** Where the words show no symbol but the mark-up names one, that is the document's. */
function withStatedSymbol(resolution: Resolution, hints: ReadingHints | undefined): Resolution {
  const stated = hints?.header?.symbol?.value;
  if (resolution.symbol !== "" || stated === undefined || stated === "") return resolution;
  return {
    ...resolution,
    symbol: stated,
    warnings: resolution.warnings.filter((warning) => warning.code !== "no-symbol"),
  };
}

/** Reads a source whose mark-up says what is what. */
function readHinted(source: ResolutionSource, marked: readonly BlockHint[]): Resolution {
  const language = languageOf(source.language);
  const judge = hyphenJudge(source.text);
  const read: ReadBlock = (hint) => readPieces(source.text, [hint.span], [], judge);
  const { documentSymbol, ...header } = hintedHeader(source.hints?.header ?? {}, marked, read, language);
  const paragraphs = nameParagraphs(hintedOutline(marked, read), header.symbol);
  const isResolution =
    documentSymbol !== null && paragraphs.some((paragraph) => paragraph.kind === "operative");
  const carrierAt = carriers(paragraphs);
  return {
    ...header,
    paragraphs,
    footnotes: hintedNotes(marked, read, carrierAt),
    warnings: warningsFor(header.symbol, header.adopted, isResolution),
    isResolution,
    language,
    span: { start: 0, end: source.text.length },
  };
}

/** Finds the last paragraph that begins before a position. Positions must come in rising order. */
function carriers(paragraphs: readonly Paragraph[]): (position: number) => string | null {
  let at = 0;
  return (position) => {
    while (at < paragraphs.length && (paragraphs[at]?.spans[0]?.start ?? 0) < position) at++;
    return paragraphs[at - 1]?.id ?? null;
  };
}

const languageOf = (language: string | undefined): ResolutionLanguage =>
  languages.includes(language ?? "") ? (language as ResolutionLanguage) : "en";

function warningsFor(symbol: string, adopted: string | null, isResolution: boolean): ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  if (symbol === "")
    warnings.push({ code: "no-symbol", message: "No document symbol was found in the text.", span: null });
  if (!isResolution)
    warnings.push({
      code: "not-a-resolution",
      message: "The text shows none of the marks of a resolution, or no operative paragraph.",
      span: null,
    });
  else if (adopted === null)
    warnings.push({ code: "no-date", message: "No date of adoption was found in the text.", span: null });
  return warnings;
}

/** Reads the resolution that a text is about; see `readResolutions`. */
export function readResolution(text: string): Resolution {
  const [main] = readResolutions({ text });
  if (main === undefined) throw new Error("readResolutions gave nothing");
  return main;
}

function readUnit(sheet: Sheet, unit: Unit, organ: Parameters<typeof readHeader>[2]): Resolution {
  const { documentSymbol, ...header } = readHeader(sheet, unit, organ);
  const paragraphs = nameParagraphs(buildOutline(sheet, unit), header.symbol);
  const span: Span = {
    start: unit.blocks[0]?.span.start ?? 0,
    end: unit.blocks[unit.blocks.length - 1]?.span.end ?? 0,
  };
  const hasOperative = paragraphs.some((paragraph) => paragraph.kind === "operative");
  const isResolution = hasOperative && (header.organ !== null || documentSymbol !== null);
  const warnings = warningsFor(header.symbol, header.adopted, isResolution);
  if (unit.isFragment)
    warnings.push({
      code: "fragment",
      message: "The beginning of this resolution is not in the text.",
      span,
    });
  return {
    ...header,
    paragraphs,
    footnotes: readNotes(sheet, unit, paragraphs),
    warnings,
    isResolution,
    language: unit.language,
    span,
  };
}

type Read = { readonly unit: Unit; readonly resolution: Resolution };

/** Of several resolutions on the pages, the one that the document is about. */
function chooseMain(read: readonly Read[], hints: ReadingHints | undefined, sheet: Sheet): Read | undefined {
  const whole = read.filter((one) => !one.unit.isFragment);
  const candidates = whole.length > 0 ? whole : read;
  const named = hints?.fileName === undefined ? null : symbolFromFileName(hints.fileName);
  if (named !== null) {
    const matches = candidates.filter((one) => sameDocument(one.resolution.symbol, named.canonical));
    const match = matches.find((one) => one.unit.language === "en") ?? matches[0];
    if (match !== undefined) return match;
    const tail = tailOf(named, read);
    if (tail !== undefined) return tail;
  }
  const lastPage = sheet.blocks[sheet.blocks.length - 1]?.page ?? 1;
  const covering = candidates.filter((one) => coversPages(one.unit, lastPage));
  const pool = covering.length > 0 ? covering : candidates;
  const inEnglish = pool.filter((one) => one.unit.language === "en");
  // Scans of the first years print English and French side by side.
  return longest(inEnglish.length > 0 ? inEnglish : pool);
}

/** A page may show only the end of the document it is named after: what stands before the next number. */
function tailOf(named: DocumentSymbol, read: readonly Read[]): Read | undefined {
  const [fragment, next] = read;
  const symbol = next?.unit.title?.symbol;
  if (fragment === undefined || symbol === undefined || !fragment.unit.isFragment) return undefined;
  const isNext = symbol.session === named.session && Number(symbol.number) === Number(named.number) + 1;
  const hasOperative = fragment.resolution.paragraphs.some((one) => one.kind === "operative");
  if (!isNext || !hasOperative) return undefined;
  const { canonical, organ, session } = named;
  const warnings = fragment.resolution.warnings.filter(
    (one) => one.code !== "no-symbol" && one.code !== "not-a-resolution",
  );
  return {
    ...fragment,
    resolution: { ...fragment.resolution, symbol: canonical, organ, session, warnings, isResolution: true },
  };
}

/** "A/RES/57/283 B" is printed as "57/283" with part B below. */
const sameDocument = (a: string, b: string): boolean => a === b || (a !== "" && b.startsWith(`${a} `));

/** A document consists of the pages on which its resolution stands: it begins on the first and ends on the last. */
function coversPages(unit: Unit, lastPage: number): boolean {
  const first = unit.blocks[0]?.page ?? 1;
  const last = unit.blocks[unit.blocks.length - 1]?.page ?? 1;
  return first === 1 && last === lastPage;
}

function longest(read: readonly Read[]): Read | undefined {
  let best: Read | undefined;
  for (const one of read) {
    const isLonger = best === undefined || weight(one) > weight(best);
    if (isLonger) best = one;
  }
  return best;
}

const weight = (one: Read): number =>
  (one.resolution.isResolution ? 1e9 : 0) + (one.resolution.span.end - one.resolution.span.start);
