import { writeCsv } from "./csv";
import { writeJson, writeJsonLd } from "./json";
import type { Table } from "./table";
import { writeXlsx } from "./xlsx";

/** A way to write a table as bytes. */
export type ExportFormat = {
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly write: <Row>(table: Table<Row>) => AsyncIterable<Uint8Array>;
};

/** Every format in which a list can leave. A format more is one line more. */
export const exportFormats = {
  csv: {
    id: "csv",
    label: "CSV",
    mediaType: "text/csv; charset=utf-8; header=present",
    extension: "csv",
    write: writeCsv,
  },
  xlsx: {
    id: "xlsx",
    label: "Excel",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    write: (table) => writeXlsx(table),
  },
  json: { id: "json", label: "JSON", mediaType: "application/json", extension: "json", write: writeJson },
  jsonld: {
    id: "jsonld",
    label: "Linked data (JSON-LD)",
    mediaType: "application/ld+json",
    extension: "jsonld",
    write: writeJsonLd,
  },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatId = keyof typeof exportFormats;

/** The ids, for a door that checks what was asked for. */
export const exportFormatIds = Object.keys(exportFormats) as [ExportFormatId, ...ExportFormatId[]];

/** A name for the file, in plain ASCII: "Tasks due at GA 53" on 3 August 1998 -> "tasks-due-at-ga-53-1998-08-03.csv". */
export function exportFileName(title: string, day: string, extension: string): string {
  const plain = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
  return `${plain || "list"}-${day}.${extension}`;
}
