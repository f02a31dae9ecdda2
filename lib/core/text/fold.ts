/**
 * A text made plain for comparison: lower case, typographic signs and marks of vocalization evened out. `at[i]` is the
 * place in the original from which character `i` was read; `at[text.length]` is the original's length.
 */
export type Folded = { readonly text: string; readonly at: Uint32Array };

const combining = (code: number): boolean => code >= 0x300 && code <= 0x36f;

/** Letters and signs that readers take for one another. "à" stays: it is a word of its own in French. */
const single: Readonly<Record<string, string>> = {
  á: "a", â: "a", ä: "a", ã: "a", å: "a", é: "e", è: "e", ê: "e", ë: "e", í: "i", ì: "i", î: "i", ï: "i", ó: "o", ò: "o",
  ô: "o", ö: "o", õ: "o", ú: "u", ù: "u", û: "u", ü: "u", ç: "c", ñ: "n", œ: "oe", æ: "ae", ё: "е",
  "’": "'", "‘": "'", "`": "'", "\u00b4": "'", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-",
  "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "\n": " ", "\t": " ", "\r": " ",
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ي", ؤ: "و", ئ: "ي", "\u066b": ",", "٠": "0", "١": "1", "٢": "2", "٣": "3",
  "٤": "4", "٥": "5", "٦": "6", "٧": "7", "٨": "8", "٩": "9", "（": "(", "）": ")", "，": "，", "：": ":", "；": ";",
}; // biome-ignore format: a table reads better in rows

/** Vowel signs and the stretching mark of Arabic, soft hyphens and marks of direction: nothing is read from them. */
const isSilent = (code: number): boolean =>
  code === 0xad ||
  code === 0x640 ||
  code === 0x670 ||
  (code >= 0x64b && code <= 0x65f) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2069) ||
  code === 0xfeff;

/** Folds a text. `dropBlanks` leaves out white space (Chinese sets none; line breaks leave some). One pass. */
export function fold(original: string, dropBlanks = false): Folded {
  const parts: string[] = [];
  const at = new Uint32Array(original.length * 2 + 1);
  let length = 0;
  const add = (chars: string, from: number): void => {
    parts.push(chars);
    for (let index = 0; index < chars.length; index++) at[length++] = from;
  };
  for (let index = 0; index < original.length; index++) {
    const code = original.charCodeAt(index);
    if (code < 0x80) {
      if (code === 32 && dropBlanks) continue;
      add(
        code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : foldSign(original.charAt(index)),
        index,
      );
      continue;
    }
    if (isSilent(code) || combining(code)) continue;
    const next = original.charCodeAt(index + 1);
    const composed = combining(next)
      ? (original.charAt(index) + original.charAt(index + 1)).normalize("NFC").charAt(0)
      : original.charAt(index);
    const lower = composed.toLowerCase();
    const plain = single[lower] ?? lower.charAt(0);
    if (dropBlanks && plain === " ") continue;
    add(plain, index);
  }
  at[length] = original.length;
  return { text: parts.join(""), at: at.subarray(0, length + 1) };
}

const foldSign = (sign: string): string => single[sign] ?? sign;
