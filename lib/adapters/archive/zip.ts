import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { fail, ok, type Result } from "@/lib/core/result";

/** What an archive may hold before it is opened any further. Sizes are bytes after unpacking. */
export type ArchiveLimits = {
  readonly entries: number;
  readonly entrySize: number;
  readonly totalSize: number;
  /** How many times larger than its packed form an entry may become, once it is larger than a megabyte. */
  readonly ratio: number;
};

/** A session of resolutions in one archive: some hundreds of files of at most some megabytes. */
export const importLimits: ArchiveLimits = {
  entries: 5_000,
  entrySize: 20 * 1024 * 1024,
  totalSize: 1024 * 1024 * 1024,
  ratio: 200,
};

/** One office document: parts of text, and pictures that nobody unpacks. */
export const packageLimits: ArchiveLimits = {
  entries: 2_000,
  entrySize: 60 * 1024 * 1024,
  totalSize: 120 * 1024 * 1024,
  ratio: 1_000,
};

/** An archive whose list of contents has been read and found decent. Close it when done. */
export type Archive = {
  readonly entries: readonly { readonly name: string; readonly size: number }[];
  /** The bytes of one entry; refuses if they are not what the list of contents says. */
  read(name: string): Promise<Result<Uint8Array>>;
  /** The same in chunks. Throws `ArchiveError` where `read` would refuse. */
  stream(name: string): AsyncGenerator<Uint8Array>;
  close(): void;
};

/** What is wrong with an archive, as a sentence for the person. */
export class ArchiveError extends Error {}

/**
 * Opens an archive, given as bytes or as a path, and judges it by its list of contents before anything is unpacked:
 * number and sizes of entries, names that leave the folder, links, passwords, entries that share their bytes.
 * Memory stays near the size of the list of contents.
 */
export async function openArchive(
  source: Uint8Array | string,
  limits: ArchiveLimits = importLimits,
): Promise<Result<Archive>> {
  let zip: ZipFile;
  const options = {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
    strictFileNames: true,
  } as const;
  try {
    zip =
      typeof source === "string"
        ? await openPromise(source, options)
        : await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
  } catch {
    return fail("invalid-input", "This file is not a complete ZIP archive. Pack it again.");
  }
  try {
    if (zip.entryCount > limits.entries) throw tooMany(limits);
    const found = new Map<string, Entry>();
    let size = 0;
    let packed = 0;
    for await (const entry of zip.eachEntry()) {
      if (found.size >= limits.entries) throw tooMany(limits);
      judgeEntry(entry, limits);
      size += entry.uncompressedSize;
      packed += entry.compressedSize;
      if (size > limits.totalSize)
        throw new ArchiveError(
          `Unpacked, this archive holds more than ${inMegabytes(limits.totalSize)}. Divide it.`,
        );
      if (packed > zip.fileSize)
        throw new ArchiveError("Entries of this archive share their bytes, as only forged archives do.");
      if (!entry.fileName.endsWith("/")) found.set(entry.fileName, entry);
    }
    return ok(archive(zip, found, limits));
  } catch (error) {
    zip.close();
    if (error instanceof ArchiveError) return fail("invalid-input", error.message);
    return fail("invalid-input", refusal(error));
  }
}

const tooMany = (limits: ArchiveLimits): ArchiveError =>
  new ArchiveError(`This archive holds more than ${limits.entries} files. Divide it.`);

function judgeEntry(entry: Entry, limits: ArchiveLimits): void {
  const name = entry.fileName;
  // The upper half of the attributes is the Unix mode; 0xA in its first four bits is a symbolic link.
  if (entry.externalFileAttributes >>> 28 === 0xa)
    throw new ArchiveError(`“${name}” is a link to another file. Pack the files themselves.`);
  if (entry.isEncrypted())
    throw new ArchiveError(`“${name}” is locked with a password. Pack it without one.`);
  if (entry.uncompressedSize > limits.entrySize)
    throw new ArchiveError(`“${name}” would unpack to more than ${inMegabytes(limits.entrySize)}.`);
  if (entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize > entry.compressedSize * limits.ratio)
    throw new ArchiveError(
      `“${name}” is packed ${limits.ratio} times smaller than it is, as no document is.`,
    );
  if (!entry.canDecodeFileData())
    throw new ArchiveError(`“${name}” is packed in a way that is not read here. Use plain ZIP.`);
}

function archive(zip: ZipFile, found: ReadonlyMap<string, Entry>, limits: ArchiveLimits): Archive {
  async function* stream(name: string): AsyncGenerator<Uint8Array> {
    const entry = found.get(name);
    if (!entry) throw new ArchiveError(`There is no “${name}” in this archive.`);
    let unpacked = 0;
    try {
      const content = await zip.openReadStreamPromise(entry);
      for await (const chunk of content as AsyncIterable<Buffer>) {
        unpacked += chunk.length;
        if (unpacked > Math.min(entry.uncompressedSize, limits.entrySize)) {
          content.destroy();
          throw new ArchiveError(`“${name}” unpacks to more than its archive says.`);
        }
        yield chunk;
      }
    } catch (error) {
      throw error instanceof ArchiveError
        ? error
        : new ArchiveError(`“${name}” cannot be unpacked: ${refusal(error)}`);
    }
  }
  return {
    entries: [...found.values()].map((entry) => ({ name: entry.fileName, size: entry.uncompressedSize })),
    stream,
    read: async (name) => {
      const chunks: Uint8Array[] = [];
      try {
        for await (const chunk of stream(name)) chunks.push(chunk);
      } catch (error) {
        if (error instanceof ArchiveError) return fail("invalid-input", error.message);
        throw error;
      }
      return ok(new Uint8Array(Buffer.concat(chunks)));
    },
    close: () => zip.close(),
  };
}

/** The library's English for programmers, as a sentence for people. */
function refusal(error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (/relative path|absolute path|invalid characters in fileName/i.test(message))
    return "A file name in this archive points outside the archive.";
  if (/too (many|few) bytes|size mismatch/i.test(message))
    return "A file in this archive is not as long as the archive says.";
  return "The archive is damaged. Pack it again.";
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
