import pg from "pg";
import { hashPassword } from "@/lib/auth/password";
import { openDatabase } from "@/lib/db/client";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { loadResolutions } from "@/lib/db/load";
import { addMembership, addPerson } from "@/lib/db/people";
import { storeSetting } from "@/lib/db/settings";
import { depsWith, workingDateSetting } from "@/lib/deps";
import type { RunningDatabase } from "@/lib/platform/database";
import { roleNames } from "@/lib/platform/roles";
import { calendarFromDatabase } from "@/lib/services/registry";
import { seed } from "@/prisma/seed/seed";
import { benchDay, benchResolutions } from "./resolutions";

/** The person who reads the pages of a measurement, with the right to move every task. */
export const benchReader = {
  email: "bench@example.org",
  name: "Bea Bench",
  password: "measured-2026",
} as const;

const people = 200;

/**
 * Fills a database with `tasks` made-up tasks, or takes up a fill that was stopped. Gives how long it took, or null where
 * nothing was missing.
 */
export async function fillBenchDatabase(
  database: RunningDatabase,
  tasks: number,
  say: (line: string) => void,
): Promise<{ seconds: number; tasks: number } | null> {
  const db = openDatabase(database.appUrl, { poolSize: 2, statementTimeoutMs: 600_000 });
  try {
    const count = await db.task.count();
    if (count >= tasks * 0.97) return null;
    const deps = depsWith(db);
    await seed(deps, { demo: false });
    const owners = await addPeople(db);
    await storeSetting(db, workingDateSetting, benchDay, { at: new Date(), actorId: null });
    const calendar = await calendarFromDatabase(db);
    const began = performance.now();
    let told = 0;
    const done = await loadResolutions(
      database.appUrl,
      benchResolutions(Math.round(tasks / 10), calendar, owners),
      { at: new Date(`${benchDay}T08:00:00Z`), day: benchDay },
      (now) => {
        if (now.tasks - told < tasks / 10) return;
        told = now.tasks;
        say(`  ${told} tasks after ${((performance.now() - began) / 1000).toFixed(0)} s`);
      },
    );
    await tidy(database.ownerUrl);
    return { seconds: (performance.now() - began) / 1000, tasks: done.tasks };
  } finally {
    await db.$disconnect();
  }
}

async function addPeople(db: ReturnType<typeof openDatabase>): Promise<string[]> {
  const at = new Date();
  const emails = Array.from({ length: people }, (_none, index) => `person-${index}@example.org`);
  for (const [index, email] of emails.entries()) {
    const personId = await addPerson(db, { email, name: `Person ${index}`, title: "", at });
    if (personId !== null) await addMembership(db, { personId, bodyId: null, role: "CONTRIBUTOR", at });
  }
  const { email, name } = benchReader;
  const reader = await addPerson(db, { email, name, title: "", at });
  if (reader !== null) {
    const passwordHash = await hashPassword(benchReader.password);
    await db.person.update({ where: { id: reader }, data: { passwordHash } });
    await addMembership(db, { personId: reader, bodyId: null, role: "SECRETARY", at });
  }
  return emails;
}

/** What autovacuum does within the hour after a bulk load. */
async function tidy(ownerUrl: string): Promise<void> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(ownerUrl)));
  await client.connect();
  try {
    // Where the floor of a measurement writes its history: the record itself is not to be broken by it.
    await client.query(`create table if not exists bench_event (like task_event including all);
      create table if not exists bench_head (like chain_head including all);
      grant select, insert, update on bench_event, bench_head to ${roleNames.app};
      grant usage on all sequences in schema public to ${roleNames.app}`);
    await client.query("vacuum (analyze)");
  } finally {
    await client.end();
  }
}
