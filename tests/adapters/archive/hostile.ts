import { strToU8, type Zippable, zipSync } from "fflate";

/** An archive with these files. */
export const anArchive = (files: Zippable): Uint8Array => zipSync(files, { level: 9 });

/** The same bytes with the size after unpacking that the list of contents gives for its first entry set to `size`. */
export function withSaidSize(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  bytes.writeUInt32LE(size, bytes.indexOf(Buffer.from("PK\x01\x02", "latin1")) + 24);
  return new Uint8Array(bytes);
}

/** An archive of one file that unpacks to `megabytes` of zeros. */
export const aBomb = (megabytes: number): Uint8Array =>
  anArchive({ "a.txt": new Uint8Array(megabytes * 1024 * 1024) });

/** A link that points outside the archive. */
export const aLink = (): Uint8Array =>
  anArchive({ "link.txt": [strToU8("/etc/passwd"), { os: 3, attrs: (0o120777 << 16) >>> 0 }] });

/** The list of contents names the same packed bytes as often as `times`. */
export function sharedBytes(times: number): Uint8Array {
  const zip = Buffer.from(anArchive({ "0000.txt": new Uint8Array(500_000) }));
  const list = zip.indexOf(Buffer.from("PK\x01\x02", "latin1"));
  const end = zip.indexOf(Buffer.from("PK\x05\x06", "latin1"));
  const entry = zip.subarray(list, end);
  const entries = Array.from({ length: times }, (_none, index) => {
    const copy = Buffer.from(entry);
    copy.write(String(index).padStart(4, "0"), 46, "latin1");
    return copy;
  });
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(entry.length * times, 12);
  return new Uint8Array(Buffer.concat([zip.subarray(0, list), ...entries, tail]));
}

/** An archive of `count` empty files. */
export function manyEntries(count: number): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (let index = 0; index < count; index += 1) files[`${index}.txt`] = new Uint8Array(0);
  return zipSync(files, { level: 0 });
}
