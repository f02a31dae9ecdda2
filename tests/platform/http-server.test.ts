import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { metrics } from "@/lib/http/metrics";
import { currentRequestId, requestContext } from "@/lib/http/request-context";
import { type HttpServer, makeHttpServer } from "@/lib/platform/http-server";

let running: HttpServer | null = null;
afterEach(() => running?.drain(100));

type Answer = Parameters<typeof makeHttpServer>[0];

async function serve(answer: Answer): Promise<number> {
  running = makeHttpServer(answer);
  const { server } = running;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

const ask = (port: number, headers: Record<string, string> = {}, path = "/tasks/12?q=secret") =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((done, failed) => {
    const sending = request({ host: "127.0.0.1", port, path, headers }, (answer) => {
      let text = "";
      answer.on("data", (bytes: Buffer) => {
        text += bytes.toString();
      });
      answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sending.on("error", failed);
    sending.end();
  });

describe("the server around the pages", () => {
  it("gives each request a number that its handling knows, and keeps the one of the proxy in front", async () => {
    const port = await serve(async (_asked, answer) => void answer.end(currentRequestId()));
    const own = await ask(port);
    expect(own.text).toBe(own.headers["x-request-id"]);
    expect(own.text).toMatch(/^[\w-]{36}$/);
    expect((await ask(port, { "x-request-id": "from-the-proxy-1" })).text).toBe("from-the-proxy-1");
    expect((await ask(port, { "x-request-id": 'a b"<script>' })).text).toMatch(/^[\w-]{36}$/);
  });

  it("drops headers by which a request could leave out a stage of the framework", async () => {
    const port = await serve(
      async (asked, answer) => void answer.end(JSON.stringify(Object.keys(asked.headers))),
    );
    const told = await ask(port, {
      "x-middleware-subrequest": "middleware:middleware",
      "x-middleware-rewrite": "/x",
    });
    expect(told.text).not.toContain("x-middleware");
  });

  it("answers 503 and when to come again where a page broke because the database was away, 500 for a bug", async () => {
    const port = await serve(async (asked, answer) => {
      const context = requestContext.getStore();
      if (context && asked.url === "/away") context.isUnavailable = true;
      answer.writeHead(500).end();
    });
    expect(await ask(port, {}, "/away")).toMatchObject({ status: 503, headers: { "retry-after": "5" } });
    expect(await ask(port, {}, "/bug")).toMatchObject({ status: 500 });
  });

  it("answers a request whose handling throws, and goes on", async () => {
    const port = await serve(async (asked, answer) => {
      if (asked.url === "/bug") throw new Error("broken for ana@example.org");
      answer.end("well");
    });
    const broken = await ask(port, {}, "/bug");
    expect(broken.status).toBe(500);
    expect(broken.text).not.toContain("ana@");
    expect((await ask(port)).text).toBe("well");
  });

  it("finishes what is being answered before it ends, and takes nothing new", async () => {
    const port = await serve(async (_asked, answer) => {
      await new Promise((done) => setTimeout(done, 300));
      answer.end("finished");
    });
    const underWay = ask(port);
    await new Promise((done) => setTimeout(done, 50));
    const drained = running?.drain(5_000);
    await expect(ask(port)).rejects.toThrow();
    expect((await underWay).text).toBe("finished");
    await drained;
  });

  it("counts answers by the shape of the address and by nothing that a person typed", async () => {
    const port = await serve(async (_asked, answer) => void answer.end());
    await ask(port, {}, "/tasks/4711?q=a-name");
    await ask(port, {}, "/feeds/mdf_0123456789abcdefghijklmnop.ics");
    const page = await metrics().registry.metrics();
    expect(page).toContain('route="/tasks/:n"');
    expect(page).not.toMatch(/4711|a-name|mdf_/);
  });
});
