import * as crypto from "node:crypto";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { canonicalJson, chainStart } from "./chain";
import { parseDatabaseUrl, poolConfig } from "./connection";

/** A link of a chain as it was signed outside the database: "this chain had this hash at this place". */
export type SignedLink = { readonly stream: string; readonly streamSeq: bigint; readonly hash: string };

/** The answer of a check: how many links hold, or the first one that does not. */
export type RecordVerdict =
  | { readonly intact: true; readonly links: number; readonly streams: number; readonly signed: number }
  | {
      readonly intact: false;
      readonly stream: string;
      readonly streamSeq: string;
      /** The row of the table, where there is one to point at. */
      readonly rowId: string | null;
      readonly problem: string;
    };

type Broken = Extract<RecordVerdict, { intact: false }>;

// The canonical JSON of a line with its plain fields put together by the server, keys in order; `?` stands between
// the three fields that are JSON themselves, which are put in order here. tests/db/verify-record.test.ts compares the
// outcome with the hashes that the app wrote.
const text = (column: string) => `coalesce(to_json(${column})::text, 'null')`;
const instant = `to_json(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text`;
const sources = [
  {
    table: "task_event",
    columns: [
      `'{"actorId":' || ${text("actor_id")} || ',"actorName":' || ${text("actor_name")} || ',"at":' || ${instant} || ',"effectiveOn":' || ${text("effective_on")} || ',"evidence":'`,
      `evidence`,
      `',"from":'`,
      `"from"`,
      `',"reason":' || ${text("reason")} || ',"sequence":' || sequence || ',"stream":' || ${text("stream")} || ',"streamSeq":"' || stream_seq || '","taskId":' || ${text("task_id")} || ',"to":'`,
      `"to"`,
      `',"transition":' || ${text("transition")} || ',"type":' || ${text("type")} || '}'`,
    ],
  },
  {
    table: "audit_entry",
    columns: [
      `'{"action":' || ${text("action")} || ',"actorId":' || ${text("actor_id")} || ',"actorName":' || ${text("actor_name")} || ',"at":' || ${instant} || ',"from":'`,
      `"from"`,
      `',"reason":' || ${text("reason")} || ',"stream":' || ${text("stream")} || ',"streamSeq":"' || stream_seq || '","subject":' || ${text("subject")} || ',"to":'`,
      `"to"`,
      `'}'`,
    ],
  },
] as const;

/**
 * Walks every chain of the record (history of tasks, audit) from its first link to its recorded end, recomputes each
 * hash, and compares with what was signed outside the database. One snapshot, read as a stream: writers are not held up
 * and memory stays flat for millions of lines.
 */
export async function verifyRecord(
  address: string,
  signed: readonly SignedLink[] = [],
): Promise<RecordVerdict> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(address)));
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows: heads } = await client.query<{ stream: string; seq: string; hash: string }>(
      "select stream, stream_seq::text as seq, hash from chain_head order by stream",
    );
    const missing = await withoutHead(client, signed, new Set(heads.map(({ stream }) => stream)));
    if (missing !== null) return missing;
    let links = 0;
    for (const head of heads) {
      const expected = signedIn(head.stream, signed);
      const walked = await walk(client, head, expected);
      if (!("links" in walked)) return walked;
      links += walked.links;
    }
    return { intact: true, links, streams: heads.length, signed: signed.length };
  } finally {
    await client.end();
  }
}

/** A chain that has lines, or was signed, and of which the database no longer knows the end. */
async function withoutHead(
  client: pg.Client,
  signed: readonly SignedLink[],
  known: ReadonlySet<string>,
): Promise<Broken | null> {
  for (const { table } of sources) {
    const { rows } = await client.query<{ stream: string }>(
      `select stream from (select distinct stream from ${table}) e where not exists (select from chain_head h where h.stream = e.stream) order by stream limit 1`,
    );
    if (rows[0]) return broken(rows[0].stream, 1n, null, "the chain has lines but its end is not on record");
  }
  const lost = signed.find(({ stream }) => !known.has(stream));
  return lost === undefined
    ? null
    : broken(lost.stream, 1n, null, `the whole chain is gone; ${lost.streamSeq} lines of it were signed`);
}

