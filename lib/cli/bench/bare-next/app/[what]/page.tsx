import { notFound } from "next/navigation";
import pg from "pg";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { floorQueries } from "../../../floor-queries";

const kept = globalThis as typeof globalThis & { barePool?: pg.Pool };

/**
 * The floor's rows as a table drawn by Next and nothing else. `rows` says how many: those of the database come again
 * until the page weighs what the measured page weighs.
 */
export default async function BarePage({
  params,
  searchParams,
}: {
  params: Promise<{ what: string }>;
  searchParams: Promise<Record<string, string>>;
}) {
  const [{ what }, query] = await Promise.all([params, searchParams]);
  const rowsOf = floorQueries[`/${what}`];
  if (rowsOf === undefined) notFound();
  kept.barePool ??= new pg.Pool(poolConfig(parseDatabaseUrl(process.env.DATABASE_URL ?? "")));
  const found = await rowsOf(kept.barePool, new URLSearchParams(query));
  const wanted = Number(query.rows ?? found.length);
  const rows = found.length === 0 ? [] : Array.from({ length: wanted }, (_, at) => found[at % found.length]);
  return (
    <table>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same row comes several times
          <tr key={at}>
            {Object.entries(row ?? {}).map(([name, cell]) => (
              <td key={name}>{String(cell ?? "")}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
