import { problem } from "@/lib/http/problem";
import { getDeps } from "@/lib/platform/deps";
import { readiness } from "@/lib/services/readiness";

export const dynamic = "force-dynamic";

/** Whether this instance can do its work now: the database answers. For the proxy that sends requests here or elsewhere. */
export async function GET(): Promise<Response> {
  const ready = await readiness(getDeps);
  return ready.ok
    ? Response.json({ status: "ready" }, { headers: { "cache-control": "no-store" } })
    : problem(ready.error);
}
