import { readCsv, type Sheet } from "@/lib/core/import/csv";
import { decodeText } from "@/lib/core/import/decode";
import { fail, ok, type Result } from "@/lib/core/result";
import { fileKind } from "./file-kind";
import { readXlsx } from "./read-xlsx";

/** Largest sheet that is read from an upload. */
const largestSheet = 20 * 1024 * 1024;

/**
 * The sheets of an uploaded file, XLSX or CSV by its bytes; empty sheets and the sheet by which our exports explain
 * themselves are left out.
 */
export async function readSheets(name: string, bytes: Uint8Array): Promise<Result<readonly Sheet[]>> {
  if (bytes.length > largestSheet) return fail("invalid-input", "This file is larger than 20 MB. Divide it.");
  const kind = await fileKind(name, bytes);
  if (!kind.ok) return kind;
  const read =
    kind.value === "xlsx" ? await readXlsx(bytes) : kind.value === "text" ? readText(name, bytes) : notASheet;
  if (!read.ok) return read;
  const sheets = read.value.filter((sheet) => sheet.rows.length > 0 && sheet.name !== "About this list");
  return sheets.length === 0 ? fail("invalid-input", "This file holds no rows.") : ok(sheets);
}

const notASheet = fail("invalid-input", "This file is no sheet. Give an XLSX or CSV file.");

function readText(name: string, bytes: Uint8Array): Result<readonly Sheet[]> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const sheet = readCsv(decoded.value.text);
  return sheet.ok ? ok([{ ...sheet.value, name }]) : sheet;
}
