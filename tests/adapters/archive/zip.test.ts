import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { fileKind } from "../../../lib/adapters/archive/file-kind";
import { importLimits, openArchive } from "../../../lib/adapters/archive/zip";
import { aBomb, aLink, anArchive, manyEntries, sharedBytes, withSaidSize } from "./hostile";

/** Opens the archive and unpacks everything; gives the refusal, or null where all was taken. */
async function refusalOf(bytes: Uint8Array): Promise<string | null> {
  const opened = await openArchive(bytes);
  if (!opened.ok) return opened.error.message;
  try {
    for (const entry of opened.value.entries) {
      const read = await opened.value.read(entry.name);
      if (!read.ok) return read.error.message;
    }
    return null;
  } finally {
    opened.value.close();
  }
}

const small = importLimits.entrySize / 1024 / 1024 - 1;
const hostile: readonly (readonly [name: string, bytes: () => Uint8Array, words: RegExp])[] = [
  ["one file that unpacks to more than any document", () => aBomb(64), /would unpack to more than 20 MB/],
  ["a small file packed a thousandfold", () => aBomb(small), /packed 200 times smaller/],
  [
    "a bomb that says it is small",
    () => withSaidSize(aBomb(64), 100),
    /not as long|more than its archive says/,
  ],
  ["a file said to be 4 GB", () => withSaidSize(aBomb(1), 0xfffffff0), /would unpack to more than/],
  ["a hundred thousand files", () => manyEntries(60_000), /more than 5000 files/],
  ["a path out of the folder", () => anArchive({ "../../etc/cron.d/x": strToU8("x") }), /points outside/],
  ["an absolute path", () => anArchive({ "/etc/passwd": strToU8("x") }), /points outside/],
  ["a path of Windows", () => anArchive({ "C:\\x\\..\\y.txt": strToU8("x") }), /points outside/],
  ["a link", aLink, /is a link/],
  ["files that share their bytes", () => sharedBytes(2_000), /share their bytes/],
  [
    "half an archive",
    () => anArchive({ "a.txt": strToU8("x".repeat(1000)) }).slice(0, 60),
    /not a complete ZIP/,
  ],
];

describe("archives", () => {
  it.each(hostile)("refuses %s within two seconds, without much memory", async (_name, bytes, words) => {
    const archive = bytes();
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(await refusalOf(archive)).toMatch(words);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it("gives the files of a decent archive, folders left out", async () => {
    const opened = await openArchive(
      anArchive({ s: { "a.txt": strToU8("A"), "ü.txt": strToU8("B") }, "empty/": new Uint8Array(0) }),
    );
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.entries.map((entry) => entry.name).sort()).toEqual(["s/a.txt", "s/ü.txt"]);
    const read = await opened.value.read("s/ü.txt");
    expect(read.ok && new TextDecoder().decode(read.value)).toBe("B");
    opened.value.close();
  });

  it("says so where a file is asked for that is not there", async () => {
    const opened = await openArchive(anArchive({ "a.txt": strToU8("A") }));
    expect(opened.ok && (await opened.value.read("b.txt")).ok).toBe(false);
  });
});

describe("kinds of files", () => {
  const kind = async (name: string, bytes: Uint8Array | string) => {
    const told = await fileKind(
      name,
      typeof bytes === "string" ? new Uint8Array(Buffer.from(bytes, "latin1")) : bytes,
    );
    return told.ok ? told.value : told.error.message;
  };
  it("goes by the bytes", async () => {
    expect(await kind("a.pdf", "%PDF-1.7\n")).toBe("pdf");
    expect(await kind("a", "<?xml version='1.0'?><a/>")).toBe("xml");
    expect(await kind("a.htm", "<!DOCTYPE html><p>")).toBe("html");
    expect(await kind("a.txt", "The General Assembly,")).toBe("text");
    expect(await kind("a.zip", anArchive({ "a.txt": strToU8("x") }))).toBe("zip");
    const types = { "[Content_Types].xml": strToU8("<Types/>") };
    expect(await kind("a.docx", anArchive({ ...types, "word/document.xml": strToU8("<d/>") }))).toBe("docx");
    expect(await kind("a.xlsx", anArchive({ ...types, "xl/workbook.xml": strToU8("<d/>") }))).toBe("xlsx");
  });
  it("refuses what is not what it says, and what may run", async () => {
    expect(await kind("a.pdf", "The General Assembly,")).toContain("named like PDF");
    expect(await kind("a.docx", anArchive({ "a.txt": strToU8("x") }))).toContain("named like DOCX");
    expect(await kind("a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")).toContain("old binary form");
    expect(await kind("a.txt", "MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF")).toContain("neither text");
    expect(await kind("a.txt", "")).toContain("empty");
    const macros = anArchive({
      "[Content_Types].xml": strToU8("<Types/>"),
      "word/document.xml": strToU8("<d/>"),
      "word/vbaProject.bin": strToU8("x"),
    });
    expect(await kind("a.docx", macros)).toContain("macros");
  });
});
