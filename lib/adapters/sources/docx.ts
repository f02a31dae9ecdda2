import mammoth from "mammoth";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { fail, ok, type Result } from "@/lib/core/result";
import { readHtml } from "./html";
import { largestSource, type SourceReading } from "./source-reading";

const mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** A Word file that unpacks to more than this is an attack or no resolution. */
const largestUnpacked = 60 * 1024 * 1024;
const mostEntries = 3000;
/** Each becomes some hundred bytes in memory; a resolution of a hundred pages has fifty thousand. */
const mostTags = 600_000;
/** Nothing that people write compresses better than this. */
const highestRatio = 200;

/**
 * Reads a Word document (.docx): paragraphs, list numbers, footnotes with their marks. The archive is looked through
 * before it is unpacked: too many entries, too large, or XML with a document type are refused.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<SourceReading>> {
  if (bytes.length > largestSource)
    return fail("invalid-input", "This file is larger than 20 MB. Upload the resolution alone.");
  const buffer = Buffer.from(bytes);
  const refusal = await inspectArchive(buffer);
  if (refusal !== null) return fail("invalid-input", refusal);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { includeDefaultStyleMap: true, ignoreEmptyParagraphs: true },
    );
    const read = readHtml(value);
    return read.ok
      ? ok({ ...read.value, mediaType, language: null })
      : fail("invalid-input", "This Word document holds no text.");
  } catch {
    return fail(
      "invalid-input",
      "This file is not a Word document that can be opened. Save it again as .docx and upload it.",
    );
  }
}

/** A sentence that says why an archive is refused; null where it is sound. */
function inspectArchive(buffer: Buffer): Promise<string | null> {
  return new Promise((resolve) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, archive) => {
      if (error !== null || archive === undefined) {
        resolve("This file is not a Word document that can be opened. Save it again as .docx and upload it.");
        return;
      }
      new ArchiveInspection(archive, resolve).start();
    });
  });
}

class ArchiveInspection {
  private entries = 0;
  private unpacked = 0;
  private tags = 0;
  private hasDocument = false;
  private isDone = false;

  constructor(
    private readonly archive: ZipFile,
    private readonly resolve: (refusal: string | null) => void,
  ) {}

  start(): void {
    this.archive.on("entry", (entry: Entry) => this.look(entry));
    this.archive.on("end", () =>
      this.finish(this.hasDocument ? null : "This archive holds no Word document."),
    );
    this.archive.on("error", () =>
      this.finish("This Word document is damaged. Save it again and upload it."),
    );
    this.archive.readEntry();
  }

  private finish(refusal: string | null): void {
    if (this.isDone) return;
    this.isDone = true;
    this.archive.close();
    this.resolve(refusal);
  }

  private look(entry: Entry): void {
    this.entries++;
    this.unpacked += entry.uncompressedSize;
    if (this.entries > mostEntries || this.unpacked > largestUnpacked) {
      this.finish("This Word document unpacks to more than any resolution needs. It was not opened.");
      return;
    }
    if (entry.uncompressedSize > 1_000_000 && entry.uncompressedSize > entry.compressedSize * highestRatio) {
      this.finish("This Word document is packed so tightly that it may be an attack. It was not opened.");
      return;
    }
    if (!/\.(?:xml|rels)$/.test(entry.fileName)) {
      this.archive.readEntry();
      return;
    }
    if (entry.fileName === "word/document.xml") this.hasDocument = true;
    this.readXml(entry);
  }

  /** Unpacks one part, bounded, to see that it declares no document type. */
  private readXml(entry: Entry): void {
    this.archive.openReadStream(entry, (error, stream) => {
      if (error !== null || stream === undefined) {
        this.finish("This Word document is damaged. Save it again and upload it.");
        return;
      }
      let tail = "";
      stream.on("data", (chunk: Buffer) => {
        const text = tail + chunk.toString("latin1");
        if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
          this.finish("This Word document declares a document type within. It was not opened.");
        for (let at = chunk.indexOf(60); at !== -1; at = chunk.indexOf(60, at + 1)) this.tags++;
        if (this.tags > mostTags)
          this.finish("This Word document unpacks to more than any resolution needs. It was not opened.");
        tail = text.slice(-12);
      });
      stream.on("error", () => this.finish("This Word document is damaged. Save it again and upload it."));
      stream.on("end", () => {
        if (!this.isDone) this.archive.readEntry();
      });
    });
  }
}
