import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProvidedContext } from "vitest";
import type { TestProject } from "vitest/node";
import { type ConnectionParts, formatDatabaseUrl } from "../../lib/db/connection";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../lib/platform/embedded-postgres";
import { migrate } from "../../lib/platform/migrate";
import { ensureRolesAndDatabase, grantToApp, roleNames } from "../../lib/platform/roles";

const template = "mandates_template";

/**
 * One real PostgreSQL for the whole run, with a migrated and empty template that each test file clones. It is the
 * server and the two roles of production, so that a missing right shows in the tests.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "mandates-test-"));
  // Tests may lose their data on a power cut; what must survive one is tested on a server of its own.
  const server = await startEmbeddedPostgres({
    cluster: join(folder, "postgres"),
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" },
  });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    project.provide("database", await makeTemplate(server));
    return stop;
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

type Template = ProvidedContext["database"];

async function makeTemplate(server: EmbeddedPostgres): Promise<Template> {
  const passwords = { owner: randomBytes(12).toString("hex"), app: randomBytes(12).toString("hex") };
  const superuser = server.connection("postgres");
  await ensureRolesAndDatabase(superuser, template, passwords);
  const as = (kind: "owner" | "app"): ConnectionParts => ({
    ...server.connection(template),
    user: roleNames[kind],
    password: passwords[kind],
  });
  await migrate(formatDatabaseUrl(as("owner")));
  await grantToApp(as("owner"));
  return { template, superuser, owner: as("owner"), app: as("app") };
}

declare module "vitest" {
  interface ProvidedContext {
    database: {
      readonly template: string;
      readonly superuser: ConnectionParts;
      readonly owner: ConnectionParts;
      readonly app: ConnectionParts;
    };
  }
}
