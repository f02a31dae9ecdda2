import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { earlier } from "@/lib/core/calendar/day";
import type { DeadlineRule } from "@/lib/core/calendar/rule";
import type { LoadLine } from "@/lib/core/import/load-line";
import { quoted } from "./backup";
import { nameKey } from "./bodies";
import { chainStart, linkHash } from "./chain";
import { parseDatabaseUrl, poolConfig } from "./connection";
import { linkOf, type NewEvent, streamOf } from "./events";

/** What a load has done so far. */
export type LoadCount = { readonly created: number; readonly unchanged: number; readonly tasks: number };

/** Resolutions of one transaction. */
const batchSize = 250;

/**
 * Loads resolutions with their tasks by COPY: some thousands of tasks a second, each with its first history line in the
 * hash chain. A resolution whose symbol is there already is left as it is, so that a load that was stopped is simply run
 * again. Batches are whole or not at all. Needs an address that may write all tables.
 */
export async function loadResolutions(
  address: string,
  lines: AsyncIterable<LoadLine>,
  moment: { readonly at: Date; readonly day: string },
  onBatch: (count: LoadCount) => void = () => undefined,
): Promise<LoadCount> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(address)));
  await client.connect();
  let count: LoadCount = { created: 0, unchanged: 0, tasks: 0 };
  try {
    const known: Known = { bodies: await readBodies(client), people: await readPeople(client) };
    const work = async (batch: readonly LoadLine[]) => {
      const done = await loadBatch(client, batch, known, moment);
      count = {
        created: count.created + done.created,
        unchanged: count.unchanged + batch.length - done.created,
        tasks: count.tasks + done.tasks,
      };
      onBatch(count);
    };
    let batch: LoadLine[] = [];
    for await (const line of lines) {
      batch.push(line);
      if (batch.length < batchSize) continue;
      await work(batch);
      batch = [];
    }
    if (batch.length > 0) await work(batch);
    return count;
  } finally {
    await client.end();
  }
}

async function readBodies(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(
    "select key, body_id as id from body_name order by kind = 'official'",
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

async function readPeople(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ email: string; id: string }>("select email, id from person");
  return new Map(rows.map((row) => [row.email, row.id]));
}

/** Ids of bodies by the key of their name, and of people by their address. */
type Known = { readonly bodies: ReadonlyMap<string, string>; readonly people: ReadonlyMap<string, string> };

type Cell = string | number | boolean | null;
type Rows = Record<string, { readonly columns: readonly string[]; readonly rows: (readonly Cell[])[] }>;

async function loadBatch(
  client: pg.Client,
  batch: readonly LoadLine[],
  ids: Known,
  moment: { readonly at: Date; readonly day: string },
): Promise<{ created: number; tasks: number }> {
  await client.query("begin");
  try {
    const present = await client.query<{ symbol: string }>(
      "select symbol from resolution where symbol = any($1)",
      [batch.map((line) => line.symbol)],
    );
    const taken = new Set(present.rows.map((row) => row.symbol));
    const rows = emptyRows();
    const events: NewEvent[] = [];
    let created = 0;
    for (const line of batch) {
      if (taken.has(line.symbol)) continue;
      taken.add(line.symbol);
      created += 1;
      addLine(rows, events, line, ids, moment);
    }
    for (const table of [
      "source_document",
      "resolution",
      "resolution_version",
      "paragraph",
      "task",
      "task_body",
    ])
      await copyRows(client, table, rows);
    await appendToChains(client, rows, events);
    await client.query("commit");
    return { created, tasks: events.length };
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

const emptyRows = (): Rows =>
  Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, { columns, rows: [] }]));

const tables: Readonly<Record<string, readonly string[]>> = {
  source_document: ["id", "sha256", "file_name", "media_type", "text", "byte_length"],
  resolution: [
    "id",
    "symbol",
    "organ",
    "session",
    "adopted",
    "committee",
    "title",
    "operative_count",
    "decided_count",
  ],
  resolution_version: [
    "id",
    "resolution_id",
    "version",
    "source_id",
    "header",
    "footnotes",
    "warnings",
    "extractor",
  ],
  paragraph: [
    "id",
    "stable_id",
    "resolution_id",
    "version_id",
    "ordinal",
    "kind",
    "number",
    "text",
    "spans",
    "decision",
  ],
  task: [
    "id", "resolution_id", "paragraph_id", "reference", "symbol", "para", "organ", "adopted_session", "adopted", "ask", "verb", "deliverable",
    "status", "status_since", "deadline_rules", "target_organ", "target_session", "due_from", "due_on", "due_certainty", "lead_body_id", "created_on",
    "owner_id", "next_step", "next_step_on",
  ], // biome-ignore format: a list of columns
  task_body: ["id", "task_id", "body_id", "printed", "role", "ordinal"],
  task_event: [
    "task_id", "sequence", "at", "effective_on", "actor_id", "actor_name", "type", "transition", "from", "to", "reason", "evidence",
    "stream", "stream_seq", "prev_hash", "hash",
  ], // biome-ignore format: a list of columns
};

