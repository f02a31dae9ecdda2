import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn } from "@/app/_server/context";
import { address, taskAddress } from "@/app/_ui/addresses";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { Table } from "@/app/_ui/table/table";
import { holdings, holdingsInput } from "@/lib/services/hand-over";
import { people } from "@/lib/services/people";
import { listPeopleInput } from "@/lib/services/people-inputs";
import styles from "../../../settings.module.css";
import { HandOverForm } from "./hand-over-form";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("settings.people.handOver") };
}

/** What hangs on one person, and the handover of all of it to another. */
export default async function HandOverPage({ params }: Props) {
  await signedIn();
  const id = decodeURIComponent((await params).id);
  const [{ t, day }, held, everybody] = await Promise.all([
    getReader(),
    ask(holdings, holdingsInput, { personId: id }),
    ask(people, listPeopleInput, {}),
  ]);
  if (!held.ok) return <FailurePage failure={held.error} />;
  const { person, openTasks, tasks, reviews, sharedViews, watches, standsInFor } = held.value;
  const receivers = (everybody.ok ? everybody.value : []).filter((one) => one.id !== person.id);
  const isNothing = openTasks + reviews.length + sharedViews.length + watches + standsInFor.length === 0;
  return (
    <>
      <PageHead
        over={<Link href={address("/settings/people")}>{t("settings.tabs.people")}</Link>}
        title={t("settings.handOver.title", { name: person.name })}
        lead={t("settings.handOver.lead")}
      />
      <Section id="holds" title={t("settings.handOver.holds", { name: person.name, count: openTasks })}>
        {isNothing ? <p>{t("settings.handOver.nothing")}</p> : null}
        <ul className={styles.list}>
          {reviews.length > 0 ? (
            <li>
              {t("settings.handOver.reviews", { list: reviews.map(({ symbol }) => symbol).join(", ") })}
            </li>
          ) : null}
          {sharedViews.length > 0 ? (
            <li>{t("settings.handOver.views", { list: sharedViews.map(({ name }) => name).join(", ") })}</li>
          ) : null}
          {watches > 0 ? <li>{t("settings.handOver.watches", { count: watches })}</li> : null}
          {standsInFor.length > 0 ? (
            <li>
              {t("settings.handOver.standsIn", { list: standsInFor.map(({ name }) => name).join(", ") })}
            </li>
          ) : null}
        </ul>
        {tasks.length > 0 ? (
          <Table
            stacks
            caption={t("settings.handOver.tasks")}
            head={
              <>
                <th scope="col">{t("settings.handOver.task")}</th>
                <th scope="col">{t("settings.handOver.due")}</th>
                <th scope="col">{t("settings.handOver.unit")}</th>
              </>
            }
          >
            {tasks.map((task) => (
              <tr key={task.number}>
                <th scope="row">
                  <Link className={styles.name} href={taskAddress(task.number)}>
                    {task.ask}
                  </Link>{" "}
                  <bdi className={styles.quiet}>{task.reference}</bdi>
                </th>
                <td data-label={t("settings.handOver.due")}>{task.dueOn ? day(task.dueOn) : ""}</td>
                <td data-label={t("settings.handOver.unit")}>{task.responsible ?? ""}</td>
              </tr>
            ))}
          </Table>
        ) : null}
        {openTasks > tasks.length ? (
          <p className={styles.quiet}>
            {t("settings.handOver.more", { shown: tasks.length, total: openTasks })}
          </p>
        ) : null}
      </Section>
      <Section id="hand-over" title={t("settings.people.handOver")}>
        <div className={styles.narrow}>
          <HandOverForm
            personId={person.id}
            receivers={receivers.map(({ id: receiver, name, title }) => ({
              id: receiver,
              name: title ? `${name}, ${title}` : name,
            }))}
            words={{
              to: t("settings.handOver.to"),
              choose: t("settings.handOver.choose"),
              why: t("settings.why"),
              submit: t("settings.handOver.do"),
              outcome: t("settings.handOver.outcome"),
              task: t("settings.handOver.task"),
              state: t("settings.handOver.outcome"),
              moved: t("settings.handOver.moved"),
              stayed: t("settings.handOver.stayed"),
            }}
          />
        </div>
      </Section>
    </>
  );
}
