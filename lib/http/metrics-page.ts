import { timingSafeEqual } from "node:crypto";
import { workWaiting } from "@/lib/db/health";
import type { Deps } from "@/lib/deps";
import { metrics } from "./metrics";
import { problem } from "./problem";

/**
 * Answers Prometheus. Without METRICS_TOKEN the page does not exist; with it, `Authorization: Bearer` must name it. What
 * waits in the database is asked at each scrape; where the database is away the process's own counters still come.
 */
export async function metricsPage(
  request: Request,
  open: () => Promise<Pick<Deps, "db">>,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Response> {
  const token = environment.METRICS_TOKEN ?? "";
  if (token === "")
    return problem({ code: "not-found", message: "Metrics are switched off: set METRICS_TOKEN." });
  if (!isSame(request.headers.get("authorization") ?? "", `Bearer ${token}`))
    return problem({ code: "not-signed-in", message: "Send the token of METRICS_TOKEN." });
  const { registry } = metrics();
  const waiting = await open()
    .then(({ db }) => workWaiting(db))
    .catch(() => null);
  const lines = [
    "# HELP mandates_database_up Whether the database answered this scrape.",
    "# TYPE mandates_database_up gauge",
    `mandates_database_up ${waiting === null ? 0 : 1}`,
    ...Object.entries(waiting ?? {}).flatMap(([name, count]) => [
      `# TYPE mandates_waiting_${name} gauge`,
      `mandates_waiting_${name} ${count}`,
    ]),
  ];
  return new Response(`${await registry.metrics()}${lines.join("\n")}\n`, {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
