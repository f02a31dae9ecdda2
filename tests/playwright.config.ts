import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./support/chromium";

const port = Number(process.env.MANDATES_E2E_PORT || 3210);
// The runner reads this file in each worker; the folder is made once and handed on.
process.env.MANDATES_E2E_DATA ??= mkdtempSync(join(tmpdir(), "mandates-e2e-"));

const executablePath = findChromium();

/** The app as its users start it, on a database of its own, in an installed Chromium. */
export default defineConfig({
  testDir: "e2e",
  outputDir: ".out/e2e",
  // One story after another: they share one database, and a person reads the report in that order.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    timezoneId: "America/New_York",
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    screenshot: "only-on-failure",
  },
  webServer: {
    command: "npm start",
    cwd: join(import.meta.dirname, ".."),
    url: `http://localhost:${port}/icon.svg`,
    timeout: 400_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    stdout: "ignore",
    env: { PORT: String(port), MANDATES_DATA: process.env.MANDATES_E2E_DATA, DATABASE_URL: "" },
  },
});
