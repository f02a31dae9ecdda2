import { existsSync } from "node:fs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The installed Chromium that the browser tests use: MANDATES_CHROMIUM, or where systems put it; null if there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment.MANDATES_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  return usual.find((path) => existsSync(path)) ?? null;
}
