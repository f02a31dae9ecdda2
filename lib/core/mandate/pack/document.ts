import { bodyOfHolder } from "../../bodies/holder";
import type { Resolution } from "../../resolution/resolution";
import { organs } from "../../symbol/organs";
import type { DocumentContext } from "../context";
import { type Engine, type FoldedParagraph, foldParagraph } from "./paragraph";

const series: Readonly<Record<string, string>> = {
  "General Assembly": "GA",
  "Economic and Social Council": "ECOSOC",
  "Human Rights Council": "HRC",
  "Security Council": "SC",
  "United Nations Environment Assembly": "UNEA",
};

/** A complement behind a short name makes it another body's full name. */
const goesOn =
  /^(?: (?:de l|des |du |de la |d'|pour (?:la|le|les|l'|l) ?|sur |charge|preparatoire|intergouvernemental|plenier|scientifique|ad hoc|del |de los |de las |para (?:el|la|los|las) |sobre |encargad|preparatori|cientific|plenari|intergubernamental|по |для |التحضيري|الحكومي|العلمي|المعني|المخصص|ل[ء-ي])|-)/;

/** One resolution being read in a language other than English: its folded paragraphs and what short names stand for. */
export class PackDocument {
  readonly paragraphs: readonly FoldedParagraph[];
  private readonly longNames = new Map<number, readonly string[]>();

  constructor(
    readonly engine: Engine,
    readonly resolution: Resolution,
  ) {
    this.paragraphs = resolution.paragraphs.map((paragraph) => foldParagraph(engine, paragraph));
  }

  /** The context in which the words of one paragraph are read. */
  contextAt(index: number): DocumentContext {
    const { organ, session, adopted } = this.resolution;
    return {
      organ,
      organName: organ === null ? "" : organs[organ].name,
      session,
      adopted,
      text: () => "",
      resolve: (name, at) => this.longName(name, index, at) ?? name,
      sessionSeries: (name) => series[name] ?? name,
    };
  }

  /** "la Commission" → the last body before it whose English name holds "Commission"; null where it is never named in full. */
  longName(short: string, index: number, at: number, length: number | null = null): string | null {
    const form = this.engine.pack.parties.shortForms.find(({ pattern }) =>
      new RegExp(`^(?:${pattern})`).test(short),
    );
    if (form === undefined) return null;
    // "the Preparatory Committee of the Conference" is a name of its own, no short form of another committee.
    const printed = new RegExp(`^(?:${form.pattern})[а-я]*`).exec(short)?.[0] ?? "";
    if (length === null ? goesOn.test(short.slice(printed.length)) : printed.length !== length) return null;
    const here = this.paragraphs[index];
    const before = here === undefined ? [] : this.engine.lexicon.all(here.text, 0, at).map((hit) => hit.name);
    for (let back = index; back >= 0 && index - back < 60; back--) {
      const names = back === index ? before : this.namesOf(back);
      for (let last = names.length - 1; last >= 0; last--) {
        const name = names[last] ?? "";
        const asked = back === index ? (form.here ?? form.of) : form.of;
        // "the President of the General Assembly … at the session of the Assembly": the body, not who presides over it.
        const body = bodyOfHolder(name);
        if (asked.test(body)) return body;
        if (asked.test(name)) return name;
      }
    }
    const title = this.namesOf(-1).find((name) => form.of.test(name));
    return title ?? null;
  }

  private namesOf(index: number): readonly string[] {
    const known = this.longNames.get(index);
    if (known !== undefined) return known;
    const text = this.paragraphs[index]?.text ?? "";
    const names = this.engine.lexicon.all(text, 0, text.length).map((hit) => hit.name);
    this.longNames.set(index, names);
    return names;
  }
}
