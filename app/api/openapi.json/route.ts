import { openApi } from "@/lib/http/v1/openapi";

/** The description of the API in OpenAPI 3.1. It holds no data and may be read by anybody. */
export function GET(request: Request): Response {
  return Response.json(openApi(new URL(request.url).origin), {
    headers: { "cache-control": "public, max-age=300" },
  });
}
