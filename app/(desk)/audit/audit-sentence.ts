import type { Reader } from "@/app/_ui/reader";
import type { AuditRow } from "@/lib/services/audit";

/** One line of the record as a sentence in the reader's language; a kind that has none yet is told in plain order. */
export function auditSentence(row: AuditRow, { t }: Reader): string {
  const key = `audit.sentences.${row.action}` as "audit.sentences.sign-in";
  const { params } = row;
  const body = (id: string | undefined) => id || t("audit.everywhere");
  const role = (value: string | undefined) =>
    ["VIEWER", "CONTRIBUTOR", "FOCAL_POINT", "SECRETARY", "ADMIN"].includes(value ?? "")
      ? t(`role.${value as "VIEWER"}`)
      : (value ?? "");
  const delegate = params.toDelegateId
    ? [params.toDelegateId, params.toDelegateFrom, params.toDelegateUntil].filter(Boolean).join(", ")
    : t("settings.nobody");
  const values: Record<string, string> = {
    ...missing,
    ...params,
    actor: row.actorName || (row.actorId === null ? t("audit.somebody") : row.actorId),
    subject: row.subjectName,
    action: row.action,
    before: params.from || t("audit.unlimited"),
    after: params.to || t("audit.unlimited"),
    toBody: body(params.toBodyId),
    fromBody: body(params.fromBodyId),
    toRole: role(params.toRole),
    fromRole: role(params.fromRole),
    delegate,
  };
  return t.has(key) ? t(key, values as never) : t("audit.sentences.other", values as never);
}

/** Values that a sentence may name and an older line may lack. */
const missing = {
  toMethod: "",
  toAddress: "?",
  toBy: "",
  toIssuer: "?",
  toEnded: "?",
  toToId: "?",
  toHanded: "0",
  toKept: "0",
  toName: "",
  to: "",
  from: "",
};

/** The name of a kind of line; the kind itself where it has none yet. */
export function auditAction(action: string, { t }: Reader): string {
  const key = `audit.actions.${action}` as "audit.actions.sign-in";
  return t.has(key) ? t(key) : action;
}
