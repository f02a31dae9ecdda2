import Link from "next/link";
import { Empty } from "@/app/_ui/empty/empty";
import { ButtonLink } from "@/app/_ui/form/button";
import { Note } from "@/app/_ui/form/note";
import type { Reader } from "@/app/_ui/reader";
import { BulkGate } from "@/app/_ui/task-list/bulk-gate";
import { TaskTable } from "@/app/_ui/task-list/task-table";
import type { TaskList } from "@/lib/services/types";
import { Board } from "./board";
import { changeSelected, whatToChange } from "./bulk-actions";
import type { ListAddress } from "./list-address";
import { TaskTimeline } from "./task-timeline";
import styles from "./tasks.module.css";

/** The rows in the layout that the address asks for, with the bulk bar under the table. */
export function ListBody({ at, list, reader }: { at: ListAddress; list: TaskList; reader: Reader }) {
  const { t, day } = reader;
  if (list.rows.length === 0) return <NoTasks at={at} reader={reader} />;
  return (
    <>
      {list.isPast ? (
        <Note tone="warn">
          {t("tasks.asOf", { day: day(list.asOf, "long") })}{" "}
          <Link href={at.with({ asOf: null })}>{t("tasks.backToToday")}</Link>
        </Note>
      ) : null}
      {at.layout === "board" ? <Board rows={list.rows} reader={reader} isReadOnly={list.isPast} /> : null}
      {at.layout === "timeline" ? <TaskTimeline rows={list.rows} asOf={list.asOf} reader={reader} /> : null}
      {at.layout === "table" ? (
        <TaskTable
          rows={list.rows}
          columns={at.columns}
          reader={reader}
          caption={t("tasks.title")}
          isReadOnly={list.isPast}
          sort={{ ...at.sort, href: (by, direction) => at.with({ sort: `${by}-${direction}` }) }}
          {...(list.isPast ? {} : { select: "bulk" })}
        />
      ) : null}
      <div className={`${styles.pager} no-print`}>
        {at.cursor ? <ButtonLink href={at.with({})}>{t("tasks.first")}</ButtonLink> : null}
        {list.nextCursor ? (
          <ButtonLink href={at.with({ cursor: list.nextCursor })}>{t("tasks.next")}</ButtonLink>
        ) : null}
      </div>
      {list.isPast || at.layout !== "table" ? null : <BulkGate action={changeSelected} load={whatToChange} />}
    </>
  );
}

function NoTasks({ at, reader: { t } }: { at: ListAddress; reader: Reader }) {
  if (at.text === "") return <Empty title={t("tasks.noneYet")}>{t("tasks.noneYetLead")}</Empty>;
  return (
    <Empty title={t("tasks.noneTitle")}>
      <Link href={at.with({ q: null })}>{t("tasks.clear")}</Link>
    </Empty>
  );
}
