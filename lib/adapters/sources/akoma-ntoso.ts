import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { BlockHint, FieldHint, HeaderHints, HintRole } from "@/lib/core/resolution/hints";
import type { ResolutionLanguage } from "@/lib/core/resolution/resolution";
import { fail, ok, type Result } from "@/lib/core/result";
import { fieldOf, isIsoDate, languageOf, localName, tidy } from "./akoma-ntoso-fields";
import { longestText, type SourceReading, type SourceWarning } from "./source-reading";

const mediaType = "application/akn+xml";

/** Elements whose words form a block of their own. */
const blockElements = new Set([
  "p",
  "heading",
  "subheading",
  "crossHeading",
  "num",
  "td",
  "th",
  "docketNumber",
  "alinea",
]);
/** Elements whose words are no part of the printed document. */
const silentElements = new Set(["meta"]);
/** "1 - " or "12. " at the start of a paragraph whose number is not marked up. */
const numberInWords = /^(\d{1,3} ?[-–.])\s+(?=\S)/;
/** Deeper nesting than this is no document but an attack. */
const deepest = 200;

/**
 * Reads a resolution in Akoma Ntoso (AKN4UN): the text as printed, and as hints the structure the mark-up gives.
 * A document type declaration or an entity of its own is refused. XML that breaks its own rules is read as far as
 * it can be, with a warning.
 */
export function readAkomaNtoso(xml: string): Result<SourceReading> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    return fail(
      "invalid-input",
      "This XML file declares a document type or entities. Remove the declaration and upload it again.",
    );
  const reader = new AkomaNtosoReader();
  const refusal = reader.read(xml.startsWith("\ufeff") ? xml.slice(1) : xml);
  if (refusal !== null) return fail("invalid-input", refusal);
  const result = reader.finish();
  return result.text.trim() === ""
    ? fail("invalid-input", "No text was found in this XML file.")
    : ok(result);
}

type Open = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

class AkomaNtosoReader {
  private readonly parts: string[] = [];
  private length = 0;
  private readonly open: Open[] = [];
  private readonly blocks: BlockHint[] = [];
  private readonly header: { -readonly [K in keyof HeaderHints]: HeaderHints[K] } = {};
  private readonly warnings: SourceWarning[] = [];
  private language: ResolutionLanguage | null = null;
  private silent = 0;
  /** Words of the block being read and where its header fields begin in it. */
  private words = "";
  private role: HintRole = "cover";
  private label = "";
  private note: { words: string; mark: string } | null = null;
  private pendingNotes: { words: string; mark: string }[] = [];
  private fields: { field: keyof HeaderHints; from: number; value: string | null; depth: number }[] = [];
  private doneFields: { field: keyof HeaderHints; from: number; to: number; value: string | null }[] = [];
  private inAnnex = 0;

  /** Gives a sentence for the person where the file is refused. */
  read(xml: string): string | null {
    const parser = new SaxesParser({});
    let refusal: string | null = null;
    parser.on("error", (error) => {
      if (this.warnings.length === 0)
        this.warnings.push({
          code: "malformed-xml",
          message: `The XML is not well formed (${error.message}). It was read as far as possible.`,
        });
    });
    parser.on("doctype", () => {
      refusal = "This XML file declares a document type. Remove the declaration and upload it again.";
    });
    parser.on("opentag", (tag) => this.openTag(tag));
    parser.on("text", (text) => this.takeText(text));
    parser.on("cdata", (text) => this.takeText(text));
    parser.on("closetag", (tag) => this.closeTag(tag.name));
    for (let at = 0; at < xml.length && refusal === null; at += 65536) {
      parser.write(xml.slice(at, at + 65536));
      if (this.open.length > deepest) return "The elements of this XML file are nested too deeply.";
      if (this.length > longestText) return "The text of this XML file is longer than any resolution.";
    }
    if (refusal === null) parser.close();
    return refusal;
  }

  finish(): SourceReading {
    this.endBlock();
    return {
      text: this.parts.join(""),
      mediaType,
      language: this.language,
      hints: { blocks: this.blocks, header: this.header },
      warnings: this.warnings,
    };
  }

  private openTag(tag: SaxesTagPlain): void {
    const name = localName(tag.name);
    this.open.push({ name, attributes: tag.attributes });
    if (silentElements.has(name)) this.silent++;
    this.noteMetadata(name, tag.attributes);
    if (name === "authorialNote") {
      this.note = { words: "", mark: tag.attributes.marker ?? "" };
      return;
    }
    if (this.note !== null) return;
    if (name === "attachment" || name === "attachments") this.inAnnex++;
    if (name === "eol" || name === "br") this.words += "\n";
    if (blockElements.has(name)) {
      this.endBlock();
      this.role = tag.attributes.refersTo === "#preamble" ? "preambular" : this.roleHere(name);
    }
    this.openField(name, tag.attributes);
  }

