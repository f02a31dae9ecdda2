import { describe, expect, it } from "vitest";
import { openUpload } from "@/lib/adapters/archive/import-files";
import { readSheets } from "@/lib/adapters/archive/read-sheets";
import { readSource } from "@/lib/adapters/sources/read-source";
import { hostileDocuments, hostileSheets } from "./hostile-files";

/** What the import says of a file: of the archive, of the file in it, or of its text; "" where it was read. */
async function refusalOf(name: string, bytes: Uint8Array): Promise<string> {
  const opened = await openUpload(name, bytes);
  if (!opened.ok) return opened.error.message;
  try {
    for (const file of opened.value.files) {
      const content = await file.open();
      if (!content.ok) return content.error.message;
      const read = await readSource({ fileName: file.name, bytes: content.value });
      if (!read.ok) return read.error.message;
    }
    return "";
  } finally {
    opened.value.close();
  }
}

/** A line for a person: one or two whole sentences, no stack and no word of a library. */
const aLine = /^[“A-Z][^\n]{10,300}[.?]$/;

describe("a hostile file in place of a resolution", () => {
  it.each(hostileDocuments)("$what is refused in a clear line", async ({ name, bytes, refusal }) => {
    const file = await bytes();
    const before = process.memoryUsage.rss();
    const line = await refusalOf(name, file);
    expect(line).toMatch(refusal);
    expect(line).toMatch(aLine);
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(400);
  });
});

describe("a hostile file in place of a sheet", () => {
  it.each(hostileSheets)("$what is refused in a clear line", async ({ name, bytes, refusal }) => {
    const file = await bytes();
    const before = process.memoryUsage.rss();
    const read = await readSheets(name, file);
    const line = read.ok ? "" : read.error.message;
    expect(line).toMatch(refusal);
    expect(line).toMatch(aLine);
    expect((process.memoryUsage.rss() - before) / 1024 / 1024).toBeLessThan(400);
  });
});

describe("an encoding that is not the usual one", () => {
  const csv = "Symbol,Para,Comment\nA/RES/52/205,9,Décidé à l’unanimité\n";
  it.each([
    ["UTF-8", Buffer.from(csv)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${csv}`)],
    ["UTF-16", Buffer.from(`\ufeff${csv}`, "utf16le")],
    ["UTF-16 without its mark", Buffer.from(csv, "utf16le")],
    ["UTF-16 the other way round", Buffer.from(`\ufeff${csv}`, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(csv.replace("’", "\x92"), "latin1")],
  ])("%s is read for what it is", async (_name, bytes) => {
    const read = await readSheets("s.csv", new Uint8Array(bytes));
    expect(read.ok && read.value[0]?.rows[1]).toEqual(["A/RES/52/205", "9", "Décidé à l’unanimité"]);
  });

  it("of a resolution in XML is said, where it had to be guessed", async () => {
    const xml =
      '<?xml version="1.0"?><akomaNtoso><p>RESOLUTION 52/205 on C\xf4te d\x92Ivoire</p></akomaNtoso>';
    const read = await readSource({ fileName: "r.xml", bytes: new Uint8Array(Buffer.from(xml, "latin1")) });
    expect(read.ok && read.value.text).toContain("Côte d’Ivoire");
    expect(read.ok && read.value.warnings.map((one) => one.code)).toContain("not-utf8");
  });
});
