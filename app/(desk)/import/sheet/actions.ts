"use server";

import { ask } from "@/app/_server/context";
import { getReader, type Reader } from "@/app/_ui/reader";
import { readSheets } from "@/lib/adapters/archive/read-sheets";
import { type ColumnMapping, type SheetField, sheetFields } from "@/lib/core/import/fields";
import { fail, ok, type Result } from "@/lib/core/result";
import { sayFailure, saySentence } from "@/lib/i18n/failure";
import {
  applySheet,
  applySheetInput,
  previewSheet,
  previewSheetInput,
  type SheetPreview,
  type SheetProblem,
} from "@/lib/services/spreadsheet";

/** What the page of a sheet shows after a step, in the words of the reader's language. */
export type SheetStep = Result<
  | {
      readonly step: "preview";
      readonly headings: readonly string[];
      readonly mapping: ColumnMapping;
      readonly rows: readonly ShownRow[];
      readonly counts: string;
      readonly hasChanges: boolean;
      readonly isCut: boolean;
      readonly digest: string;
    }
  | {
      readonly step: "done";
      readonly counts: string;
      readonly rows: readonly {
        readonly at: number;
        readonly number: number | null;
        readonly ok: boolean;
        readonly message: string;
      }[];
    }
>;

type ShownRow = {
  readonly at: number;
  readonly number: number | null;
  readonly reference: string;
  readonly ask: string;
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
  readonly problems: readonly string[];
  readonly stale: string;
};

/** Reads the sheet against the tasks; makes the changes where the person has seen them and said so. */
export async function readOrApply(_previous: SheetStep | null, form: FormData): Promise<SheetStep> {
  const reader = await getReader();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return fail("invalid-input", reader.t("import.empty"));
  const sheets = await readSheets(file.name.slice(0, 200), new Uint8Array(await file.arrayBuffer()));
  if (!sheets.ok) return { ok: false, error: sayFailure(reader.locale, sheets.error) };
  const chosen = Math.max(1, Number(form.get("sheetNo")) || 1);
  const given = {
    sheet: sheets.value[Math.min(chosen, sheets.value.length) - 1],
    mapping: chosenColumns(form),
  };
  if (form.get("intent") === "apply") {
    const reason = String(form.get("reason") ?? "");
    const digest = String(form.get("digest") ?? "");
    const applied = await ask(applySheet, applySheetInput, { ...given, digest, reason });
    if (!applied.ok) return applied;
    const { changed, unchanged, refused, rows } = applied.value;
    const { t } = reader;
    const counts = [
      t("sheet.made", { count: changed }),
      t("sheet.unchanged", { count: unchanged }),
      t("sheet.refused", { count: refused }),
    ].join(", ");
    return ok({
      step: "done",
      counts,
      rows: rows.map(({ made, problems, ...row }) => {
        const fields = made.map((field) => t(`sheet.fields.${field}`)).join(", ");
        const said = problems.map((problem) => sayProblem(problem, reader));
        if (said.length === 0) return { ...row, message: fields };
        return { ...row, message: [...said, ...(fields ? [t("sheet.before", { fields })] : [])].join(" ") };
      }),
    });
  }
  const preview = await ask(previewSheet, previewSheetInput, given);
  return preview.ok ? ok(shown(preview.value, reader)) : preview;
}

/** Why a cell or a row cannot be used, in the reader's language, the name of its column first. */
function sayProblem({ field, message }: SheetProblem, { t, locale }: Reader): string {
  const said = saySentence(locale, message);
  return field === null ? said : `${t(`sheet.fields.${field}`)}: ${said}`;
}

/** The columns that the person chose; undefined before there was a choice. */
function chosenColumns(form: FormData): ColumnMapping | undefined {
  if (!form.has(`column-${sheetFields[0]}`)) return undefined;
  const mapping: Partial<Record<SheetField, number>> = {};
  for (const field of sheetFields) {
    const value = String(form.get(`column-${field}`) ?? "");
    if (/^\d{1,3}$/.test(value)) mapping[field] = Number(value);
  }
  return mapping;
}

function shown(preview: SheetPreview, reader: Reader) {
  const { t } = reader;
  const { rows, changed, unchanged, unusable } = preview.counts;
  const parts = [t("sheet.changed", { count: changed }), t("sheet.unchanged", { count: unchanged })];
  return {
    step: "preview" as const,
    headings: preview.headings,
    mapping: preview.mapping,
    counts: [...parts, ...(unusable > 0 ? [t("sheet.unusable", { count: unusable })] : [])].join(", "),
    hasChanges: changed > 0,
    isCut: rows - unchanged > preview.rows.length,
    digest: preview.digest,
    rows: preview.rows.map(
      ({ at, number, reference, ask: words, changes, comment, problems, staleVersion }) => ({
        at,
        number,
        reference,
        ask: words,
        problems: problems.map((problem) => sayProblem(problem, reader)),
        changes: [
          ...changes.map(({ field, from, to }) => ({ field: t(`sheet.fields.${field}`), from, to })),
          ...(comment === "" ? [] : [{ field: t("sheet.fields.comment"), from: "", to: comment }]),
        ],
        stale: staleVersion ? t("sheet.stale", staleVersion) : "",
      }),
    ),
  };
}