  private noteMetadata(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "FRBRlanguage" && this.language === null)
      this.language = languageOf[(attributes.language ?? "").toLowerCase()] ?? null;
    if (
      name === "FRBRdate" &&
      attributes.name === "adoption" &&
      this.header.adopted === undefined &&
      isIsoDate(attributes.date)
    )
      this.header.adopted = { value: attributes.date, span: null };
  }

  private openField(name: string, attributes: Readonly<Record<string, string>>): void {
    const field = fieldOf(name, attributes);
    if (field === null) return;
    this.fields.push({ ...field, from: this.words.length, depth: this.open.length });
  }

  private takeText(text: string): void {
    if (this.silent > 0) return;
    if (this.note !== null) this.note.words += text;
    else this.words += text;
  }

  private closeTag(tagName: string): void {
    const name = localName(tagName);
    this.open.pop();
    if (silentElements.has(name)) this.silent = Math.max(0, this.silent - 1);
    if (name === "authorialNote" && this.note !== null) {
      this.pendingNotes.push(this.note);
      this.note = null;
      return;
    }
    if (this.note !== null) return;
    if (name === "attachment" || name === "attachments") this.inAnnex--;
    const field = this.fields[this.fields.length - 1];
    if (field !== undefined && field.depth > this.open.length) {
      this.fields.pop();
      this.doneFields.push({
        field: field.field,
        from: field.from,
        to: this.words.length,
        value: field.value,
      });
    }
    if (name === "num") this.endLabel();
    else if (blockElements.has(name)) this.endBlock();
  }

  /** The words of `num` are kept for the block that follows. */
  private endLabel(): void {
    const label = tidy(this.words);
    this.words = "";
    this.doneFields = [];
    if (this.isIn("section") && !this.isIn("paragraph") && !this.isIn("point")) {
      this.role = "heading";
      this.label = label;
      this.words = label;
      this.endBlock();
      return;
    }
    this.label = label;
  }

  private isIn(name: string): boolean {
    return this.open.some((one) => one.name === name);
  }

  private isInContainer(name: string): boolean {
    return this.open.some((one) => one.name === "container" && one.attributes.name === name);
  }

  private roleHere(name: string): HintRole {
    if (this.inAnnex > 0 || this.isInContainer("annex")) return "annex";
    if (this.isInContainer("part")) return "part";
    if (name === "heading" || name === "subheading" || name === "crossHeading") return "heading";
    for (let index = this.open.length - 1; index >= 0; index--) {
      switch (this.open[index]?.name) {
        case "formula":
          return "enacting";
        case "preamble":
          return "preambular";
        case "mainBody":
          return "operative";
        case "conclusions":
          return "close";
        case "preface":
          return this.isIn("component") ? "part" : "cover";
        case "coverPage":
          return "cover";
      }
    }
    return "cover";
  }

  /** Writes the block being read, its number first, with its footnotes below it. */
  private endBlock(): void {
    const raw = this.words;
    let words = tidy(raw);
    this.words = "";
    // Arabic files print the paragraph's number within its words: "1 - ...".
    const inWords = this.role === "operative" && this.label === "" ? numberInWords.exec(words) : null;
    if (inWords !== null) {
      this.label = (inWords[1] ?? "").trim();
      words = words.slice(inWords[0].length);
    }
    if (words !== "") this.writeBlock(words);
    const fields = this.doneFields;
    this.doneFields = [];
    for (const field of fields) this.noteField(field, raw);
    for (const note of this.pendingNotes.splice(0)) this.writeNote(note);
  }

  private lastStart = 0;
  private lastWords = "";

  private writeBlock(words: string): void {
    const isLabelled = this.label !== "" && this.role !== "heading";
    if (isLabelled) this.write(`${this.label}\t`);
    const start = this.length;
    this.write(words);
    this.lastStart = start;
    this.lastWords = words;
    this.blocks.push({ role: this.role, span: { start, end: this.length }, label: this.label });
    this.label = "";
    this.write("\n\n");
  }

  private writeNote(note: { words: string; mark: string }): void {
    const words = tidy(note.words);
    if (words === "") return;
    this.write(`${note.mark} `);
    const start = this.length;
    this.write(words);
    this.blocks.push({ role: "note", span: { start, end: this.length }, label: note.mark });
    this.write("\n\n");
  }

  private write(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  private noteField(
    field: { field: keyof HeaderHints; from: number; to: number; value: string | null },
    raw: string,
  ): void {
    if (this.header[field.field] !== undefined && this.header[field.field]?.span !== null) return;
    const printed = tidy(raw.slice(field.from, field.to));
    const at = printed === "" ? -1 : this.lastWords.indexOf(printed);
    const span = at < 0 ? null : { start: this.lastStart + at, end: this.lastStart + at + printed.length };
    const value = field.value ?? printed;
    if (value === "" || (field.field === "adopted" && !isIsoDate(value))) return;
    const hint: FieldHint = { value: field.field === "symbol" ? value.trim() : value, span };
    this.header[field.field] = hint;
  }
}
