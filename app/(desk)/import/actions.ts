"use server";

import { ask } from "@/app/_server/context";
import { getReader, type Reader } from "@/app/_ui/reader";
import { fail, ok, type Result } from "@/lib/core/result";
import { ingestText, previewText } from "@/lib/services/ingest";
import { ingestInput } from "@/lib/services/inputs";
import type { Ingested, ReadingPreview } from "@/lib/services/types";

/** What the page of the import shows after a step, in the words of the reader's language. */
export type ImportStep = Result<{
  readonly step: "preview" | "stored";
  readonly symbol: string;
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly counts: readonly string[];
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}>;

/** Reads what was pasted or uploaded; stores it where the person said so. */
export async function readOrStore(_previous: ImportStep | null, form: FormData): Promise<ImportStep> {
  const reader = await getReader();
  const given = await readForm(form);
  if (given.text === undefined && given.file === undefined)
    return fail("invalid-input", reader.t("import.empty"));
  if (form.get("intent") === "store") {
    const stored = await ask(ingestText, ingestInput, given);
    return stored.ok ? ok(storedStep(stored.value, reader)) : stored;
  }
  const preview = await ask(previewText, ingestInput, given);
  return preview.ok ? ok(previewStep(preview.value, reader)) : preview;
}

type Given = {
  text?: string;
  file?: { name: string; mediaType: string; bytes: Uint8Array };
  symbol?: string;
};

async function readForm(form: FormData): Promise<Given> {
  const file = form.get("file");
  const text = String(form.get("text") ?? "");
  const symbol = String(form.get("symbol") ?? "").trim();
  const upload =
    file instanceof File && file.size > 0
      ? {
          name: file.name.slice(0, 200),
          mediaType: file.type.slice(0, 100),
          bytes: new Uint8Array(await file.arrayBuffer()),
        }
      : undefined;
  return { ...(upload ? { file: upload } : text.trim() ? { text } : {}), ...(symbol ? { symbol } : {}) };
}

function previewStep(read: ReadingPreview, { t, day, say }: Reader) {
  const facts = [
    { label: t("import.organ"), value: read.organ },
    { label: t("import.session"), value: read.session === null ? null : String(read.session) },
    { label: t("import.adopted"), value: read.adopted ? day(read.adopted, "long") : null },
    { label: t("import.meeting"), value: read.meeting },
  ];
  return {
    step: "preview" as const,
    symbol: read.symbol,
    title: read.title,
    facts: facts.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }])),
    counts: countsOf(read, t),
    notes: [
      ...(read.isResolution ? [] : [t("import.notResolution")]),
      ...(read.symbol === "" ? [t("import.needSymbol")] : []),
      ...(read.isKnown ? [t("import.known")] : []),
    ],
    warnings: read.warnings.map((warning) => say.word("reading", warning.code, warning.message)),
  };
}

function storedStep(stored: Ingested, { t, say }: Reader) {
  return {
    step: "stored" as const,
    symbol: stored.symbol,
    title: t(`import.outcome.${stored.outcome}`, { symbol: stored.symbol }),
    facts: [],
    counts: countsOf(stored, t),
    notes:
      stored.reopenedTasks.length > 0 ? [t("import.reopened", { count: stored.reopenedTasks.length })] : [],
    warnings: stored.warnings.map((warning) => say.word("reading", warning.code, warning.message)),
  };
}

const countsOf = (
  read: Pick<Ingested, "operativeCount" | "proposals" | "withoutFollowUp">,
  t: Reader["t"],
): string[] => [
  t("import.paragraphs", { count: read.operativeCount }),
  t("import.proposals", { count: read.proposals }),
  t("import.withoutFollowUp", { count: read.withoutFollowUp }),
];
