import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { chanceOf } from "../../lib/cli/bench/chance";
import { openDatabase } from "../../lib/db/client";
import { onScratchDatabase } from "./scratch-database";

export type DeliveryRun = {
  readonly digests: number;
  readonly workers: number;
  /** The same seed kills after the same intervals. */
  readonly seed: number;
};

export type DeliveryFigures = {
  readonly seconds: number;
  /** Workers killed while they made digests, and while they sent. */
  readonly killsMaking: number;
  readonly killsSending: number;
  readonly accepted: number;
  readonly lostLetters: number;
  /** Letters that came more than once, each with the Message-ID of the first. */
  readonly repeated: number;
  readonly inboxEntries: number;
  /** People who found the same digest in their inbox twice. */
  readonly twice: number;
};

const day = "1998-08-03";

/** So many workers die while they make digests; after that they die while they send, as long as there is anything to send. */
const mostKillsMaking = 5;

/**
 * Digests of that many people, made, rendered and handed to a mail server on loopback by worker processes that are
 * killed (SIGKILL) at random. A worker is killed only once it is at work, so that the run comes to its end.
 * Leaves nothing behind, also where it is stopped by a signal.
 */
export async function deliverMany({ digests, workers, seed }: DeliveryRun): Promise<DeliveryFigures> {
  return onScratchDatabase(async (database, onEnd) => {
    const sink = await startSink();
    const db = openDatabase(database.appUrl, { poolSize: 2, statementTimeoutMs: 600_000 });
    const staff = workersOf({ DATABASE_URL: database.appUrl, SMTP_URL: sink.url }, chanceOf(seed));
    onEnd(() => db.$disconnect());
    onEnd(sink.stop);
    onEnd(staff.dismiss);
    await fill(db, digests);
    const began = Date.now();
    for (let second = 1; ; second += 1) {
      staff.fillUpTo(workers);
      await new Promise((done) => setTimeout(done, 1_000));
      if (second % 30 === 0)
        console.error(`  ${sink.ids.size} letters, killed ${JSON.stringify(staff.kills)}`);
      const [{ isLeft = true } = {}] = await db.$queryRaw<{ isLeft: boolean }[]>`
        select exists (select from reminder where state = 'due')
          or exists (select from delivery where state <> 'sent') as "isLeft"`;
      if (!isLeft) break;
    }
    const seconds = (Date.now() - began) / 1000;
    const inboxEntries = await db.inboxEntry.count();
    const people = await db.inboxEntry.groupBy({ by: ["personId"] });
    const accepted = sink.accepted();
    return {
      seconds,
      killsMaking: staff.kills.making,
      killsSending: staff.kills.sending,
      accepted,
      lostLetters: digests - sink.ids.size,
      repeated: accepted - sink.ids.size,
      inboxEntries,
      twice: inboxEntries - people.length,
    };
  });
}

/** Worker processes that do the work of the app, and die while they are at it. */
function workersOf(environment: Readonly<Record<string, string>>, chance: () => number) {
  const running = new Set<ChildProcess>();
  const kills = { making: 0, sending: 0 };
  let areDismissed = false;
  const start = (): void => {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/support/reminder-worker.ts"], {
      env: { ...process.env, ...environment, DIGESTS_OF: day, LEASE: "20" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.add(child);
    const killAfter = (milliseconds: number, at: keyof typeof kills) => {
      const timer = setTimeout(() => {
        if (child.kill("SIGKILL")) kills[at] += 1;
      }, milliseconds);
      child.once("close", () => clearTimeout(timer));
    };
    child.stdout?.on("data", (said: Buffer) => {
      if (`${said}`.includes("making") && kills.making < mostKillsMaking)
        killAfter(1_000 + chance() * 4_000, "making");
      if (`${said}`.includes("sending")) killAfter(5_000 + chance() * 20_000, "sending");
    });
    child.once("close", () => running.delete(child));
  };
  return {
    kills,
    fillUpTo: (count: number): void => {
      while (!areDismissed && running.size < count) start();
    },
    dismiss: (): void => {
      areDismissed = true;
      for (const child of running) child.kill("SIGKILL");
    },
  };
}

/** People with five due reminders each. */
async function fill(db: ReturnType<typeof openDatabase>, people: number): Promise<void> {
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
