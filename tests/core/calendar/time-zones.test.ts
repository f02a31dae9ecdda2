import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The whole answer of the command line, worked out in a process of its own that lives in that zone. */
function answerIn(zone: string): string {
  const words = [
    "GA",
    "53",
    "--meeting",
    "1998-10-07",
    "--adopted",
    "1997-12-18",
    "--as-of",
    "1998-01-15",
    "--json",
  ];
  return execFileSync(process.execPath, ["--import", "tsx", "lib/cli/calendar.ts", ...words], {
    cwd: root,
    env: { ...process.env, TZ: zone },
    encoding: "utf8",
  });
}

describe("the calendar in other time zones", () => {
  it("answers the same days in New York, Geneva, Kiribati and Nepal as in UTC", () => {
    const expected = answerIn("UTC");
    expect(expected).toContain('"1998-09-09"');
    for (const zone of ["America/New_York", "Europe/Zurich", "Pacific/Kiritimati", "Asia/Kathmandu"]) {
      expect(answerIn(zone), zone).toBe(expected);
    }
  }, 60_000);
});
