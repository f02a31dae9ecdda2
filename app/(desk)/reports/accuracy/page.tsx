import type { Metadata } from "next";
import Link from "next/link";
import { askPlain, signedIn } from "@/app/_server/context";
import { address, reviewAddress } from "@/app/_ui/addresses";
import { Bar } from "@/app/_ui/chart/bar-cell";
import { Empty } from "@/app/_ui/empty/empty";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader, type Reader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { reviewedFields } from "@/lib/core/task/review";
import { extractionAccuracy } from "@/lib/services/accuracy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("accuracy.title") };
}

/** How often people left a proposed value as it was. */
export default async function AccuracyPage() {
  await signedIn();
  const { t, number, share } = await getReader();
  const result = await askPlain(extractionAccuracy);
  if (!result.ok) return <FailurePage failure={result.error} />;
  const report = result.value;
  const decided = report.accepted + report.edited + report.dismissed;
  if (decided === 0)
    return (
      <>
        <PageHead title={t("accuracy.title")} lead={t("accuracy.lead")} />
        <Empty title={t("accuracy.sentence", { decided, asIs: 0 })}>
          <Link href={address("/review")}>{t("accuracy.none")}</Link>
        </Empty>
      </>
    );
  const outcomes = ["accepted", "edited", "dismissed", "added"] as const;
  return (
    <>
      <PageHead
        title={t("accuracy.title")}
        lead={`${t("accuracy.lead")} ${t("accuracy.sentence", { decided, asIs: report.accepted })}`}
      />
      <Section id="by-field" title={t("accuracy.byField")}>
        <Table
          caption={t("accuracy.byField")}
          head={
            <>
              <th scope="col">{t("accuracy.field")}</th>
              {(["decided", "changed", "kept"] as const).map((column) => (
                <th key={column} scope="col" className={cells.number}>
                  {t(`accuracy.${column}`)}
                </th>
              ))}
              <th scope="col">
                <span className="visually-hidden">{t("accuracy.kept")}</span>
              </th>
            </>
          }
        >
          {report.byField.map((row) => (
            <tr key={row.field}>
              <th scope="row">{fieldName(row.field, t)}</th>
              <td className={cells.number}>{number(row.decided)}</td>
              <td className={cells.number}>{number(row.changed)}</td>
              <td className={cells.number}>
                {row.decided > 0 ? share((row.decided - row.changed) / row.decided) : "–"}
              </td>
              <td>
                <Bar value={row.decided - row.changed} of={row.decided} />
              </td>
            </tr>
          ))}
        </Table>
      </Section>
      <Section id="by-symbol" title={t("accuracy.bySymbol")}>
        <Table
          caption={t("accuracy.bySymbol")}
          head={
            <>
              <th scope="col">{t("review.column.resolution")}</th>
              {outcomes.map((outcome) => (
                <th key={outcome} scope="col" className={cells.number}>
                  {t(`accuracy.${outcome}`)}
                </th>
              ))}
            </>
          }
        >
          {report.bySymbol.map((row) => (
            <tr key={row.symbol}>
              <th scope="row">
                <Link href={reviewAddress(row.symbol)}>
                  <bdi>{row.symbol}</bdi>
                </Link>
              </th>
              {outcomes.map((outcome) => (
                <td key={outcome} className={cells.number}>
                  {number(row[outcome])}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </Section>
    </>
  );
}

function fieldName(field: string, t: Reader["t"]): string {
  const known = reviewedFields.find((one) => one === field);
  return known ? t(`accuracy.fields.${known}`) : field;
}
