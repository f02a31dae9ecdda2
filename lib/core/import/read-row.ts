import { deliverables } from "../mandate/candidate-action";
import { parseSymbol } from "../symbol/parse-symbol";
import { statusInWords } from "../task/move";
import { type WorkStatus, workStatuses } from "../task/status";
import { type ColumnMapping, type SheetField, sheetFields } from "./fields";
import { readDay } from "./sheet-day";

/** One row as read: what each mapped column says ("" where it is blank), and what cannot be used. */
export type SheetRow = {
  /** The row's number in the sheet, headings being row 1. */
  readonly at: number;
  readonly values: Readonly<Partial<Record<SheetField, string>>>;
  readonly problems: readonly { readonly field: SheetField; readonly message: string }[];
};

/** Reads the cells of one row by the mapping. Days become YYYY-MM-DD, statuses their code, symbols their canonical form. */
export function readRow(cells: readonly string[], mapping: ColumnMapping, at: number): SheetRow {
  const values: Partial<Record<SheetField, string>> = {};
  const problems: { field: SheetField; message: string }[] = [];
  for (const field of sheetFields) {
    const column = mapping[field];
    if (column === undefined) continue;
    const cell = (cells[column] ?? "").trim();
    const read = cell === "" ? { value: "" } : readers[field](cell);
    if ("value" in read) values[field] = read.value;
    else problems.push({ field, message: read.problem });
  }
  return { at, values, problems };
}

type Read = { readonly value: string } | { readonly problem: string };

const text =
  (most: number) =>
  (cell: string): Read =>
    cell.length > most ? { problem: `This cell is longer than ${most} characters.` } : { value: cell };

function day(cell: string): Read {
  const read = readDay(cell);
  if ("day" in read) return { value: read.day };
  const shown = cell.slice(0, 40);
  return read.problem === "ambiguous"
    ? { problem: `“${shown}” can be read in two ways. Write the day as YYYY-MM-DD.` }
    : { problem: `“${shown}” is no day. Write it as YYYY-MM-DD.` };
}

function whole(cell: string): Read {
  const number = /^#?(\d{1,9})(?:\.0+)?$/.exec(cell)?.[1];
  return number === undefined
    ? { problem: `“${cell.slice(0, 40)}” is no number.` }
    : { value: String(Number(number)) };
}

function status(cell: string): Read {
  const found = statusByWords.get(words(cell));
  return found === undefined
    ? { problem: `“${cell.slice(0, 40)}” is no status. Use one of: ${workStatuses.join(", ")}.` }
    : { value: found };
}

const words = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();

/** Codes, our words, and what sheets commonly say for the same. */
const statusByWords = new Map<string, WorkStatus>([
  ...workStatuses.map((one) => [words(one), one] as const),
  ...workStatuses.map((one) => [words(statusInWords[one]), one] as const),
  ["not started", "PENDING"],
  ["open", "PENDING"],
  ["to do", "PENDING"],
  ["ongoing", "ONGOING"],
  ["continuous", "ONGOING"],
  ["started", "IN_PROGRESS"],
  ["under way", "IN_PROGRESS"],
  ["underway", "IN_PROGRESS"],
  ["done", "IMPLEMENTED"],
  ["completed", "IMPLEMENTED"],
  ["closed", "IMPLEMENTED"],
  ["postponed", "DEFERRED"],
]);

function deliverable(cell: string): Read {
  const code = cell.toLowerCase().replace(/[\s-]+/g, "_");
  return (deliverables as readonly string[]).includes(code)
    ? { value: code }
    : { problem: `“${cell.slice(0, 40)}” is no deliverable. Use one of: ${deliverables.join(", ")}.` };
}

function symbol(cell: string): Read {
  const parsed = parseSymbol(cell);
  return parsed
    ? { value: parsed.canonical }
    : { problem: `“${cell.slice(0, 40)}” is no symbol of a resolution.` };
}

/** "op 9", "para. 9 (b)", "OP9.b" and "9(b)" are all paragraph 9(b). */
function para(cell: string): Read {
  const plain = cell
    .replace(/^(?:operative|oper|op)?\.?\s*(?:paragraphs?|paras?|§|¶)?\.?\s*/i, "")
    .replace(/\s+/g, "")
    .replace(/\.([a-z]+)$/i, "($1)")
    .replace(/^(\d+)([a-z])$/i, "$1($2)")
    .replace(/\.$/, "");
  return plain.length > 20
    ? { problem: "This cell is longer than any paragraph's number." }
    : { value: plain };
}

const readers: Record<SheetField, (cell: string) => Read> = {
  number: whole,
  reference: text(200),
  symbol,
  para,
  ask: text(5000),
  deliverable,
  agendaTitle: text(1000),
  status,
  responsible: text(400),
  owner: text(200),
  internalTarget: day,
  meetingOn: day,
  agreedSlot: day,
  jobNumber: text(60),
  document: text(120),
  reason: text(2000),
  comment: text(10_000),
  version: whole,
};
