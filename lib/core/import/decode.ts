import { fail, ok, type Result } from "../result";
import { decodeWindows1252 } from "../text/windows-1252";

/** A text file as characters, with the encoding it was read in. */
export type DecodedText = {
  readonly text: string;
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
};

/**
 * The characters of a text file: by its byte order mark, else UTF-8 where the bytes are valid, else UTF-16 where every
 * other byte is zero, else Windows-1252, in which Excel saves plain CSV. Bytes that are no text are refused.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), "utf-16be");
  const plain = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const zeros = zerosByParity(plain.subarray(0, 4096));
  if (zeros.odd > 0.3 && zeros.even < 0.05) return decoded(plain, "utf-16le");
  if (zeros.even > 0.3 && zeros.odd < 0.05) return decoded(plain, "utf-16be");
  const utf8 = decoded(plain, "utf-8");
  if (utf8.ok) return utf8;
  // Old pages have no use for these control bytes; a file full of them is a program or a picture.
  const controls = plain.subarray(0, 65_536).filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls > 16)
    return fail("invalid-input", "This file is not a text file. Save it as CSV (UTF-8) or as XLSX.");
  return ok({ text: decodeWindows1252(plain), encoding: "windows-1252" });
}

function decoded(
  bytes: Uint8Array,
  encoding: Exclude<DecodedText["encoding"], "windows-1252">,
): Result<DecodedText> {
  try {
    return ok({ text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding });
  } catch {
    return fail(
      "invalid-input",
      `The bytes of this file are not valid ${encoding.toUpperCase()}. Save it as CSV (UTF-8).`,
    );
  }
}

function zerosByParity(bytes: Uint8Array): { even: number; odd: number } {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  const half = Math.max(1, bytes.length / 2);
  return { even: even / half, odd: odd / half };
}