function addLine(
  rows: Rows,
  events: NewEvent[],
  line: LoadLine,
  ids: Known,
  moment: { readonly at: Date; readonly day: string },
): void {
  const [resolutionId, versionId, sourceId] = [randomUUID(), randomUUID(), randomUUID()];
  const text = line.paragraphs.map((one) => `${one.number}. ${one.text}`).join("\n\n");
  // Two resolutions may have the same words: the symbol belongs to the source's fingerprint.
  const sha256 = createHash("sha256").update(`${line.symbol}\n${text}`).digest("hex");
  add(rows, "source_document", [sourceId, sha256, "", "text/plain", text, Buffer.byteLength(text)]);
  const asking = new Set(line.tasks.map((task) => task.para));
  add(rows, "resolution", [
    resolutionId,
    line.symbol,
    line.organ,
    line.session,
    line.adopted,
    line.committee,
    line.title,
    line.paragraphs.length,
    line.paragraphs.length,
  ]);
  add(rows, "resolution_version", [versionId, resolutionId, 1, sourceId, "{}", "[]", "[]", "loaded"]);
  const paragraphIds = new Map<string, string>();
  let start = 0;
  for (const [ordinal, { number, text: words }] of line.paragraphs.entries()) {
    const id = randomUUID();
    paragraphIds.set(number, id);
    const from = start + number.length + 2;
    start = from + words.length + 2;
    const spans = JSON.stringify([{ start: from, end: from + words.length }]);
    const decision = asking.has(number) ? "tasks" : "not_actionable";
    add(rows, "paragraph", [
      id,
      `${line.symbol}#op${number}`,
      resolutionId,
      versionId,
      ordinal,
      "operative",
      number,
      words,
      spans,
      decision,
    ]);
  }
  const counts = new Map<string, number>();
  for (const task of line.tasks) {
    const paragraphId = paragraphIds.get(task.para);
    if (paragraphId === undefined)
      throw new Error(`${line.symbol}: a task names paragraph ${task.para}, which is not in its line.`);
    const nth = (counts.get(task.para) ?? 0) + 1;
    counts.set(task.para, nth);
    addTask(rows, events, { line, task, nth, resolutionId, paragraphId }, ids, moment);
  }
}

function addTask(
  rows: Rows,
  events: NewEvent[],
  place: {
    readonly line: LoadLine;
    readonly task: LoadLine["tasks"][number];
    readonly nth: number;
    readonly resolutionId: string;
    readonly paragraphId: string;
  },
  ids: Known,
  moment: { readonly at: Date; readonly day: string },
): void {
  const { line, task, nth, resolutionId, paragraphId } = place;
  const id = randomUUID();
  const since = task.statusSince ?? moment.day;
  const createdOn = earlier(since, moment.day);
  const leads = task.leads.map((printed) => ({ printed, bodyId: ids.bodies.get(nameKey(printed)) ?? null }));
  const leadBodyId = leads[0]?.bodyId ?? null;
  const ownerId = task.owner === null ? null : (ids.people.get(task.owner.toLowerCase()) ?? null);
  const rules = rulesOf(task);
  add(rows, "task", [
    id, resolutionId, paragraphId, `${line.symbol}#op${task.para}/${nth}`, line.symbol, task.para, line.organ, line.session, line.adopted, task.ask,
    task.verb, task.deliverable, task.status, since, JSON.stringify(rules), task.targetOrgan, task.targetSession, task.dueFrom, task.dueOn, task.certainty, leadBodyId, createdOn,
    ownerId, task.nextStep?.code ?? null, task.nextStep?.on ?? null,
  ]); // biome-ignore format: in the order of the columns
  leads.forEach(({ printed, bodyId }, ordinal) => {
    add(rows, "task_body", [randomUUID(), id, bodyId, printed, "lead", ordinal]);
  });
  const deadline = {
    rules,
    quote: "",
    recurrence: null,
    targetOrgan: task.targetOrgan,
    targetSession: task.targetSession,
    targetPart: null,
    dueFrom: task.dueFrom,
    dueOn: task.dueOn,
    certainty: task.certainty,
    because: [],
  };
  events.push({
    taskId: id,
    stream: streamOf({ leadBodyId, organ: line.organ }),
    sequence: 1,
    at: moment.at,
    effectiveOn: createdOn,
    actorId: null,
    actorName: "System",
    type: "created",
    transition: null,
    from: null,
    to: {
      status: task.status,
      statusSince: since,
      ask: task.ask,
      para: task.para,
      ownerId,
      responsibleId: null,
      deadline,
      ...(task.nextStep !== null && { nextStep: task.nextStep }),
    },
    reason: "Loaded.",
    evidence: [],
  });
}

