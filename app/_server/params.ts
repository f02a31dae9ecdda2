/** The query of an address as Next gives it: a repeated parameter is a list. */
export type Query = Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;

/** The first value of each parameter; pages of ours repeat none. */
export async function firstOf(query: Query): Promise<Readonly<Record<string, string | undefined>>> {
  return Object.fromEntries(
    Object.entries(await query).map(([name, value]) => [
      name,
      typeof value === "string" ? value : value?.[0],
    ]),
  );
}

/** A calendar day from an address, or undefined where it is none: a mistyped day shows the working date. */
export function dayOf(value: string | undefined): string | undefined {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return undefined;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === value ? value : undefined;
}
