import next from "next";
import { describeError, log } from "@/lib/http/log";
import { compressedFiles } from "./brotli";
import { buildFolder } from "./build";
import { makeHttpServer } from "./http-server";
import { projectFolder } from "./prisma-command";

// The web server as a process of its own: serve.ts HOST PORT. Started by web-server.ts, or by hand beside an external
// database for a second instance.

const [host = "127.0.0.1", port = "3000"] = process.argv.slice(2);
/** Requests in flight have so long (milliseconds) to finish when the server is asked to end. */
const patience = 12_000;
/** And so long where the start that began this server is gone: the next one waits for the port. */
const orphanPatience = 2_000;

process.title = "next-server mandates";
// One broken promise is one broken request: it is written down, and the others go on.
process.on("unhandledRejection", (error) =>
  log.error({ error: describeError(error) }, "unhandled rejection"),
);

const app = next({ dev: false, dir: projectFolder, hostname: host, port: Number(port), quiet: true });
await app.prepare();
const answer = app.getRequestHandler();
const isCompressed = compressedFiles(buildFolder());
const { server, drain } = makeHttpServer(async (request, response) => {
  if (!isCompressed(request, response)) await answer(request, response);
});
server.once("error", (error) => {
  console.error(`The web server cannot listen on ${host}:${port}: ${error.message}`);
  process.exit(1);
});
server.listen(Number(port), host);

let isEnding = false;
const end = (limit: number): void => {
  if (isEnding) return;
  isEnding = true;
  void drain(limit).then(() => process.exit(0));
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => end(patience));
// The start that began this server is gone without a word (kill -9): the next start needs the port.
process.on("disconnect", () => end(orphanPatience));