const signedIn = (stream: string, signed: readonly SignedLink[]): ReadonlyMap<bigint, string> =>
  new Map(signed.filter((link) => link.stream === stream).map((link) => [link.streamSeq, link.hash]));

/** One chain, from its first link to its end. */
async function walk(
  client: pg.Client,
  head: { readonly stream: string; readonly seq: string; readonly hash: string },
  expected: ReadonlyMap<bigint, string>,
): Promise<{ readonly links: number } | Broken> {
  const { stream } = head;
  const source = sources[stream === "audit" ? 1 : 0];
  let seq = 0n;
  let hash = chainStart;
  for await (const fields of copied(client, source, stream)) {
    const [place = "", id = "", previous, stored = "", ...parts] = fields;
    seq += 1n;
    if (BigInt(place) !== seq)
      return broken(stream, seq, id, `line ${seq} is missing; the next one found is line ${place}`);
    if (previous !== hash) return broken(stream, seq, id, "the line does not follow from the line before it");
    if (sha256(`${hash}\n${canonical(parts)}`) !== stored)
      return broken(stream, seq, id, "the line's content does not match its hash");
    hash = stored;
    const wanted = expected.get(seq);
    if (wanted !== undefined && wanted !== hash)
      return broken(stream, seq, id, "the chain was written anew: this line is not the one that was signed");
  }
  const last = [...expected.keys()].reduce((most, one) => (one > most ? one : most), 0n);
  if (last > seq)
    return broken(stream, seq + 1n, null, `the chain ends after line ${seq}, but line ${last} was signed`);
  if (BigInt(head.seq) !== seq)
    return broken(
      stream,
      seq + 1n,
      null,
      `the chain ends after line ${seq}, but ${head.seq} lines are on record`,
    );
  if (head.hash !== hash)
    return broken(stream, seq, null, "the last line does not match the recorded end of the chain");
  return { links: Number(seq) };
}

const broken = (stream: string, seq: bigint, rowId: string | null, problem: string): Broken => ({
  intact: false,
  stream,
  streamSeq: String(seq),
  rowId,
  problem,
});

/** The plain stretches as they came, the JSON fields between them in canonical form. */
function canonical(parts: readonly string[]): string {
  let line = "";
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? "";
    line += index % 2 === 0 ? part : part === "null" ? part : canonicalJson(JSON.parse(part));
  }
  return line;
}

/** The lines of one chain in order, each as its fields. PostgreSQL's text form of COPY: tabs between, newline after. */
async function* copied(
  client: pg.Client,
  { table, columns }: (typeof sources)[number],
  stream: string,
): AsyncGenerator<string[]> {
  const fields = columns.map((column, index) =>
    index % 2 === 0 ? column : `coalesce(${column}::text, 'null')`,
  );
  const query = `copy (select stream_seq, id, prev_hash, hash, ${fields.join(", ")} from ${table}
    where stream = ${client.escapeLiteral(stream)} order by stream_seq) to stdout`;
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of client.query(copyTo(query))) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield line.split("\t").map(unescaped);
  }
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };
const unescaped = (field: string): string =>
  field.includes("\\") ? field.replace(/\\(.)/gs, (_all, sign: string) => escapes[sign] ?? sign) : field;

// One call instead of three where this Node has it (20.12): a quarter of the whole time.
const sha256: (data: string) => string =
  typeof crypto.hash === "function"
    ? (data) => crypto.hash("sha256", data, "hex")
    : (data) => crypto.createHash("sha256").update(data).digest("hex");

/** The ends of all chains as the database has them, to be signed outside it. */
export async function readHeads(address: string): Promise<readonly SignedLink[]> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(address)));
  await client.connect();
  try {
    const { rows } = await client.query<{ stream: string; seq: string; hash: string }>(
      "select stream, stream_seq::text as seq, hash from chain_head order by stream",
    );
    return rows.map(({ stream, seq, hash }) => ({ stream, streamSeq: BigInt(seq), hash }));
  } finally {
    await client.end();
  }
}
