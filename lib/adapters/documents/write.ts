import type { Report } from "@/lib/core/export/report/report";
import { writeDocx } from "./docx";
import { writeHtml } from "./html";
import { writePdf } from "./pdf";

/** The formats in which a document can leave. */
export const documentFormats = {
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: writeDocx,
  },
  pdf: { mediaType: "application/pdf", write: writePdf },
  html: {
    mediaType: "text/html; charset=utf-8",
    write: (report: Report) => Promise.resolve(new TextEncoder().encode(writeHtml(report))),
  },
} as const satisfies Record<string, { mediaType: string; write: (report: Report) => Promise<Uint8Array> }>;

export type DocumentFormat = keyof typeof documentFormats;
export const documentFormatIds = Object.keys(documentFormats) as [DocumentFormat, ...DocumentFormat[]];
