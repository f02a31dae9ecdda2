/** Longest text of one cell (ECMA-376; Excel's limit). */
export const longestCell = 32_767;

/**
 * Text as it may stand in a sheet's XML. Characters that XML cannot hold, and the CR that it would change, are written
 * `_xHHHH_` (ECMA-376, ST_Xstring); text that looks like such an escape is escaped itself.
 */
export function sheetText(text: string): string {
  const fitting = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  return (
    fitting
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 forbids.
      .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, escapeUnit)
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")
  );
}

const escapeUnit = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** The text that `sheetText` was given, as far as the XML parser has already undone `&…;`. */
export const plainText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
