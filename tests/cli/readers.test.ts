import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { openReaders } from "@/lib/cli/import/readers";

// A reader that says back what it was asked, and that some words break or end.
const folder = mkdtempSync(join(tmpdir(), "readers-"));
const script = join(folder, "reader.mjs");
writeFileSync(
  script,
  `process.on("message", ({ name, bytes }) => {
    const words = Buffer.from(bytes).toString();
    if (words === "dies") process.kill(process.pid, "SIGKILL");
    else process.send(words === "breaks" ? { broken: "cannot read " + name } : { read: { ok: true, value: name + " " + words } });
  });
  process.on("disconnect", () => process.exit());`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("processes that read", () => {
  it("lose the file at which they die or break, and no other", async () => {
    const readers = openReaders(pathToFileURL(script));
    const words = ["fine", "dies", "fine", "breaks", "fine", "dies", "dies", "fine"];
    const read = await Promise.allSettled(
      words.map((said, index) => readers.read({ name: `${index}`, bytes: Buffer.from(said) })),
    );
    readers.close();
    expect(read.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual(
      words.map((said, index) => {
        if (said === "fine") return { ok: true, value: `${index} fine` };
        return said === "breaks"
          ? `Error: cannot read ${index}`
          : "Error: The process that read this file ended: SIGKILL.";
      }),
    );
  });
});
