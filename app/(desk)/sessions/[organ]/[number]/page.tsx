import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ask, signedIn } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { address, sessionAddress, tasksAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { searchOf } from "@/app/_ui/filter/language";
import { ButtonLink } from "@/app/_ui/form/button";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { PrintButton } from "@/app/_ui/page/print-button";
import { getReader } from "@/app/_ui/reader";
import { filesOfSession } from "@/app/_ui/take-out/files";
import { TakeOut } from "@/app/_ui/take-out/take-out";
import { TaskTable } from "@/app/_ui/task-list/task-table";
import { sessionPage } from "@/lib/services/calendar";
import { coverageChart, coverageInput, sessionCharts, sessionChartsInput } from "@/lib/services/charts";
import { sessionPageInput } from "@/lib/services/inputs";
import type { Figure } from "@/lib/services/types";
import styles from "../../sessions.module.css";
import { BackgroundCharts, ReadinessCharts, ReadingChart } from "./brief-charts";
import { MoveForm } from "./move-form";
import { NoTime } from "./no-time";
import { Outputs } from "./outputs";
import { SessionDates } from "./session-dates";
import { WayToIt } from "./way-to-it";

type Props = { params: Promise<{ organ: string; number: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organ, number } = await params;
  return { title: (await getReader()).say.session(decodeURIComponent(organ), Number(number)) };
}

/**
 * The brief before a session: the answer first, then whether we shall be ready, what is due, who carries it, what moved,
 * and where the dates come from. On paper it is two sheets: what is only looked up on a screen stays there.
 */
export default async function SessionBriefPage({ params, searchParams }: Props) {
  await signedIn();
  const [{ organ, number }, query, reader] = await Promise.all([params, firstOf(searchParams), getReader()]);
  if (!/^\d{1,4}$/u.test(number)) notFound();
  const asked = { organ: decodeURIComponent(organ), session: Number(number), asOf: dayOf(query.asOf) };
  const [result, charts, reading] = await Promise.all([
    ask(sessionPage, sessionPageInput, asked),
    ask(sessionCharts, sessionChartsInput, { ...asked, since: dayOf(query.since) }),
    ask(coverageChart, coverageInput, { organ: asked.organ, session: Math.max(1, asked.session - 1) }),
  ]);
  if (!result.ok) return <FailurePage failure={result.error} />;
  const page = result.value;
  const { session, figures } = page;
  const { t, day } = reader;
  const link = (figure: Figure) => tasksAddress(searchOf(figure.filter));
  return (
    <>
      <PageHead
        over={
          <>
            {t("time.asOf", { day: day(page.asOf, "full") })}
            {session.opens
              ? ` · ${t(session.opens > page.asOf ? "session.countdown" : "session.opened", { distance: reader.distance(page.asOf, session.opens), day: day(session.opens, "full") })}`
              : ` · ${t("session.noDate")}`}
          </>
        }
        title={reader.say.session(session.organ, session.session)}
        lead={
          <p className={styles.sentence}>
            {t.rich("session.sentenceRich", {
              done: figures.done.count,
              all: figures.all.count,
              overdue: figures.overdue.count,
              unassigned: figures.unassigned.count,
              a: (chunks) => <Link href={link(figures.all)}>{chunks}</Link>,
              o: (chunks) => (
                <Link href={link(figures.overdue)} className={styles.alert}>
                  {chunks}
                </Link>
              ),
              u: (chunks) => <Link href={link(figures.unassigned)}>{chunks}</Link>,
            })}
          </p>
        }
      >
        {page.previous ? (
          <ButtonLink kind="quiet" href={sessionAddress(page.previous.organ, page.previous.session)}>
            {t("session.previous")}
          </ButtonLink>
        ) : null}
        {page.next ? (
          <ButtonLink kind="quiet" href={sessionAddress(page.next.organ, page.next.session)}>
            {t("session.next")}
          </ButtonLink>
        ) : null}
        <TakeOut label={t("takeOut.open")} rows={filesOfSession(t, session.organ, session.session)} />
        <PrintButton label={t("session.print")} />
      </PageHead>
      {page.isProjected ? <Note tone="warn">{t("session.projected")}</Note> : null}
      <NoTime page={page} reader={reader} />
      {charts.ok && page.due.length > 0 ? (
        <Section id="ready" title={t("session.ready")}>
          <ReadinessCharts charts={charts.value} reader={reader} />
        </Section>
      ) : null}
      <Section id="due" title={t("session.due")}>
        {page.due.length === 0 ? (
          <Empty title={t("session.dueNone")} />
        ) : (
          <div className={styles.sheet}>
            <TaskTable
              rows={page.due}
              columns={["reference", "ask", "lead", "owner", "due", "step", "status"]}
              reader={reader}
              caption={t("session.due")}
            />
            {figures.all.count > page.due.length ? (
              <p className="no-print">
                <Link href={link(figures.all)}>
                  {t("session.moreInList", { count: figures.all.count - page.due.length })}
                </Link>
              </p>
            ) : null}
            {page.due.length > mostOnPaper ? (
              <p className={`${styles.quiet} print-only`}>
                {t("session.moreOnScreen", { count: figures.all.count - mostOnPaper })}
              </p>
            ) : null}
          </div>
        )}
      </Section>
      <div className={page.steps.length > mostOnPaper ? "no-print" : undefined}>
        <Section id="way" title={t("session.plan")}>
          <WayToIt page={page} reader={reader} />
        </Section>
      </div>
      {charts.ok && page.due.length > 0 ? (
        <div className={styles.sheet}>
          <Section id="background" title={t("session.background")}>
            <BackgroundCharts
              charts={charts.value}
              reader={reader}
              organ={asked.organ}
              session={asked.session}
            />
          </Section>
        </div>
      ) : null}
      {reading.ok && reading.value.rows.length > 0 ? (
        <Section id="reading" title={t("session.reading")}>
          <ReadingChart coverage={reading.value} reader={reader} />
        </Section>
      ) : null}
      <div className="no-print">
        <Section id="dates" title={t("session.dates")}>
          <SessionDates session={session} reader={reader} />
        </Section>
        {page.steps.length > 0 ? (
          <Section id="outputs" title={t("session.outputs")}>
            <Outputs page={page} reader={reader} />
          </Section>
        ) : null}
      </div>
      <div className={page.changes.length === 0 ? "no-print" : styles.sheet}>
        <Section id="changes" title={t("session.changes")}>
          {page.changes.length === 0 ? <p className={styles.quiet}>{t("session.changesNone")}</p> : null}
          <ul className={styles.changes}>
            {page.changes.map((change) => (
              <li key={change.at}>
                {change.reason} <span className={styles.quiet}>({change.source})</span>
                <p className={styles.quiet}>
                  {change.by} · {reader.instant(change.at)} ·{" "}
                  {t("session.moved", { count: change.tasksMoved })}
                </p>
              </li>
            ))}
          </ul>
          {page.mayMove ? (
            <>
              <MoveForm session={session} version={page.version} words={moveWords(t)} />
              <p className="no-print">
                <ButtonLink
                  href={address(`/calendar/${encodeURIComponent(session.organ)}/${session.session}`)}
                >
                  {t("session.edit")}
                </ButtonLink>
              </p>
            </>
          ) : null}
        </Section>
      </div>
    </>
  );
}

/** So many tasks, by their next step, fit on the two sheets together with the charts; paper says how many more there are. */
const mostOnPaper = 12;

const moveWords = (t: Awaited<ReturnType<typeof getReader>>["t"]) => ({
  title: t("session.move"),
  lead: t("session.moveLead"),
  opens: t("sessions.opens"),
  closes: t("sessions.closes"),
  mainPartEnds: t("sessions.mainPartEnds"),
  reason: t("session.reason"),
  source: t("session.source"),
  sourceHint: t("session.sourceHint"),
  preview: t("session.preview"),
  apply: t("session.apply"),
});
