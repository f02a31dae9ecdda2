/** What 0x80 to 0x9F stand for in Windows-1252; five of them for nothing. */
const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Bytes in Windows-1252 as characters. Not left to the platform's decoder, which gives control characters in place of
 * quotation marks and dashes in some versions.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1").decode(bytes);
  return latin.replace(/[\u0080-\u009f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80] ?? sign);
}
