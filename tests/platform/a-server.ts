import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Actor } from "@/lib/auth/actor";
import type { LoadLine } from "@/lib/core/import/load-line";
import { openDatabase } from "@/lib/db/client";
import { type ConnectionParts, formatDatabaseUrl, parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { loadResolutions } from "@/lib/db/load";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/platform/embedded-postgres";
import { migrate } from "@/lib/platform/migrate";
import { ensureRolesAndDatabase, grantToApp, roleNames } from "@/lib/platform/roles";

/** A PostgreSQL of a test's own, with every safeguard of production on: this one is killed and must lose nothing. */
export type OwnServer = {
  readonly appUrl: () => string;
  readonly ownerUrl: () => string;
  /** As a power cut: no process of the server gets to say anything. */
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Ends the server in order; its files stay, and `start` takes them up. */
  readonly pause: () => Promise<void>;
  readonly folder: string;
  /** Where the running server's superuser connects. */
  readonly superuser: () => ConnectionParts;
};

const passwords = { owner: "owner-of-a-test", app: "app-of-a-test" };

/** Starts a server with an empty database; migrated where asked. */
export async function ownServer(options: {
  readonly isMigrated: boolean;
  /** Where its data goes; a folder of the system's own for passing files without it. */
  readonly within?: string;
}): Promise<OwnServer> {
  const folder = mkdtempSync(join(options.within ?? tmpdir(), "mandates-faults-"));
  const cluster = join(folder, "postgres");
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ cluster });
  await ensureRolesAndDatabase(server.connection("postgres"), "mandates", passwords);
  const parts = (kind: "owner" | "app") => ({
    ...server.connection("mandates"),
    user: roleNames[kind],
    password: passwords[kind],
  });
  if (options.isMigrated) {
    await migrate(formatDatabaseUrl(parts("owner")));
    await grantToApp(parts("owner"));
  }
  return {
    appUrl: () => formatDatabaseUrl(parts("app")),
    ownerUrl: () => formatDatabaseUrl(parts("owner")),
    kill: async () => {
      process.kill(server.pid, "SIGKILL");
      // Its children notice within a moment and go too.
      await new Promise((done) => setTimeout(done, 300));
    },
    start: async () => {
      server = await startEmbeddedPostgres({ cluster });
    },
    folder,
    superuser: () => server.connection("postgres"),
    pause: () => server.stop(),
    stop: async () => {
      await server.stop().catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody who may move every task. */
export const secretary: Actor = {
  personId: "ana",
  name: "Ana",
  email: "ana@example.org",
  memberships: [{ bodyId: null, role: "SECRETARY" }],
};

/** So many finished tasks under ten bodies, each to be reopened once. */
export async function fillWithFinished(server: OwnServer, tasks: number): Promise<void> {
  const db = openDatabase(server.appUrl(), { poolSize: 1 });
  await db.person.create({ data: { id: secretary.personId, email: secretary.email, name: secretary.name } });
  await db.$disconnect();
  async function* lines(): AsyncGenerator<LoadLine> {
    for (let at = 0; at * 10 < tasks; at++)
      yield {
        symbol: `A/RES/40/${at}`,
        title: "Title",
        organ: `ORGAN-${at % 10}`,
        session: 40,
        adopted: "1985-12-11",
        committee: "",
        paragraphs: [{ number: "1", text: "Requests things" }],
        tasks: Array.from({ length: 10 }, () => ({
          para: "1", ask: "to do", verb: "request", deliverable: "implementation" as const, status: "IMPLEMENTED" as const, statusSince: null,
          leads: [], dueFrom: null, dueOn: null, certainty: "unknown" as const, targetOrgan: null, targetSession: null, owner: null, nextStep: null,
        })), // biome-ignore format: one task
      };
  }
  await loadResolutions(server.appUrl(), lines(), { at: new Date(), day: "1998-08-03" });
}

/** What a crash must never leave: changes without their line, lines without their change, acknowledged work that is gone. */
export async function losses(server: OwnServer, acknowledged: readonly number[]) {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(server.appUrl())));
  await client.connect();
  try {
    const { rows } = await client.query<{ lost: number; half: number; changed: number; wrong: number }>(
      `select (select count(*)::int from unnest($1::int[]) n where not exists (select 1 from task t where t.number = n and t.status = 'IN_PROGRESS')) as lost,
              (select count(*)::int from task t where t.version <> (select count(*) from task_event e where e.task_id = t.id)
                 or (t.status = 'IN_PROGRESS') <> (t.version = 2)) as half,
              (select count(*)::int from task where status = 'IN_PROGRESS') as changed,
              (select count(*)::int from task_tally_differences()) as wrong`,
      [acknowledged],
    );
    return rows[0] ?? { lost: -1, half: -1, changed: -1, wrong: -1 };
  } finally {
    await client.end();
  }
}
