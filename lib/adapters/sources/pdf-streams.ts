import { createInflate } from "node:zlib";

/** What one stream, and all of them, may unpack to. A page of text takes some kilobytes, a large font some megabytes. */
export type StreamLimits = { readonly each: number; readonly all: number };
const streamLimits: StreamLimits = { each: 64 * 1024 * 1024, all: 256 * 1024 * 1024 };

/** Packed in ways that are not unpacked here: so long that even a thousandfold would be within the limits. */
const longestUnseen = 256 * 1024;
const mostStreams = 20_000;

/**
 * Whether the packed streams of a PDF unpack to more than any document needs. Looked at before the file is opened: a few
 * kilobytes may stand for gigabytes. Nothing that is unpacked here is kept.
 */
export async function isPdfBomb(bytes: Uint8Array, limits: StreamLimits = streamLimits): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let all = 0;
  let count = 0;
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
    const start = startAfter(file, at);
    if (start === null) continue;
    count += 1;
    if (count > mostStreams) return true;
    const filters = filtersBefore(file, at);
    if (filters.length === 0) continue;
    const end = file.indexOf("endstream", start);
    const packed = file.subarray(start, end === -1 ? file.length : end);
    if (filters.length > 1 || filters[0] !== "flate") {
      if (packed.length > longestUnseen) return true;
      continue;
    }
    const length = await unpackedLength(packed, limits.each);
    all += length;
    if (length > limits.each || all > limits.all) return true;
  }
  return false;
}

/** Where the bytes begin after the word "stream", which a line end follows; null where the word is another. */
function startAfter(file: Buffer, at: number): number | null {
  if (file.subarray(at - 3, at).toString("latin1") === "end") return null;
  if (file[at + 6] === 10) return at + 7;
  return file[at + 6] === 13 ? at + (file[at + 7] === 10 ? 8 : 7) : null;
}

/** The ways of packing that the stream's own dictionary names. */
function filtersBefore(file: Buffer, at: number): ("flate" | "other")[] {
  const before = file.subarray(Math.max(0, at - 2_000), at).toString("latin1");
  const dictionary = before
    .slice(before.lastIndexOf("obj"))
    // Names may be written with escapes: "/Fl#61teDecode" is the same filter.
    .replace(/#([0-9a-f]{2})/gi, (_whole, code) => String.fromCharCode(Number.parseInt(code, 16)));
  const names =
    dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/g) ?? [];
  return names.map((name) => (/^\/Fl/.test(name) ? "flate" : "other"));
}

/** How long packed bytes are unpacked, as far as they can be read; stops past `most`. */
function unpackedLength(packed: Uint8Array, most: number): Promise<number> {
  return new Promise((resolve) => {
    const inflate = createInflate();
    let length = 0;
    inflate.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > most) inflate.destroy();
    });
    // Damage is the reader's to find; what came before it counts.
    for (const event of ["end", "error", "close"]) inflate.on(event, () => resolve(length));
    inflate.end(packed);
  });
}
