import type { LanguagePack } from "../../language/pack";
import type { Paragraph } from "../../resolution/resolution";
import { type Folded, fold } from "../../text/fold";
import type { Place } from "../draft";
import { ClauseFinder, type PackClause } from "./clauses";
import { Lexicon } from "./lexicon";

/** A language ready for reading: its patterns compiled once. */
export type Engine = {
  readonly pack: LanguagePack;
  readonly lexicon: Lexicon;
  readonly clauses: ClauseFinder;
};

const engines = new Map<LanguagePack, Engine>();

/** The engine of a language, made at its first use. */
export function engineFor(pack: LanguagePack): Engine {
  const known = engines.get(pack);
  if (known !== undefined) return known;
  const engine = { pack, lexicon: new Lexicon(pack), clauses: new ClauseFinder(pack) };
  engines.set(pack, engine);
  return engine;
}

/** A paragraph with its folded text and its clauses; places in the folded text lead back to the printed one. */
export type FoldedParagraph = {
  readonly paragraph: Paragraph;
  readonly text: string;
  readonly clauses: readonly PackClause[];
  readonly place: (start: number, end: number) => Place;
};

/** Folds a paragraph and finds its clauses. */
export function foldParagraph(engine: Engine, paragraph: Paragraph): FoldedParagraph {
  const folded = fold(paragraph.text, engine.pack.language === "zh");
  return {
    paragraph,
    text: folded.text,
    clauses: engine.clauses.find(folded.text),
    place: (start, end) => ({
      paragraph,
      start: printedAt(folded, start),
      end: printedEnd(folded, start, end, paragraph.text.length),
    }),
  };
}

const printedAt = (folded: Folded, at: number): number => folded.at[Math.min(at, folded.text.length)] ?? 0;

/** The end is behind the last character read, so that marks left out behind it stay outside. */
function printedEnd(folded: Folded, start: number, end: number, length: number): number {
  if (end <= start) return printedAt(folded, start);
  if (end >= folded.text.length) return length;
  return printedAt(folded, end - 1) + 1;
}
