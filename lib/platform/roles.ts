import pg from "pg";
import { type ConnectionParts, poolConfig } from "@/lib/db/connection";

/** The owner's role makes and changes tables; the app's role reads and writes rows. */
export const roleNames = { owner: "mandates_owner", app: "mandates_app" } as const;

/** Tables that only grow: the app's role may add rows and may not change or remove them. Triggers refuse it to all. */
export const appendOnlyTables = [
  "task_event",
  "review_decision",
  "calendar_change",
  "audit_entry",
  "source_document",
  "series_decision",
] as const;

/**
 * Makes the two roles on a server of our own, with the given passwords, and a database of that name. Done at each
 * start, so that passwords live no longer than a run.
 */
export async function ensureRolesAndDatabase(
  superuser: ConnectionParts,
  database: string,
  passwords: { readonly owner: string; readonly app: string },
): Promise<void> {
  await onServer(superuser, async (client) => {
    for (const kind of ["owner", "app"] as const) {
      const role = client.escapeIdentifier(roleNames[kind]);
      const known = await client.query("select from pg_roles where rolname = $1", [roleNames[kind]]);
      if (known.rowCount === 0) await client.query(`create role ${role}`);
      // The owner may make databases because Prisma's `migrate dev` compares with one that it makes and drops.
      const rights = kind === "owner" ? "createdb" : "nocreatedb";
      await client.query(
        `alter role ${role} login nosuperuser ${rights} password ${client.escapeLiteral(passwords[kind])}`,
      );
    }
    const known = await client.query("select from pg_database where datname = $1", [database]);
    if (known.rowCount === 0) {
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${roleNames.owner}`);
    }
  });
}

/**
 * Gives the app's role its rights on every table of the database. Call it as the owner after each migration; it
 * changes nothing when repeated.
 */
export async function grantToApp(owner: ConnectionParts): Promise<void> {
  const { app } = roleNames;
  await onServer(owner, async (client) => {
    await client.query(`
      grant create on database ${client.escapeIdentifier(owner.database)} to ${app}; -- the queue keeps a schema of its own
      grant usage on schema public to ${app};
      grant select, insert, update, delete on all tables in schema public to ${app};
      grant usage, select on all sequences in schema public to ${app};
      revoke update, delete on ${appendOnlyTables.join(", ")} from ${app};
      revoke all on _prisma_migrations from ${app};
      grant select on _prisma_migrations to ${app};`);
  });
}

async function onServer(parts: ConnectionParts, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(poolConfig(parts));
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
