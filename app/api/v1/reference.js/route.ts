import { referenceScript } from "@/lib/http/v1/reference";

/** The script of the reference page: a file of its own, so that the page's policy can name it. */
export function GET(): Response {
  return new Response(referenceScript, {
    headers: { "content-type": "text/javascript; charset=utf-8", "cache-control": "public, max-age=300" },
  });
}
