import { Readable } from "node:stream";
import { openDatabase } from "@/lib/db/client";
import { depsWith } from "@/lib/deps";
import { handleApi } from "@/lib/http/v1/handle";
import { makeHttpServer } from "@/lib/platform/http-server";
import { calendarFromDatabase } from "@/lib/services/registry";

// One of several instances on one database: the API behind the server of production. instance.ts ADDRESS
const deps = depsWith(openDatabase(process.argv[2] ?? "", { poolSize: 4 }));
const { server, drain } = makeHttpServer(async (asked, answer) => {
  if (asked.url?.startsWith("/calendar/")) {
    const [, , organ = "", session = "0"] = asked.url.split("/");
    answer.end((await calendarFromDatabase(deps.db)).find(organ, Number(session))?.opens ?? "none");
    return;
  }
  const request = new Request(`http://instance${asked.url}`, {
    method: asked.method ?? "GET",
    headers: Object.entries(asked.headers).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value] as [string, string]] : [],
    ),
    ...(asked.method === "GET"
      ? {}
      : { body: Readable.toWeb(asked) as ReadableStream, duplex: "half" as const }),
  });
  const response = await handleApi(request, { deps, signedIn: null, base: "http://instance" });
  answer.writeHead(response.status, Object.fromEntries(response.headers));
  answer.end(Buffer.from(await response.arrayBuffer()));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(typeof address === "object" && address !== null ? address.port : 0);
});
process.on("SIGTERM", () => void drain(5_000).then(() => process.exit(0)));
