import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { address } from "@/app/_ui/addresses";
import { chartScope } from "@/app/_ui/chart/chart-scope";
import { DueChart } from "@/app/_ui/chart/due-chart";
import { Empty } from "@/app/_ui/empty/empty";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { TaskTable } from "@/app/_ui/task-list/task-table";
import { loadCharts, loadChartsInput } from "@/lib/services/charts";
import { pendingDashboard } from "@/lib/services/dashboard";
import { asOfInput } from "@/lib/services/inputs";
import { AsOfForm } from "./as-of-form";
import { ByStatus } from "./by-status";
import styles from "./dashboard.module.css";
import { figureLink } from "./figure-link";
import { Tallies } from "./tallies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("dashboard.title") };
}

/** What is pending, by session, body and status; every number is a link to exactly its rows. */
export default async function DashboardPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t, day, number } = reader;
  const [result, charts] = await Promise.all([
    ask(pendingDashboard, asOfInput, { asOf: dayOf(query.asOf) }),
    ask(loadCharts, loadChartsInput, { asOf: dayOf(query.asOf) }),
  ]);
  if (!result.ok) return <FailurePage failure={result.error} />;
  const board = result.value;
  const link = figureLink(board.isPast ? board.asOf : null);
  const shows = (section: Part) => query.all === section;
  const more = (section: Part, hidden: number) =>
    hidden > 0 ? (
      <p className="no-print">
        <Link
          href={address(`/dashboard?all=${section}${board.isPast ? `&asOf=${board.asOf}` : ""}#${section}`)}
        >
          {t("dashboard.showAll", { count: hidden })}
        </Link>
      </p>
    ) : null;
  const sessions = shows("by-session") ? board.bySession : aroundToday(board.bySession, board.asOf);
  const bodies = shows("by-body") ? board.byBody : board.byBody.slice(0, mostRows);
  const units = shows("by-unit") ? board.byResponsible : board.byResponsible.slice(0, mostRows);
  const small = ["stepLate", "dueSoon", "blocked", "closureProposed", "noDate"] as const;
  return (
    <>
      <PageHead
        title={t("dashboard.title")}
        over={t("time.asOf", { day: day(board.asOf, "full") })}
        lead={
          <p className={styles.sentence}>
            {t.rich("dashboard.sentenceRich", {
              pending: board.pending.count,
              overdue: board.overdue.count,
              unassigned: board.unassigned.count,
              p: (chunks) => <Link href={link(board.pending)}>{chunks}</Link>,
              o: (chunks) =>
                board.overdue.count > 0 ? (
                  <Link href={link(board.overdue)} className={styles.alert}>
                    {chunks}
                  </Link>
                ) : (
                  chunks
                ),
              u: (chunks) =>
                board.unassigned.count > 0 ? <Link href={link(board.unassigned)}>{chunks}</Link> : chunks,
            })}
          </p>
        }
      >
        <AsOfForm asOf={board.asOf} words={{ label: t("dashboard.asOf"), show: t("dashboard.show") }} />
      </PageHead>
      {board.isPast ? (
        <Note tone="warn">
          {t("dashboard.past", { day: day(board.asOf, "long") })}{" "}
          <Link href={address("/dashboard")}>{t("tasks.backToToday")}</Link>
        </Note>
      ) : null}
      {board.review.undecidedParagraphs > 0 ? (
        <p className={styles.review}>
          {t("dashboard.reviewWaiting", {
            paragraphs: board.review.undecidedParagraphs,
            resolutions: board.review.resolutions,
          })}{" "}
          <Link href={address("/review")}>{t("dashboard.reviewGo")}</Link>
        </p>
      ) : null}
      <ul className={styles.small}>
        {small.map((name) => (
          <li key={name}>
            <Link href={link(board[name])} data-none={board[name].count === 0}>
              <span className="num">{number(board[name].count)}</span> {t(`dashboard.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.grid}>
        <Section id="by-session" title={t("dashboard.bySession")}>
          <Tallies
            caption={t("dashboard.bySessionQuestion")}
            first={t("dashboard.session")}
            reader={reader}
            link={link}
            rows={sessions.map((row) => ({
              key: row.label,
              name: row.session
                ? reader.say.session(row.session.organ, row.session.session)
                : t("dashboard.noSession"),
              note: row.opens ? t("dashboard.opens", { day: day(row.opens) }) : "",
              href: row.session
                ? address(`/sessions/${encodeURIComponent(row.session.organ)}/${row.session.session}`)
                : null,
              ...row,
            }))}
          />
          {more("by-session", board.bySession.length - sessions.length)}
        </Section>
        <Section id="by-status" title={t("dashboard.byStatus")}>
          <ByStatus rows={board.byStatus} reader={reader} link={link} />
        </Section>
        <Section id="by-body" title={t("dashboard.byBody")}>
          <Tallies
            caption={t("dashboard.byBodyQuestion")}
            first={t("dashboard.body")}
            reader={reader}
            link={link}
            rows={bodies.map((row) => ({
              key: row.body?.id ?? "",
              name: row.body ? reader.body(row.body.name) : t("dashboard.noBody"),
              note: "",
              href: row.body ? address(`/bodies/${encodeURIComponent(row.body.id)}`) : null,
              done: null,
              ...row,
            }))}
          />
          {more("by-body", board.byBody.length - bodies.length)}
        </Section>
        <Section id="by-unit" title={t("dashboard.byUnit")}>
          <Tallies
            caption={t("dashboard.byUnit")}
            first={t("dashboard.unit")}
            reader={reader}
            link={link}
            rows={units.map((row) => ({
              key: row.body?.id ?? "",
              name: row.body ? reader.body(row.body.name) : t("dashboard.noUnit"),
              note: "",
              href: row.body ? address(`/bodies/${encodeURIComponent(row.body.id)}`) : null,
              done: null,
              ...row,
            }))}
          />
          {more("by-unit", board.byResponsible.length - units.length)}
        </Section>
      </div>
      {charts.ok && !board.isPast ? (
        <Section
          id="due"
          title={t("dashboard.due")}
          aside={<Link href={address("/reports")}>{t("dashboard.allCharts")}</Link>}
        >
          <DueChart
            months={charts.value.months}
            today={board.asOf}
            bands={[]}
            scope={chartScope({})}
            reader={reader}
          />
        </Section>
      ) : null}
      <Section id="attention" title={t("dashboard.attention")}>
        {board.attention.length === 0 ? (
          <Empty title={t("dashboard.attentionNone")} />
        ) : (
          <TaskTable
            rows={board.attention}
            columns={["reference", "ask", "lead", "owner", "due", "step", "status"]}
            reader={reader}
            caption={t("dashboard.attention")}
            isReadOnly={board.isPast}
          />
        )}
      </Section>
    </>
  );
}

type Part = "by-session" | "by-body" | "by-unit";

/** A table of the dashboard shows so many rows until all are asked for. */
const mostRows = 12;

/** The sessions around the day: a few that are over with work still open, then those to come. */
function aroundToday<T extends { readonly opens: string | null }>(
  rows: readonly T[],
  day: string,
): readonly T[] {
  const ahead = rows.findIndex((row) => row.opens === null || row.opens >= day);
  const from = Math.max(0, (ahead < 0 ? rows.length : ahead) - mostRows / 3);
  return rows.slice(from, from + mostRows);
}
