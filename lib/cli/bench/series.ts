import { randomUUID } from "node:crypto";
import pg from "pg";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { chanceOf } from "./chance";
import type { Shot } from "./load-client";
import { placeName } from "./words";

/** One thing that is measured, at the app and, where there is one, at the floor. */
export type Series = {
  readonly name: string;
  readonly app: (index: number) => Shot;
  readonly floor?: (index: number) => Shot;
  /** A change takes a fresh task each time. */
  readonly isChange?: true;
};

/** The tasks that a measurement opens and changes, drawn from the database. */
export type Targets = {
  readonly tasks: readonly number[];
  readonly changes: readonly { readonly number: number; readonly version: number }[];
};

/** Draws the tasks to open, and so many finished ones to reopen. */
export async function drawTargets(url: string, changes: number): Promise<Targets> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(url)));
  await client.connect();
  try {
    const { rows: bounds } = await client.query<{ most: number }>(
      "select max(number)::int as most from task",
    );
    const chance = chanceOf(7);
    const numbers = Array.from({ length: 500 }, () => 1 + Math.floor(chance() * (bounds[0]?.most ?? 1)));
    const tasks = await client.query<{ number: number }>("select number from task where number = any($1)", [
      numbers,
    ]);
    const open = await client.query<{ number: number; version: number }>(
      "select number, version from task where status = 'IMPLEMENTED' order by md5(id) limit $1",
      [changes],
    );
    return { tasks: tasks.rows.map((row) => row.number), changes: open.rows };
  } finally {
    await client.end();
  }
}

/** Everything that is measured. `cookie` opens pages, `tokens` the API: each may ask so often a minute. */
export function seriesOf(
  { tasks, changes }: Targets,
  { cookie, tokens }: { readonly cookie: string; readonly tokens: readonly string[] },
): readonly Series[] {
  const headers = { cookie, "accept-language": "en" };
  const page =
    (path: string): ((index: number) => Shot) =>
    () => ({ path, headers });
  const floor =
    (path: string): ((index: number) => Shot) =>
    () => ({ path });
  const nth = <T>(list: readonly T[], index: number): T => {
    const one = list[index % list.length];
    if (one === undefined) throw new Error("The database holds nothing to measure.");
    return one;
  };
  // Half of them go to the floor, so that both reopen tasks that nobody has touched.
  const half = Math.floor(changes.length / 2);
  return [
    {
      name: "list, session and status",
      app: page("/tasks?q=session:GA-81+status:pending,in-progress"),
      floor: floor("/list?organ=GA&session=81"),
    },
    { name: "list, overdue", app: page("/tasks?q=is:overdue"), floor: floor("/overdue") },
    {
      name: "task page",
      app: (index) => ({ path: `/tasks/${nth(tasks, index)}`, headers }),
      floor: (index) => ({ path: `/task?number=${nth(tasks, index)}` }),
    },
    { name: "session dashboard", app: page("/sessions/GA/81"), floor: floor("/session?organ=GA&session=81") },
    { name: "dashboard of all sessions", app: page("/dashboard"), floor: floor("/all") },
    {
      name: "search, rare word",
      app: (index) => ({ path: `/tasks?q=${placeName(index * 17)}`, headers }),
      floor: (index) => ({ path: `/search?text=${placeName(index * 17)}` }),
    },
    {
      name: "search, common words",
      app: page("/tasks?q=developing+countries"),
      floor: floor("/search?text=developing+countries"),
    },
    {
      name: "status change with its event",
      isChange: true,
      app: (index) => {
        const { number, version } = nth(changes, index);
        return {
          path: `/api/v1/tasks/${number}/moves`,
          method: "POST",
          headers: {
            authorization: `Bearer ${nth(tokens, index)}`,
            "content-type": "application/json",
            "if-match": `"v${version}"`,
            "x-request-id": randomUUID(),
          },
          body: JSON.stringify({ transition: "reopen", reason: "Measured." }),
        };
      },
      floor: (index) => ({ path: `/update?number=${nth(changes, half + index).number}` }),
    },
  ];
}
