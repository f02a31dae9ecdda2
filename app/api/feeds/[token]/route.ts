import { createHash } from "node:crypto";
import { siteAddress } from "@/lib/adapters/channels/letter";
import { calm } from "@/lib/http/calm";
import { getDeps } from "@/lib/platform/deps";
import { feedCalendar } from "@/lib/services/feeds";

type Context = { readonly params: Promise<{ readonly token: string }> };

/** A calendar by its secret address; unknown and taken back answer alike. Nothing of it is kept by caches between. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const secret = token.replace(/\.ics$/, "");
  const found = await calm(async () => feedCalendar(await getDeps(), secret, siteAddress()));
  const headers = {
    "cache-control": "private, no-cache",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  };
  if (!found.ok) {
    const status = found.error.code === "not-found" ? 404 : 503;
    return new Response(null, { status, headers });
  }
  const { ics } = found.value;
  const etag = `"${createHash("sha256").update(ics).digest("base64url").slice(0, 27)}"`;
  const known = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known.includes(etag)) return new Response(null, { status: 304, headers: { ...headers, etag } });
  return new Response(ics, {
    headers: {
      ...headers,
      etag,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="follow-up.ics"',
    },
  });
}
