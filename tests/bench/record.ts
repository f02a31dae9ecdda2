import { parseArgs } from "node:util";
import pg from "pg";
import { lines } from "../../lib/cli/bench-calendar-database";
import { builtInSessions } from "../../lib/core/calendar/built-in";
import { openDatabase } from "../../lib/db/client";
import { parseDatabaseUrl, poolConfig } from "../../lib/db/connection";
import { loadResolutions } from "../../lib/db/load";
import { storeSession } from "../../lib/db/sessions";
import { verifyRecord } from "../../lib/db/verify-record";
import { onScratchDatabase } from "./scratch-database";

// `npm run bench:record [-- --events 1000000]`: how fast `npm run audit:verify` proves a long record, and that it names the
// one line in the middle of it that whoever owns the database changed.
const { values } = parseArgs({ options: { events: { type: "string", default: "1000000" } } });
const wanted = Number(values.events);

await onScratchDatabase(async ({ appUrl, ownerUrl }, onEnd) => {
  const owner = new pg.Client(poolConfig(parseDatabaseUrl(ownerUrl)));
  await owner.connect();
  onEnd(() => owner.end());
  const db = openDatabase(appUrl, { poolSize: 1 });
  for (const session of builtInSessions()) await storeSession(db, session, 0, new Date());
  await db.body.create({
    data: {
      id: "sg",
      name: "Secretary-General",
      kind: "body",
      names: { create: { name: "Secretary-General", key: "secretary-general", kind: "official" } },
    },
  });
  const began = performance.now();
  await loadResolutions(ownerUrl, lines(wanted), { at: new Date(), day: "2026-11-24" });
  await db.$disconnect();
  await owner.query("vacuum analyze");
  console.log(`The record was made in ${seconds(began)} s, by the loader of npm run load.`);
  await verify("as it was written", appUrl);
  await owner.query("alter table task_event disable trigger user");
  await owner.query(
    "update task_event set reason = 'a better story' where stream_seq = (select max(stream_seq) / 2 from task_event)",
  );
  await verify("with one line changed", appUrl);
});

async function verify(how: string, address: string): Promise<void> {
  const began = performance.now();
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss / 1_048_576);
  }, 20);
  const verdict = await verifyRecord(address);
  clearInterval(watch);
  const outcome = verdict.intact
    ? `intact, ${verdict.links} lines in ${verdict.streams} chains, ${Math.round(verdict.links / ((performance.now() - began) / 1000))} a second`
    : `broken at line ${verdict.streamSeq} of "${verdict.stream}": ${verdict.problem}`;
  console.log(`The record ${how}: ${outcome}; ${seconds(began)} s, at most ${most.toFixed(0)} MB.`);
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}
