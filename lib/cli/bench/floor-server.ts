import { createHash } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { day, floorQueries } from "./floor-queries";

// The floor of a measurement: the same rows by plain `pg`, written with a string template on Node's http server. No
// framework, no permissions, no validation. Run as a process of its own: floor-server.ts ADDRESS PORT.

const [address = "", port = "0"] = process.argv.slice(2);
const pool = new pg.Pool(poolConfig(parseDatabaseUrl(address)));

const escaped = (text: unknown): string =>
  String(text ?? "").replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign,
  );
const table = (rows: readonly Record<string, unknown>[]): string =>
  `<!doctype html><title>Floor</title><table>${rows
    .map(
      (row) =>
        `<tr>${Object.values(row)
          .map((cell) => `<td>${escaped(cell)}</td>`)
          .join("")}</tr>`,
    )
    .join("")}</table>`;

const pages = Object.entries(floorQueries).map(
  ([path, rows]) => [path, async (query: URLSearchParams) => table(await rows(pool, query))] as const,
);
const routes: Readonly<Record<string, (query: URLSearchParams) => Promise<string>>> = {
  ...Object.fromEntries(pages),
  "/update": async (query) => {
    const number = Number(query.get("number"));
    const client = await pool.connect();
    try {
      await client.query("begin");
      const { rows } = await client.query(
        `update task set status = 'IN_PROGRESS', version = version + 1, updated_at = now() where number = $1
           returning id, version, coalesce(lead_body_id, organ) as stream`,
        [number],
      );
      const { id, version, stream } = rows[0] as { id: string; version: number; stream: string };
      const head = await client.query(
        `insert into bench_head as h (stream, stream_seq, hash) values ($1, 1, $2)
           on conflict (stream) do update set stream_seq = h.stream_seq + 1, hash = $2 returning stream_seq`,
        [stream, createHash("sha256").update(id).digest("hex")],
      );
      await client.query(
        `insert into bench_event (task_id, sequence, effective_on, actor_name, type, stream, stream_seq, prev_hash, hash)
           values ($1, $2, $3, 'Floor', 'status', $4, $5, '', $1)`,
        [id, version, day, stream, head.rows[0]?.stream_seq],
      );
      await client.query("commit");
      return "ok";
    } catch (thrown) {
      await client.query("rollback");
      throw thrown;
    } finally {
      client.release();
    }
  },
};

createServer((asked, answer) => {
  const { pathname, searchParams } = new URL(asked.url ?? "/", "http://floor");
  const route = routes[pathname];
  if (!route) {
    answer.writeHead(404).end();
    return;
  }
  route(searchParams).then(
    (text) => answer.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(text),
    (thrown: unknown) => answer.writeHead(500).end(String(thrown)),
  );
}).listen(Number(port), "127.0.0.1", () => process.send?.("ready"));
