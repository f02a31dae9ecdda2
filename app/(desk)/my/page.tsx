import type { Metadata } from "next";
import Link from "next/link";
import { askPlain, signedIn } from "@/app/_server/context";
import { address, sessionAddress, tasksAddress } from "@/app/_ui/addresses";
import { Empty } from "@/app/_ui/empty/empty";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { TaskTable } from "@/app/_ui/task-list/task-table";
import { myDay } from "@/lib/services/my-day";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("my.title") };
}

/** What is mine today: late first, then returned, before the session, later; then what waits for my word. */
export default async function MyPage() {
  await signedIn();
  const [reader, result] = await Promise.all([getReader(), askPlain(myDay)]);
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { t, say, day, distance } = reader;
  const mine = result.value;
  const sections = [
    ...mine.groups.map((group) => ({
      key: group.name,
      title:
        group.name === "beforeSession" && mine.next
          ? t("my.beforeSession", { session: say.session(mine.next.organ, mine.next.session) })
          : group.name === "beforeSession"
            ? t("my.later")
            : t(`my.${group.name}`),
      rows: group.rows,
      hasOwner: false,
    })),
    { key: "confirm", title: t("my.confirm"), rows: mine.confirm, hasOwner: true },
    { key: "unowned", title: t("my.unowned"), rows: mine.unowned, hasOwner: false },
  ].filter((section) => section.rows.length > 0);
  return (
    <>
      <PageHead
        title={t("my.title")}
        over={
          <>
            {day(mine.today, "full")}
            {mine.next ? (
              <>
                {" · "}
                <Link href={sessionAddress(mine.next.organ, mine.next.session)}>
                  {t("my.opens", {
                    session: say.session(mine.next.organ, mine.next.session),
                    distance: distance(mine.today, mine.next.opens),
                  })}
                </Link>
              </>
            ) : null}
          </>
        }
        lead={t("my.lead", { count: mine.mine })}
      />
      {mine.review && mine.review.undecidedParagraphs > 0 ? (
        <p>
          <Link href={address("/review")}>{t("my.review", { count: mine.review.resolutions })}</Link>
        </p>
      ) : null}
      {sections.length === 0 ? (
        <Empty title={t("my.empty")}>
          <Link href={tasksAddress("q=is:open")}>{t("my.seeAll")}</Link>
        </Empty>
      ) : null}
      {sections.map((section) => (
        <Section key={section.key} id={section.key} title={section.title}>
          <TaskTable
            rows={section.rows}
            columns={
              section.hasOwner
                ? ["reference", "ask", "owner", "due", "status"]
                : ["reference", "ask", "due", "step", "status"]
            }
            reader={reader}
            caption={section.title}
          />
        </Section>
      ))}
    </>
  );
}
