import { createHash } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";

// The floor of a measurement: the same rows by plain `pg`, written with a string template on Node's http server. No
// framework, no permissions, no validation. Run as a process of its own: floor-server.ts ADDRESS PORT.

const [address = "", port = "0"] = process.argv.slice(2);
const pool = new pg.Pool(poolConfig(parseDatabaseUrl(address)));

const day = "2026-06-15";
const columns = `t.number, t.symbol, t.para, t.ask, t.status, t.due_on, t.next_step_on, b.name as lead, p.name as owner`;
const joins = `left join body b on b.id = t.lead_body_id left join person p on p.id = t.owner_id`;
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

const routes: Readonly<Record<string, (query: URLSearchParams) => Promise<string>>> = {
  "/list": async (query) =>
    table(
      (
        await pool.query(
          `select ${columns} from task t ${joins} where t.target_organ = $1 and t.target_session = $2 and t.status = any($3)
             and t.due_on is not null order by t.due_on, t.id limit 50`,
          [query.get("organ"), Number(query.get("session")), ["PENDING", "IN_PROGRESS"]],
        )
      ).rows,
    ),
  "/overdue": async () =>
    table(
      (
        await pool.query(
          `select ${columns} from task t ${joins} where t.status in ('PENDING','IN_PROGRESS','SUBMITTED') and t.due_on < $1
             order by t.due_on, t.id limit 50`,
          [day],
        )
      ).rows,
    ),
  "/task": async (query) => {
    const number = Number(query.get("number"));
    const task = await pool.query(
      `select ${columns}, t.id, w.text, r.title from task t ${joins} join paragraph w on w.id = t.paragraph_id
         join resolution r on r.id = t.resolution_id where t.number = $1`,
      [number],
    );
    const events = await pool.query(
      `select sequence, at, actor_name, type, "to", reason from task_event where task_id = $1 order by sequence desc`,
      [task.rows[0]?.id],
    );
    return table([...task.rows, ...events.rows]);
  },
  "/session": async (query) => {
    const of = [query.get("organ"), Number(query.get("session"))];
    const counts = await pool.query(
      `select status, sum(count)::int as count, coalesce(sum(count) filter (where due_on < $3 and due_on <> ''), 0)::int as late
         from task_tally where target_organ = $1 and target_session = $2 group by status`,
      [...of, day],
    );
    const due = await pool.query(
      `select ${columns} from task t ${joins} where t.target_organ = $1 and t.target_session = $2
         and t.status not in ('PROPOSED','NOT_ACTIONABLE') and t.next_step_on is not null order by t.next_step_on, t.id limit 50`,
      of,
    );
    return table([...counts.rows, ...due.rows]);
  },
  "/all": async () =>
    table(
      (
        await pool.query(
          `select target_organ, target_session, sum(count)::int as count from task_tally
             where status in ('PENDING','IN_PROGRESS','SUBMITTED','ONGOING','DEFERRED') group by 1, 2 order by 1, 2`,
        )
      ).rows,
    ),
  "/group": async () =>
    table(
      (
        await pool.query(
          `select target_organ, target_session, status, count(*)::int from task group by 1, 2, 3`,
        )
      ).rows,
    ),
  "/search": async (query) =>
    table(
      (
        await pool.query(
          `select ${columns} from task t ${joins} where t.paragraph_id in
             (select w.id from paragraph w where to_tsvector('english', w.text) @@ websearch_to_tsquery('english', $1) limit 200)
             order by t.due_on, t.id limit 50`,
          [query.get("text")],
        )
      ).rows,
    ),
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
