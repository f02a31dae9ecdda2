import { currentActor } from "@/lib/auth/current-actor";
import { handleApi } from "@/lib/http/v1/handle";
import { getDeps } from "@/lib/platform/deps";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

/** The whole API: its operations are a table in lib/http/v1/operations.ts. */
async function answer(request: Request): Promise<Response> {
  // Our own reference page may use the sign-in of this browser; a page of another site never can.
  const isOurs =
    request.headers.get("sec-fetch-site") === "same-origin" && !request.headers.has("authorization");
  return handleApi(request, {
    deps: await getDeps(),
    signedIn: isOurs ? await currentActor() : null,
    base: new URL(request.url).origin,
  });
}

export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