/** The deadline as a rule: the session that is named, else the day; so that the task follows when the session moves. */
function rulesOf(task: LoadLine["tasks"][number]): readonly DeadlineRule[] {
  const { targetOrgan: organ, targetSession: session, dueOn: on } = task;
  if (organ !== null && session !== null) return [{ kind: "session", organ, session, operator: "at" }];
  return on === null ? [] : [{ kind: "date", on, operator: "by" }];
}

/** Continues each chain; ends are locked in the order of their names, as every writer does. */
async function appendToChains(client: pg.Client, rows: Rows, events: readonly NewEvent[]): Promise<void> {
  const byStream = groupedByStream(events);
  for (const stream of [...byStream.keys()].sort()) {
    await client.query(
      "insert into chain_head (stream, stream_seq, hash) values ($1, 0, $2) on conflict do nothing",
      [stream, chainStart],
    );
    const { rows: heads } = await client.query<{ stream_seq: string; hash: string }>(
      "select stream_seq, hash from chain_head where stream = $1 for update",
      [stream],
    );
    let seq = BigInt(heads[0]?.stream_seq ?? 0);
    let hash = heads[0]?.hash ?? chainStart;
    for (const event of byStream.get(stream) ?? []) {
      seq += 1n;
      const link = linkOf(event, stream, seq);
      const prevHash = hash;
      hash = linkHash(prevHash, link);
      add(rows, "task_event", [
        link.taskId, link.sequence, link.at, link.effectiveOn, link.actorId, link.actorName, link.type, link.transition, null, JSON.stringify(link.to),
        link.reason, null, stream, String(seq), prevHash, hash,
      ]); // biome-ignore format: in the order of the columns
    }
    await client.query(
      "update chain_head set stream_seq = $2, hash = $3, updated_at = now() where stream = $1",
      [stream, String(seq), hash],
    );
  }
  await copyRows(client, "task_event", rows);
}

function groupedByStream(events: readonly NewEvent[]): Map<string, NewEvent[]> {
  const groups = new Map<string, NewEvent[]>();
  for (const event of events) {
    const group = groups.get(event.stream);
    if (group) group.push(event);
    else groups.set(event.stream, [event]);
  }
  return groups;
}

const add = (rows: Rows, table: string, cells: readonly Cell[]): void => {
  rows[table]?.rows.push(cells);
};

async function copyRows(client: pg.Client, table: string, all: Rows): Promise<void> {
  const { columns, rows } = all[table] ?? { columns: [], rows: [] };
  if (rows.length === 0) return;
  const stream = client.query(
    copyFrom(`copy ${quoted(table)} (${columns.map(quoted).join(", ")}) from stdin`),
  );
  await pipeline(Readable.from(copyText(rows)), stream);
}

/** Rows in COPY's text form, many to a chunk: a message for each row would cost more than the row. */
function* copyText(rows: readonly (readonly Cell[])[]): Generator<string> {
  let waiting = "";
  for (const row of rows) {
    waiting += `${row.map(copyCell).join("\t")}\n`;
    if (waiting.length < 65_536) continue;
    yield waiting;
    waiting = "";
  }
  yield waiting;
}

/** A value as COPY's text form has it. */
const copyCell = (cell: Cell): string =>
  cell === null
    ? "\\N"
    : String(cell).replace(
        /[\\\t\n\r]/g,
        (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[sign] ?? sign,
      );
