import type { Recurrence } from "../calendar/rule";

/** Rhythms that have a name; "every N units" is built with `everySo`. */
export const cadences = {
  annual: { every: 1, unit: "year" },
  biennial: { every: 2, unit: "year" },
  triennial: { every: 3, unit: "year" },
  quadrennial: { every: 4, unit: "year" },
  "every session": { every: 1, unit: "session" },
  regular: { every: 1, unit: "unspecified" },
  monthly: { every: 1, unit: "month" },
  "every 3 months": { every: 3, unit: "month" },
  "every 6 months": { every: 6, unit: "month" },
} as const satisfies Record<string, Pick<Recurrence, "every" | "unit">>;
export type CadenceId = keyof typeof cadences;

/** A named rhythm as the text states it. */
export const statedCadence = (id: CadenceId): Recurrence => ({
  ...cadences[id],
  label: id === "monthly" ? "every month" : id,
  basis: "stated",
});

/** "every 90 days" → label "every 90 days"; whole years take their names. */
export function everySo(amount: number, unit: "day" | "week" | "month" | "year"): Recurrence {
  if (unit === "year") {
    const named = (["annual", "biennial", "triennial", "quadrennial"] as const)[amount - 1];
    if (named !== undefined) return statedCadence(named);
  }
  if (unit === "month" && amount === 12) return statedCadence("annual");
  return {
    every: amount,
    unit,
    label: amount === 1 ? `every ${unit}` : `every ${amount} ${unit}s`,
    basis: "stated",
  };
}
