import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { describeError, log } from "@/lib/http/log";
import { metrics } from "@/lib/http/metrics";
import { type RequestContext, requestContext } from "@/lib/http/request-context";
import { routeName } from "@/lib/http/route-name";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server around the pages: request ids, one log line and one count for each answer, and an orderly end. */
export type HttpServer = {
  readonly server: Server;
  /** Takes no more connections, lets what is being answered finish, and resolves; gives up after `limitMs`. */
  readonly drain: (limitMs: number) => Promise<void>;
};

/** Headers by which a request could tell the framework to leave out a stage of its own. */
const framework = [
  "x-middleware-subrequest",
  "x-middleware-subrequest-id",
  "x-middleware-rewrite",
  "x-middleware-next",
];

/** Makes the server; `answer` is Next's handler. */
export function makeHttpServer(answer: Handler): HttpServer {
  let isDraining = false;
  const server = createServer((request, response) => {
    const context: RequestContext = { requestId: requestIdOf(request), isUnavailable: false };
    request.headers["x-request-id"] = context.requestId;
    for (const name of framework) delete request.headers[name];
    response.setHeader("x-request-id", context.requestId);
    if (isDraining) response.setHeader("connection", "close");
    calmStatus(response, context);
    count(request, response);
    requestContext.run(context, () => {
      answer(request, response).catch((error: unknown) => {
        log.error({ error: describeError(error) }, "request failed");
        if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
        response.end("Something went wrong. Try again.");
      });
    });
  });
  // A client that sends its request by the drop holds a connection for so long and no longer.
  server.headersTimeout = 15_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 65_000;
  return {
    server,
    drain: (limitMs) => {
      isDraining = true;
      return new Promise((done) => {
        const late = setTimeout(() => {
          clearInterval(sweep);
          server.closeAllConnections();
          done();
        }, limitMs);
        // A connection whose last answer is out is idle from then on, and nobody closes it but us.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(late);
          clearInterval(sweep);
          done();
        });
      });
    },
  };
}

/** The number that came from the proxy in front, where it has the form of one; else a new one. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

/** A page that broke because the database was away says so: come again in a moment. */
function calmStatus(response: ServerResponse, context: RequestContext): void {
  const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const answered = status === 500 && context.isUnavailable ? 503 : status;
    if (answered === 503 && !response.headersSent) response.setHeader("retry-after", "5");
    return writeHead(answered, ...rest);
  }) as ServerResponse["writeHead"];
}

function count(request: IncomingMessage, response: ServerResponse): void {
  const { requests, inFlight } = metrics();
  const began = performance.now();
  const route = routeName(request.url ?? "/");
  inFlight.inc();
  response.once("close", () => {
    inFlight.dec();
    const ms = performance.now() - began;
    const labels = { method: request.method ?? "", route, status: String(response.statusCode) };
    requests.observe(labels, ms / 1000);
    const line = {
      requestId: String(request.headers["x-request-id"]),
      ...labels,
      ms: Math.round(ms),
      isWhole: response.writableFinished,
    };
    if (response.statusCode >= 500) log.warn(line, "answered");
    else log.info(line, "answered");
  });
}
