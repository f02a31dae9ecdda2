import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "../../lib/platform/migrate";
import { startPostgres } from "../../lib/platform/postgres-server";

/**
 * One real PostgreSQL for the whole run, with a migrated template that each test file clones.
 * MANDATES_TEST_DATABASE_URL (an owner's URL) names another server to use instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "mandates-test-"));
  const given = process.env.MANDATES_TEST_DATABASE_URL;
  // Tests may lose their data on a power cut; what must survive one is tested with its own server.
  const server = given ? null : await startPostgres(folder, { fsync: "off", synchronous_commit: "off" });
  const ownerUrl = given ?? server?.ownerUrl ?? "";
  const template = `template_${process.pid}`;
  await asOwner(ownerUrl, (client) => client.query(`create database ${template}`));
  await migrate(withDatabase(ownerUrl, template));
  project.provide("ownerUrl", ownerUrl);
  project.provide("template", template);
  return async () => {
    if (!server) await asOwner(ownerUrl, (client) => client.query(`drop database if exists ${template}`));
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, "postgres") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
    template: string;
  }
}
