export const dynamic = "force-dynamic";

/** Whether this process lives and answers; says nothing about what it needs. For restarts. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
