import type { Metadata } from "next";
import Link from "next/link";
import { ask, signedIn, workingDate } from "@/app/_server/context";
import { address, tasksAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { TaskTable } from "@/app/_ui/task-list/task-table";
import type { TaskFilter } from "@/lib/core/task/filter";
import { listTasksInput } from "@/lib/services/inputs";
import { listTasks } from "@/lib/services/tasks";
import { groupMine } from "./group-mine";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("my.title") };
}

/** What is mine today: what is late first, then what comes, then what stands; and what waits for my word. */
export default async function MyPage() {
  const [actor, reader, date] = await Promise.all([signedIn(), getReader(), workingDate()]);
  const { t, day } = reader;
  const isSecretary = actor.memberships.some((membership) => membership.role === "SECRETARY");
  const office =
    actor.memberships.find((membership) => membership.bodyId !== null && membership.role !== "VIEWER")
      ?.bodyId ?? null;
  const list = (filter: TaskFilter) => ask(listTasks, listTasksInput, { filter, limit: 100 });
  const [mine, confirm, unowned] = await Promise.all([
    list({ owner: actor.personId, open: true }),
    isSecretary ? list({ closureProposed: true }) : null,
    office ? list({ responsible: office, unassigned: true, open: true }) : null,
  ]);
  if (!mine.ok) return <FailurePage failure={mine.error} />;
  const groups = [
    ...groupMine(mine.value.rows).map((group) => ({ name: t(`my.${group.name}`), rows: group.rows })),
    { name: t("my.confirm"), rows: confirm?.ok ? confirm.value.rows : [] },
    { name: t("my.unowned"), rows: unowned?.ok ? unowned.value.rows : [] },
  ].filter((group) => group.rows.length > 0);
  return (
    <>
      <PageHead
        title={t("my.title")}
        over={day(date.today, "full")}
        lead={t("my.lead", { count: mine.value.rows.length })}
      />
      {groups.length === 0 ? (
        <Empty title={t("my.empty")}>
          <Link href={tasksAddress("q=is:open")}>{t("my.seeAll")}</Link>
        </Empty>
      ) : null}
      {groups.map((group) => (
        <Section key={group.name} title={group.name}>
          <TaskTable
            rows={group.rows}
            columns={["reference", "ask", "due", "step", "status"]}
            reader={reader}
            caption={group.name}
          />
        </Section>
      ))}
      {isSecretary ? (
        <p>
          <Link href={address("/review")}>{t("my.reviewGo")}</Link>
        </p>
      ) : null}
    </>
  );
}
