import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compressBuild, compressedFiles } from "@/lib/platform/brotli";

const script = "const words = 'resolution, operative paragraph, session';\n".repeat(50);
let folder: string;
let server: ReturnType<typeof createServer>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "build-"));
  mkdirSync(join(folder, "static/chunks"), { recursive: true });
  writeFileSync(join(folder, "static/chunks/a.js"), script);
  writeFileSync(join(folder, "static/chunks/a.woff2"), "a font");
  writeFileSync(join(folder, "secret.js"), "not for anybody");
  await compressBuild(folder);
  const answers = compressedFiles(folder);
  server = createServer((asked, answer) => {
    if (!answers(asked, answer)) answer.end("left to Next");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterEach(async () => {
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = { "accept-encoding": "gzip, br" }) =>
  new Promise<{ headers: IncomingHttpHeaders; bytes: Buffer }>((done, failed) => {
    const { port } = server.address() as AddressInfo;
    request({ host: "127.0.0.1", port, path, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => done({ headers: answer.headers, bytes: Buffer.concat(parts) }));
    })
      .on("error", failed)
      .end();
  });

it("sends a script of the build in its compressed copy, with the headers that Next gives it", async () => {
  const { headers, bytes } = await ask("/_next/static/chunks/a.js?dpl=1");
  expect(brotliDecompressSync(bytes).toString()).toBe(script);
  expect(bytes.length).toBeLessThan(script.length / 4);
  expect(headers).toMatchObject({
    "content-encoding": "br",
    "content-type": "application/javascript; charset=UTF-8",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
});

it.each([
  ["a browser that does not take it", "/_next/static/chunks/a.js", { "accept-encoding": "gzip" }],
  ["a part of a file", "/_next/static/chunks/a.js", { "accept-encoding": "br", range: "bytes=0-9" }],
  ["what is no script or style", "/_next/static/chunks/a.woff2", { "accept-encoding": "br" }],
  ["what is not there", "/_next/static/chunks/b.js", { "accept-encoding": "br" }],
  ["a way out of the folder", "/_next/static/../secret.js", { "accept-encoding": "br" }],
])("leaves %s to Next", async (_what, path, headers) => {
  expect((await ask(path, headers)).bytes.toString()).toBe("left to Next");
});
