import type pg from "pg";

/** The day of the bench databases. */
export const day = "2026-06-15";
const columns = `t.number, t.symbol, t.para, t.ask, t.status, t.due_on, t.next_step_on, b.name as lead, p.name as owner`;
const joins = `left join body b on b.id = t.lead_body_id left join person p on p.id = t.owner_id`;

type Row = Readonly<Record<string, unknown>>;

/** The rows of each thing that is measured, by the address it is asked at. */
export const floorQueries: Readonly<
  Record<string, (pool: pg.Pool, query: URLSearchParams) => Promise<Row[]>>
> = {
  "/list": async (pool, query) =>
    (
      await pool.query(
        `select ${columns} from task t ${joins} where t.target_organ = $1 and t.target_session = $2 and t.status = any($3)
             and t.due_on is not null order by t.due_on, t.id limit 50`,
        [query.get("organ"), Number(query.get("session")), ["PENDING", "IN_PROGRESS"]],
      )
    ).rows,
  "/overdue": async (pool) =>
    (
      await pool.query(
        `select ${columns} from task t ${joins} where t.status in ('PENDING','IN_PROGRESS','SUBMITTED') and t.due_on < $1
             order by t.due_on, t.id limit 50`,
        [day],
      )
    ).rows,
  "/task": async (pool, query) => {
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
    return [...task.rows, ...events.rows];
  },
  "/session": async (pool, query) => {
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
    return [...counts.rows, ...due.rows];
  },
  "/all": async (pool) =>
    (
      await pool.query(
        `select target_organ, target_session, sum(count)::int as count from task_tally
             where status in ('PENDING','IN_PROGRESS','SUBMITTED','ONGOING','DEFERRED') group by 1, 2 order by 1, 2`,
      )
    ).rows,
  "/group": async (pool) =>
    (
      await pool.query(
        `select target_organ, target_session, status, count(*)::int from task group by 1, 2, 3`,
      )
    ).rows,
  "/search": async (pool, query) =>
    (
      await pool.query(
        `select ${columns} from task t ${joins} where t.paragraph_id in
             (select w.id from paragraph w where to_tsvector('english', w.text) @@ websearch_to_tsquery('english', $1) limit 200)
             order by t.due_on, t.id limit 50`,
        [query.get("text")],
      )
    ).rows,
};
