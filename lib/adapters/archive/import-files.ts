import { lstat, opendir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { fail, ok, type Result } from "@/lib/core/result";
import { fileKind } from "./file-kind";
import { importLimits, openArchive } from "./zip";

/** One file that waits to be imported. */
export type ImportFile = {
  readonly name: string;
  /** Its bytes, once they are what they should be; else why not. */
  readonly open: () => Promise<Result<Uint8Array>>;
};

/** Files of one folder, archive or upload, in the order of their names. Close it when done. */
export type ImportSource = { readonly files: readonly ImportFile[]; readonly close: () => void };

/** Files that systems leave behind and nobody means. */
const isLitter = (name: string): boolean => /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$|~\$)/i.test(name);

/**
 * What a path holds: a folder with all below it, a ZIP archive, or a single file. Links are not followed. Nothing is
 * read before its turn.
 */
export async function openImport(path: string): Promise<Result<ImportSource>> {
  let kind: "folder" | "file";
  try {
    const found = await lstat(path);
    if (!found.isDirectory() && !found.isFile())
      return fail("invalid-input", `${path} is neither a folder nor a file.`);
    kind = found.isDirectory() ? "folder" : "file";
    if (kind === "file" && found.size > importLimits.totalSize)
      return fail("invalid-input", "This file is larger than 1 GB. Divide it.");
  } catch {
    return fail("not-found", `There is no ${path}. Check the path.`);
  }
  if (kind === "folder") return openFolder(path);
  return (await isArchive(path)) ? openArchived(path) : ok(single(basename(path), () => readFile(path)));
}

/** The same for bytes that somebody uploaded under a name. */
export async function openUpload(name: string, bytes: Uint8Array): Promise<Result<ImportSource>> {
  const kind = await fileKind(name, bytes);
  if (!kind.ok) return kind;
  return kind.value === "zip" ? openArchived(bytes) : ok(single(name, async () => bytes));
}

async function isArchive(path: string): Promise<boolean> {
  if (/\.(docx|xlsx)$/i.test(path)) return false;
  const opened = await openArchive(path);
  if (opened.ok) {
    const isPackage = opened.value.entries.some((entry) => entry.name === "[Content_Types].xml");
    opened.value.close();
    return !isPackage;
  }
  return /\.zip$/i.test(path);
}

async function openFolder(root: string): Promise<Result<ImportSource>> {
  const names: string[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      if (isLitter(relative(root, path))) continue;
      if (entry.isDirectory()) waiting.push(path);
      if (entry.isFile()) names.push(path);
      if (names.length > 100_000)
        return fail("invalid-input", "This folder holds more than 100,000 files. Divide it.");
    }
  }
  const files = names
    .map((path) =>
      checked(relative(root, path), async () => {
        if ((await lstat(path)).size > importLimits.entrySize) return null;
        return readFile(path);
      }),
    )
    .sort(byName);
  return files.length === 0 ? empty : ok({ files, close: () => undefined });
}

async function openArchived(source: string | Uint8Array): Promise<Result<ImportSource>> {
  const opened = await openArchive(source);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const files = archive.entries
    .filter((entry) => !isLitter(entry.name))
    .map((entry) => ({
      name: entry.name,
      open: async () => {
        const bytes = await archive.read(entry.name);
        return bytes.ok ? sound(entry.name, bytes.value) : bytes;
      },
    }))
    .sort(byName);
  if (files.length > 0) return ok({ files, close: () => archive.close() });
  archive.close();
  return empty;
}

const empty = fail("invalid-input", "There is no file in it.");

const single = (name: string, read: () => Promise<Uint8Array>): ImportSource => ({
  files: [checked(name, read)],
  close: () => undefined,
});

const checked = (name: string, read: () => Promise<Uint8Array | null>): ImportFile => ({
  name,
  open: async () => {
    let bytes: Uint8Array | null;
    try {
      bytes = await read();
    } catch {
      return fail("invalid-input", `“${name}” cannot be read. Check who may read it.`);
    }
    return bytes === null ? fail("invalid-input", `“${name}” is larger than 20 MB.`) : sound(name, bytes);
  },
});

/** Bytes of a resolution: a document, no archive and no sheet. */
async function sound(name: string, bytes: Uint8Array): Promise<Result<Uint8Array>> {
  const kind = await fileKind(name, bytes);
  if (!kind.ok) return kind;
  if (kind.value === "zip")
    return fail("invalid-input", `“${name}” is an archive within an archive, which is not opened.`);
  if (kind.value === "xlsx")
    return fail("invalid-input", `“${name}” is a sheet. Import sheets one by one, as a sheet.`);
  return ok(bytes);
}

const byName = (a: ImportFile, b: ImportFile): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
