import type { Metadata } from "next";
import { ask, askPlain, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { filesOfList } from "@/app/_ui/take-out/files";
import { TakeOut } from "@/app/_ui/take-out/take-out";
import { listTasksInput } from "@/lib/services/inputs";
import { listTasks } from "@/lib/services/tasks";
import { savedViews } from "@/lib/services/views";
import { FilterBar } from "./filter-bar";
import { readListAddress } from "./list-address";
import { ListBody } from "./list-body";
import { SaveView } from "./save-view";
import { ViewTabs } from "./view-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("tasks.title") };
}

/** Every task that the person may see; the address is the state. */
export default async function TasksPage({ searchParams }: { searchParams: Query }) {
  const [actor, reader, query] = await Promise.all([signedIn(), getReader(), firstOf(searchParams)]);
  const { t } = reader;
  const at = readListAddress(query);
  const owner = at.filter.owner === "me" ? actor.personId : at.filter.owner;
  const [list, views] = await Promise.all([
    ask(listTasks, listTasksInput, {
      filter: { ...at.filter, ...(owner ? { owner } : {}) },
      sort: at.sort,
      cursor: at.cursor,
      limit: at.layout === "table" ? 50 : 200,
      asOf: at.asOf,
    }),
    askPlain(savedViews),
  ]);
  if (!list.ok) return <FailurePage failure={list.error} />;
  const { total } = list.value;
  return (
    <>
      <PageHead
        title={t("tasks.title")}
        lead={
          total.isExact
            ? t("tasks.count", { count: total.count })
            : t("tasks.countMore", { count: total.count })
        }
      >
        <TakeOut
          label={t("takeOut.open")}
          rows={filesOfList(
            t,
            { ...at.filter, ...(owner ? { owner } : {}) },
            { sort: at.sort, asOf: at.asOf, title: t("tasks.title") },
          )}
        />
        <SaveView
          query={query}
          words={{
            open: t("tasks.saveView"),
            name: t("tasks.viewName"),
            share: t("tasks.share"),
            save: t("task.save"),
          }}
        />
      </PageHead>
      <p className="print-only">
        {t("time.asOf", { day: reader.day(list.value.asOf, "full") })}
        {at.text === "" ? null : ` · ${t("tasks.filter")}: ${at.text}`}
      </p>
      <ViewTabs at={at} views={views.ok ? views.value : []} t={t} />
      <FilterBar at={at} t={t} />
      {at.unknown.length > 0 ? (
        <Note tone="warn">{t("tasks.unknown", { parts: at.unknown.join(", ") })}</Note>
      ) : null}
      <ListBody at={at} list={list.value} reader={reader} />
    </>
  );
}
