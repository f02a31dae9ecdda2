import { authSecret } from "@/lib/auth/secret";
import { calm } from "@/lib/http/calm";
import { problem } from "@/lib/http/problem";
import { getDeps } from "@/lib/platform/deps";
import { unsubscribe } from "@/lib/services/reminder-unsubscribe";

type Context = { readonly params: Promise<{ readonly token: string }> };

/** One-click unsubscribe of mail programs (RFC 8058): a POST without a cookie, a page or a question. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const done = await calm(async () => unsubscribe(await getDeps(), token, authSecret()));
  return done.ok
    ? new Response(null, { status: 200, headers: { "cache-control": "no-store" } })
    : problem(done.error);
}

/** A person who opens the address by hand is led to the page that asks once more; nothing changes. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: { location: `/unsubscribe/${encodeURIComponent(token)}`, "cache-control": "no-store" },
  });
}
