import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SMTPServer } from "smtp-server";
import { openDatabase } from "../../lib/db/client";
import { startDatabase } from "../../lib/platform/database";
import { planMany } from "./plan-many";

// `npm run bench:reminders [-- --tasks 1000000 --people 10000 --digests 50000 --workers 2]`: how long planning takes and
// what it needs of memory; then digests made, rendered and handed to a mail server on loopback by worker processes that
// are killed at random, with counts of what was lost and what came twice.
const { values } = parseArgs({
  options: {
    tasks: { type: "string", default: "1000000" },
    people: { type: "string", default: "10000" },
    digests: { type: "string", default: "50000" },
    workers: { type: "string", default: "2" },
  },
});
const count = (text: string): number => Number(text);

const plan = planMany(count(values.tasks), count(values.people));
console.log(
  `Planning: ${plan.tasks} tasks, ${plan.people} people, ${plan.reminders} reminders of one day with 35 days of catching up: ${plan.seconds.toFixed(1)} s (${plan.processorSeconds.toFixed(1)} s of processor), at most ${plan.megabytes} MB.`,
);
if (count(values.digests) > 0) await deliver(count(values.digests), count(values.workers));

async function deliver(digests: number, workers: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mandates-bench-"));
  const database = await startDatabase({ MANDATES_DATA: folder } as unknown as NodeJS.ProcessEnv);
  const sink = await startSink();
  const db = openDatabase(database.appUrl, { poolSize: 2, statementTimeoutMs: 600_000 });
  try {
    const day = "1998-08-03";
    await fill(db, digests, day);
    const began = Date.now();
    const running = new Set<ChildProcess>();
    const start = (): void => {
      const child = spawn(process.execPath, ["--import", "tsx", "tests/support/reminder-worker.ts"], {
        env: {
          ...process.env,
          DATABASE_URL: database.appUrl,
          SMTP_URL: sink.url,
          DIGESTS_OF: day,
          LEASE: "20",
        },
        stdio: ["ignore", "ignore", "inherit"],
      });
      running.add(child);
      child.once("close", () => running.delete(child));
    };
    let kills = 0;
    let nextKill = Date.now() + 5_000;
    for (;;) {
      while (running.size < workers) start();
      await new Promise((done) => setTimeout(done, 250));
      const [{ left = 0n } = {}] = await db.$queryRaw<{ left: bigint }[]>`
        select (select count(*) from reminder where state = 'due') + (select count(*) from delivery where state <> 'sent') as left`;
      if (left === 0n) break;
      if (Date.now() < nextKill) continue;
      nextKill = Date.now() + 3_000 + Math.random() * 6_000;
      const victims = [...running];
      if (victims[Math.floor(Math.random() * victims.length)]?.kill("SIGKILL")) kills += 1;
    }
    const seconds = (Date.now() - began) / 1000;
    for (const child of running) child.kill("SIGKILL");
    const { accepted, ids } = sink;
    const inboxes = await db.inboxEntry.count();
    console.log(
      `Delivery: ${digests} digests by ${workers} workers in ${seconds.toFixed(0)} s (${(digests / seconds).toFixed(0)} a second), ${kills} kills.`,
    );
    console.log(
      `Letters accepted ${accepted()}, different ${ids.size}, lost ${digests - ids.size}, repeated with the same Message-ID ${accepted() - ids.size}; inbox entries ${inboxes}, lost ${digests - inboxes}.`,
    );
    process.exitCode = ids.size === digests && inboxes === digests && accepted() - ids.size <= kills ? 0 : 1;
  } finally {
    await db.$disconnect();
    await sink.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** People with five due reminders each. */
async function fill(db: ReturnType<typeof openDatabase>, people: number, day: string): Promise<void> {
  await db.$executeRaw`insert into resolution (id, symbol, organ, title) values ('r', 'A/RES/52/1', 'GA', 'Bench')`;
  await db.$executeRaw`insert into source_document (id, sha256, text) values ('s', 's', '1. Requests.')`;
  await db.$executeRaw`insert into resolution_version (id, resolution_id, version, source_id, header, footnotes, warnings, extractor)
    values ('v', 'r', 1, 's', '{}', '[]', '[]', 'bench')`;
  await db.$executeRaw`insert into paragraph (id, stable_id, resolution_id, version_id, ordinal, kind, number, text, spans)
    values ('p', 'p', 'r', 'v', 1, 'operative', '1', 'Requests', '[]')`;
  await db.$executeRaw`insert into task (id, resolution_id, paragraph_id, reference, symbol, para, organ, ask, verb, deliverable, status_since, created_on)
    select 't' || i, 'r', 'p', 'A/RES/52/1#op1/' || i, 'A/RES/52/1', '1', 'GA',
      'Report to the Assembly at its fifty-third session on the implementation of the present resolution, part ' || i,
      'requests', 'report', '1998-01-05', '1998-01-05' from generate_series(1, 1000) i`;
  await db.$executeRaw`insert into person (id, email, name) select 'p' || i, 'p' || i || '@example.org', 'Person ' || i from generate_series(1, ${people}::int) i`;
  await db.$executeRaw`insert into reminder (key, task_id, person_id, policy_id, step, day, reason, urgency)
    select i || '/' || n, 't' || (1 + (i * 7 + n * 131) % 1000), 'p' || i, 'bench', 'slot', ${day},
      jsonb_build_object('anchor', 'slot', 'anchorDay', to_char(${day}::date + n * 9 - 14, 'YYYY-MM-DD'), 'organ', 'GA', 'session', 53,
        'policyKey', 'bench', 'policyName', 'Bench', 'as', 'owner'), 1000
    from generate_series(1, ${people}::int) i, generate_series(0, 4) n`;
  await db.$executeRaw`analyze`;
}

/** A mail server on loopback that keeps nothing but the Message-IDs. */
async function startSink() {
  const ids = new Set<string>();
  let accepted = 0;
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, done) => {
      let head = "";
      stream.on("data", (chunk: Buffer) => {
        if (head.length < 4_000) head += chunk.toString("latin1");
      });
      stream.on("end", () => {
        accepted += 1;
        ids.add(/^Message-ID: (\S+)/im.exec(head)?.[1] ?? `without ${accepted}`);
        done();
      });
    },
  });
  // A client that was killed breaks its connection: nothing to do.
  server.on("error", () => undefined);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    ids,
    accepted: () => accepted,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}
