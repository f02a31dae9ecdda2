import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { address } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { Button } from "@/app/_ui/form/button";
import { SelectField, TextField } from "@/app/_ui/form/field";
import form from "@/app/_ui/form/form.module.css";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { auditInput, auditPage } from "@/lib/services/audit";
import styles from "./audit.module.css";
import { auditAction, auditSentence } from "./audit-sentence";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("audit.title") };
}

/** The record of the house as sentences, narrowed by who, what and when. */
export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const [, query, reader] = await Promise.all([signedIn(), firstOf(searchParams), getReader()]);
  const { t, instant } = reader;
  const narrowed = {
    actor: query.actor || undefined,
    action: query.action || undefined,
    from: dayOf(query.from),
    to: dayOf(query.to),
  };
  const result = await ask(auditPage, auditInput, { ...narrowed, before: query.before || undefined });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { rows, older, actors, actions } = result.value;
  const isNarrowed = Object.values(narrowed).some((value) => value !== undefined);
  const search = (more: Record<string, string>) =>
    new URLSearchParams([
      ...Object.entries(narrowed).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ...Object.entries(more),
    ]).toString();
  return (
    <>
      <PageHead title={t("audit.title")} lead={t("audit.lead")} />
      <form action="/audit" className={`${form.row} ${styles.filters} no-print`}>
        <SelectField
          name="actor"
          label={t("audit.who")}
          defaultValue={query.actor ?? ""}
          options={[
            { value: "", label: t("audit.anybody") },
            { value: "nobody", label: t("audit.visitors") },
            ...actors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          name="action"
          label={t("audit.what")}
          defaultValue={query.action ?? ""}
          options={[
            { value: "", label: t("audit.anything") },
            ...actions.map((action) => ({ value: action, label: auditAction(action, reader) })),
          ]}
        />
        <TextField name="from" type="date" label={t("audit.from")} defaultValue={narrowed.from ?? ""} />
        <TextField name="to" type="date" label={t("audit.until")} defaultValue={narrowed.to ?? ""} />
        <Button type="submit" kind="primary">
          {t("audit.show")}
        </Button>
        {isNarrowed ? <Link href={address("/audit")}>{t("audit.clear")}</Link> : null}
      </form>
      {rows.length === 0 ? <Empty title={isNarrowed ? t("audit.none") : t("audit.noneYet")} /> : null}
      {rows.length > 0 ? (
        <Table
          stacks
          caption={t("audit.caption")}
          head={
            <>
              <th scope="col">{t("audit.when")}</th>
              <th scope="col">{t("audit.sentence")}</th>
              <th scope="col">{t("audit.mark")}</th>
            </>
          }
        >
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={styles.when}>
                <time dateTime={row.at}>{instant(row.at)}</time>
              </td>
              <td>
                {auditSentence(row, reader)}
                {row.reason ? (
                  <div className={styles.reason}>{t("audit.reason", { reason: row.reason })}</div>
                ) : null}
              </td>
              <td className={cells.tight}>
                <span className={styles.mark} title={row.hash}>
                  {row.hash.slice(0, 8)}
                </span>
              </td>
            </tr>
          ))}
        </Table>
      ) : null}
      {older ? (
        <p className={styles.older}>
          <Link href={address(`/audit?${search({ before: older })}`)}>{t("audit.older")}</Link>
        </p>
      ) : null}
      <p className={styles.proof}>{t("audit.proof")}</p>
    </>
  );
}
