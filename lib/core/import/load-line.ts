import { z } from "zod";
import { deliverables } from "../mandate/candidate-action";
import { workStatuses } from "../task/status";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const words = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !/\0|\p{Surrogate}/u.test(text), "holds characters that cannot be stored");

/**
 * One line of a bulk load: a resolution with its operative paragraphs and the tasks that came of them. For data that was
 * reviewed elsewhere (a registry, another system): nothing is extracted, everything is taken as it stands.
 */
export const loadLineSchema = z.strictObject({
  symbol: words(120).min(1),
  title: words(2000),
  organ: words(60).min(1),
  session: z.number().int().min(1).max(9999).nullable().default(null),
  adopted: day.nullable().default(null),
  /** The Main Committee on whose report it was adopted: "1" to "6"; "plenary" where it came without one; "" where unknown. */
  committee: z.enum(["", "1", "2", "3", "4", "5", "6", "plenary"]).default(""),
  paragraphs: z.array(z.strictObject({ number: words(20).min(1), text: words(50_000) })).max(1_000),
  tasks: z
    .array(
      z.strictObject({
        /** The number of a paragraph above. */
        para: words(20).min(1),
        ask: words(5_000).min(1),
        verb: words(60).min(1).default("request"),
        deliverable: z.enum(deliverables).default("implementation"),
        status: z.enum(workStatuses).default("PENDING"),
        statusSince: day.nullable().default(null),
        /** Names as printed; those that the register knows become bodies. */
        leads: z.array(words(400).min(1)).max(30).default([]),
        dueFrom: day.nullable().default(null),
        dueOn: day.nullable().default(null),
        certainty: z.enum(["fixed", "expected", "unknown"]).default("unknown"),
        targetOrgan: words(200).nullable().default(null),
        targetSession: z.number().int().min(1).max(9999).nullable().default(null),
        /** The e-mail address of the person who sees it through; one that nobody bears is left out. */
        owner: words(254).nullable().default(null),
        /** The next step of its backward plan, where the other system knew it. */
        nextStep: z
          .strictObject({ code: words(60).min(1), on: day })
          .nullable()
          .default(null),
      }),
    )
    .max(2_000)
    .default([]),
});
export type LoadLine = z.infer<typeof loadLineSchema>;
