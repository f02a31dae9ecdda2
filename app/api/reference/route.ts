import { referencePage } from "@/lib/http/v1/reference";

/** The reference of the API, as a page that needs nothing from outside. Its policy and nonce are those of every page. */
export function GET(request: Request): Response {
  return new Response(referencePage(request.headers.get("x-nonce") ?? ""), {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" },
  });
}
