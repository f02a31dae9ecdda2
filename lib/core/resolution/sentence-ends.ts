/** The last character of a text, closing quotes, brackets and emphasis aside; NaN for an empty text. */
export function lastCode(text: string): number {
  let at = text.length - 1;
  while (at > 0 && /["”’'»)\]\s*_]/.test(text.charAt(at))) at--;
  return text.charCodeAt(at);
}

/** . ; : ! ? and their Arabic and Chinese sisters: a paragraph is complete. */
export const isTerminal = (code: number): boolean =>
  code === 46 ||
  code === 59 ||
  code === 58 ||
  code === 33 ||
  code === 63 ||
  code === 0x61b ||
  code === 0x3002 ||
  code === 0xff1b ||
  code === 0xff1a;

/** , and its Arabic and Chinese sisters. */
export const isComma = (code: number): boolean => code === 44 || code === 0x60c || code === 0xff0c;

/** A colon: what follows is listed below. */
export const isColon = (code: number): boolean => code === 58 || code === 0xff1a;

export const isHyphen = (code: number): boolean => code === 45 || code === 0x2010;

/** True where a text goes on in small letters, as only the rest of a sentence does. */
export const startsLower = (text: string): boolean => /^["“(\s]*[a-zà-ÿа-я]/.test(text);

/** True for a quoted paragraph. */
export const startsQuoted = (text: string): boolean => /^["“«]/.test(text);
