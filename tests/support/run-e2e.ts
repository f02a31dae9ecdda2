import { spawn } from "node:child_process";
import { findChromium } from "./chromium";

// `npm run test:e2e`: the browser tests where a Chromium is installed, a clear message where none is.
if (findChromium() === null) {
  console.log(
    "Browser tests skipped: no Chromium found. Install one (Debian: apt-get install chromium) or set MANDATES_CHROMIUM to its path.",
  );
} else {
  const child = spawn(
    process.execPath,
    [
      "node_modules/@playwright/test/cli.js",
      "test",
      "--pass-with-no-tests",
      "--config",
      "tests/playwright.config.ts",
      ...process.argv.slice(2),
    ],
    { stdio: "inherit" },
  );
  process.exitCode = await new Promise<number>((done) => child.once("close", (code) => done(code ?? 1)));
}
