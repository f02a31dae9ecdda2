import { defineConfig } from "prisma/config";
import { databaseAddress, parseDatabaseUrl, poolConfig } from "./lib/db/connection";
import { ScriptAdapter } from "./lib/db/script-adapter";

// Commands that read files only (generate, validate) ask for an adapter and never use it.
const nowhere = "postgresql://nobody@127.0.0.1:5432/nowhere";

// engine "js": Prisma's commands run on the same JavaScript driver as the app, so that nothing but npm packages is
// needed. The classic engine is a binary fetched from elsewhere.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: () => {
    const pool = poolConfig(parseDatabaseUrl(databaseAddress("owner") ?? nowhere));
    // A command leaves its pool open; without this the process stays until the pool is tired of waiting, ten seconds on.
    return Promise.resolve(new ScriptAdapter({ ...pool, allowExitOnIdle: true }));
  },
});
