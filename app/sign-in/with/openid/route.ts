import type { NextRequest } from "next/server";
import { beginOpenId } from "@/lib/auth/begin-openid";
import { requestOrigin } from "@/lib/auth/request-origin";
import { getDeps } from "@/lib/platform/deps";

/** Sends the browser to the office's own sign-in. What is wrong with its configuration is for the log alone. */
export async function GET(request: NextRequest): Promise<Response> {
  try {
    const { db, clock } = await getDeps();
    const context = { db, now: () => clock.now(), origin: requestOrigin(request.headers) };
    const next = request.nextUrl.searchParams.get("next") ?? "/";
    const start = await beginOpenId(context, next, request.headers.get("host") ?? "localhost");
    const headers = new Headers({ location: start.location, "cache-control": "no-store" });
    for (const cookie of start.cookies) headers.append("set-cookie", cookie);
    return new Response(null, { status: 302, headers });
  } catch (error) {
    console.error("Single sign-on does not work:", error);
    return new Response(null, { status: 302, headers: { location: "/sign-in?error=unavailable" } });
  }
}
