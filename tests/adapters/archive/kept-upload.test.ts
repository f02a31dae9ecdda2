import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dropUpload, keepUpload } from "@/lib/adapters/archive/kept-upload";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mandates-uploads-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("keepUpload", () => {
  it("gives a single file itself, since it may be an archive", async () => {
    const path = await keepUpload(folder, [{ name: "session.zip", bytes: bytes("PK") }]);
    expect(readFileSync(path, "utf8")).toBe("PK");
  });

  it("keeps two files of one name, and the end that tells their format", async () => {
    const name = `${"决议".repeat(200)}.xml`;
    const path = await keepUpload(folder, [
      { name, bytes: bytes("1") },
      { name, bytes: bytes("2") },
    ]);
    const kept = readdirSync(path);
    expect(kept).toHaveLength(2);
    expect(kept.every((one) => one.endsWith(".xml"))).toBe(true);
  });

  it.each(["../../out.xml", "..", "/etc/passwd", "C:\\temp\\a.xml", ".hidden", "a\u0000b", ""])(
    "writes a file called %j below its folder alone",
    async (name) => {
      const path = await keepUpload(folder, [
        { name, bytes: bytes("x") },
        { name: "b.xml", bytes: bytes("y") },
      ]);
      expect(relative(folder, path)).not.toMatch(/^\.\.|[\\/]/);
      expect(readdirSync(path)).toHaveLength(2);
    },
  );
});

describe("dropUpload", () => {
  it("removes what was kept, and leaves a path elsewhere alone: an operator may have named it", async () => {
    const kept = await keepUpload(join(folder, "imports"), [{ name: "a.xml", bytes: bytes("x") }]);
    writeFileSync(join(folder, "own.xml"), "mine");
    await dropUpload(join(folder, "imports"), kept);
    await dropUpload(join(folder, "imports"), join(folder, "own.xml"));
    expect(existsSync(kept)).toBe(false);
    expect(existsSync(join(folder, "own.xml"))).toBe(true);
  });
});
