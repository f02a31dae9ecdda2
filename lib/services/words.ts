import { z } from "zod";

/** Text that the database can hold: no NUL, no half of a surrogate pair, at most `max` characters. */
export const words = (max: number) =>
  z
    .string()
    .max(max, `At most ${max} characters.`)
    .refine(
      (text) => !text.includes("\u0000") && !/\p{Surrogate}/u.test(text),
      "This text holds characters that cannot be stored.",
    );
