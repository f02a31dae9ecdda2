import type { Metadata } from "next";
import Link from "next/link";
import { ask, askPlain, signedIn } from "@/app/_server/context";
import { dayOf, firstOf, type Query } from "@/app/_server/params";
import { bodyAddress, tasksAddress } from "@/app/_ui/addresses";
import { ScopeChartsView } from "@/app/_ui/chart/scope-charts";
import { Empty } from "@/app/_ui/empty/empty";
import { searchOf } from "@/app/_ui/filter/language";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader, type Reader } from "@/app/_ui/reader";
import { filesOfBody } from "@/app/_ui/take-out/files";
import { TakeOut } from "@/app/_ui/take-out/take-out";
import { TaskTable } from "@/app/_ui/task-list/task-table";
import { can } from "@/lib/auth/policy";
import { bodyPage } from "@/lib/services/bodies";
import { scopeCharts, scopeChartsInput } from "@/lib/services/charts";
import { bodyPageInput } from "@/lib/services/inputs";
import { bodyChoices } from "@/lib/services/person-page";
import type { BodyPage, Figure } from "@/lib/services/types";
import styles from "../bodies.module.css";
import { BodyAdmin } from "./body-admin";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const body = await ask(bodyPage, bodyPageInput, { id: decodeURIComponent((await params).id) });
  return { title: body.ok ? body.value.name : "" };
}

/** One body: its load, its record, and the names it had. */
export default async function BodyOnePage({ params, searchParams }: Props) {
  const actor = await signedIn();
  const [{ id }, query, reader] = await Promise.all([params, firstOf(searchParams), getReader()]);
  const asked = { id: decodeURIComponent(id), asOf: dayOf(query.asOf) };
  const [result, charts] = await Promise.all([
    ask(bodyPage, bodyPageInput, asked),
    ask(scopeCharts, scopeChartsInput, {
      filter: { body: asked.id },
      since: dayOf(query.since),
      asOf: asked.asOf,
    }),
  ]);
  if (!result.ok) return <FailurePage failure={result.error} />;
  const body = result.value;
  const { t } = reader;
  const choices = can(actor, "body.change") ? await askPlain(bodyChoices) : null;
  const { figures } = body;
  const link = (figure: Figure) => tasksAddress(searchOf(figure.filter));
  return (
    <>
      <PageHead
        over={
          body.parent ? (
            <>
              {t("bodies.parent")}{" "}
              <Link href={bodyAddress(body.parent.id)}>{reader.body(body.parent.name)}</Link>
            </>
          ) : (
            body.category
          )
        }
        title={reader.body(body.name)}
        lead={
          <p className={styles.sentence}>
            {t.rich("dashboard.sentenceRich", {
              pending: figures.pending.count,
              overdue: figures.overdue.count,
              unassigned: figures.unassigned.count,
              p: (chunks) => <Link href={link(figures.pending)}>{chunks}</Link>,
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
        <TakeOut label={t("takeOut.open")} rows={filesOfBody(t, body.id)} />
      </PageHead>
      <Section
        id="tasks"
        title={t("bodies.tasks")}
        aside={<Link href={tasksAddress(searchOf({ body: body.id }))}>{t("bodies.allTasks")}</Link>}
      >
        {body.tasks.length === 0 ? (
          <Empty title={t("bodies.tasksNone")} />
        ) : (
          <TaskTable
            rows={body.tasks}
            columns={["reference", "ask", "owner", "due", "status"]}
            reader={reader}
            caption={t("bodies.tasks")}
          />
        )}
      </Section>
      {charts.ok && body.tasks.length > 0 ? (
        <Section id="charts" title={t("bodies.record")}>
          <ScopeChartsView
            charts={charts.value}
            reader={reader}
            show={["burnUp", "due", "moved", "lineage"]}
            here={bodyAddress(body.id)}
          />
        </Section>
      ) : null}
      <Lineage body={body} reader={reader} />
      <Section id="names" title={t("bodies.names")}>
        <ul className={styles.names}>
          {body.names.map((name) => (
            <li key={name.kind + name.name}>
              {name.name} <span className={styles.quiet}>{kindOf(name.kind, t)}</span>
            </li>
          ))}
        </ul>
        {body.source ? <p className={styles.quiet}>{t("bodies.source", { source: body.source })}</p> : null}
        {body.note ? <p className={styles.quiet}>{body.note}</p> : null}
      </Section>
      {body.people.length > 0 ? (
        <Section id="people" title={t("bodies.people")}>
          <ul className={styles.names}>
            {body.people.map(({ person, role }) => (
              <li key={person.id + role}>
                {person.name} <span className={styles.quiet}>{t(`role.${role}`)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {choices?.ok ? <BodyAdmin body={body} bodies={choices.value} t={t} /> : null}
    </>
  );
}

function Lineage({ body, reader: { t } }: { body: BodyPage; reader: Reader }) {
  if (body.lineage.length < 2) return null;
  return (
    <Section id="lineage" title={t("bodies.lineage")}>
      <ol className={styles.lineage}>
        {body.lineage.map((one) => (
          <li key={one.id}>
            <span className={styles.step} data-this={one.isThis}>
              {one.isThis ? <strong>{one.name}</strong> : <Link href={bodyAddress(one.id)}>{one.name}</Link>}
              <span className={styles.quiet}>
                {one.validFrom ? t("bodies.since", { year: one.validFrom }) : ""}{" "}
                {one.validTo ? t("bodies.until", { year: one.validTo }) : ""}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const kinds = ["official", "alias", "acronym", "historical", "printed"] as const;

function kindOf(kind: string, t: Reader["t"]): string {
  const known = kinds.find((one) => one === kind);
  return known ? t(`bodies.kinds.${known}`) : kind;
}
