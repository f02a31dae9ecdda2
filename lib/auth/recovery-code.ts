import { createHash, randomInt } from "node:crypto";

// Without letters that are taken for one another (i, l, o, 0, 1): the codes are printed and typed again.
const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const count = 10;
const length = 16;

/** Ten codes that each replace the phone once, as shown to the person this one time: "abcd-efgh-jkmn-pqrs". */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () =>
    Array.from({ length }, () => letters[randomInt(letters.length)])
      .join("")
      .replace(/(.{4})(?=.)/g, "$1-"),
  );

/** True for what looks like a recovery code, however it was typed. */
export const isRecoveryCode = (text: string): boolean => plain(text).length === length;

/** What is kept of a code. 79 bits of chance need no salt and no slow hash: nobody can try them all. */
export const hashRecoveryCode = (text: string): string =>
  createHash("sha256").update(plain(text)).digest("hex");

const plain = (text: string): string => text.toLowerCase().replace(/[\s-]/g, "");
