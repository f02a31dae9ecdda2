import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** A file as a form sends it. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Keeps uploaded files below `folder` until they are taken in, so that a stopped server can go on. Gives the path to
 * open: the file itself where it is alone (it may be an archive), else the folder of them all.
 */
export async function keepUpload(folder: string, files: readonly UploadedFile[]): Promise<string> {
  const place = join(/* turbopackIgnore: true */ folder, randomUUID());
  await mkdir(place, { recursive: true, mode: 0o700 });
  const taken = new Set<string>();
  for (const file of files) {
    const name = freeName(plainName(file.name), taken);
    await writeFile(join(/* turbopackIgnore: true */ place, name), file.bytes, { mode: 0o600 });
  }
  const [only, ...others] = [...taken];
  return only !== undefined && others.length === 0 ? join(/* turbopackIgnore: true */ place, only) : place;
}

/** Removes what `keepUpload` kept; a path outside `folder` is left alone. */
export async function dropUpload(folder: string, path: string): Promise<void> {
  const root = resolve(folder);
  const place = dirname(resolve(path)) === root ? resolve(path) : dirname(resolve(path));
  if (dirname(place) === root) await rm(place, { recursive: true, force: true });
}

/** A name without a way out of its folder. */
function plainName(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}:*?"<>|]/gu, "_").replace(/^\.+/, "_");
  // File systems count bytes, four at most for a character.
  return plain.slice(-60) || "file";
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${count}-${name}`;
  taken.add(free);
  return free;
}
