import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
const alias = { "@": root };

// Two projects: `pure` needs nothing but Node and is part of `npm run check`; `database` runs on one real
// PostgreSQL, started once. The browser tests are Playwright's (tests/e2e).
const withDatabase = [
  "tests/db/**/*.test.ts",
  "tests/services/**/*.test.ts",
  "tests/auth/db/**/*.test.ts",
  "tests/api/**/*.test.ts",
];
const withServers = ["tests/platform/**/*.test.ts"];

export default defineConfig({
  root,
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        root,
        resolve: { alias },
        test: {
          name: "pure",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/e2e/**", "node_modules/**", ...withDatabase, ...withServers],
          // Nothing here is timed; a busy machine may take its time over thousands of random inputs.
          testTimeout: 60_000,
        },
      },
      {
        root,
        resolve: { alias },
        test: {
          name: "database",
          include: withDatabase,
          globalSetup: ["tests/support/global-database.ts"],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        resolve: { alias },
        test: { name: "platform", include: withServers, testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
