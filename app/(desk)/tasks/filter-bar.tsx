import { KanbanSquare, Rows3, SquareChartGantt } from "lucide-react";
import Link from "next/link";
import form from "@/app/_ui/form/form.module.css";
import { fixedColumns, taskColumns } from "@/app/_ui/task-list/task-columns";
import type { Translate } from "@/lib/i18n/translate";
import { type ListAddress, layouts } from "./list-address";
import styles from "./tasks.module.css";

const layoutIcons = { table: Rows3, board: KanbanSquare, timeline: SquareChartGantt } as const;

/** One example of each kind of word that the filter knows; each is a link that tries it. */
const examples = [
  ["is:overdue", "is"],
  ["is:open not:blocked", "not"],
  ["status:pending,in-progress", "status"],
  ["owner:me", "owner"],
  ["body:secretary-general", "body"],
  ["session:GA-53", "session"],
  ["adopted:GA-52", "adopted"],
  ["committee:2", "committee"],
  ["deliverable:report", "deliverable"],
  ["due:..1998-12-31", "due"],
  ["added:1998-01-01..", "added"],
  ["since:1998-07-01..", "since"],
  ["in:A/RES/52/205", "in"],
] as const;

/** The typed filter (the address itself), the layout and the columns. Plain forms: they work before any script. */
export function FilterBar({ at, t }: { at: ListAddress; t: Translate }) {
  return (
    <div className={`${styles.bar} no-print`}>
      <form action="/tasks" className={styles.filter}>
        <label htmlFor="filter" className="visually-hidden">
          {t("tasks.filter")}
        </label>
        <input
          id="filter"
          name="q"
          type="search"
          defaultValue={at.text}
          key={at.text}
          className={form.input}
          placeholder={t("tasks.filterHint")}
          autoComplete="off"
          spellCheck={false}
        />
        <Kept at={at} names={["layout", "asOf", "sort", "columns"]} />
        <button type="submit" className={form.button} data-size="small">
          {t("tasks.apply")}
        </button>
      </form>
      <details data-drop className={`${styles.drop} ${styles.help}`}>
        <summary className={form.button} data-size="small" data-kind="quiet">
          {t("tasks.help")}
        </summary>
        <div className={styles.dropBody}>
          <dl>
            {examples.map(([example, name]) => (
              <div key={example} className={styles.helpRow}>
                <dt dir="ltr">
                  <Link href={at.with({ q: example })} prefetch={false}>
                    {example}
                  </Link>
                </dt>
                <dd>{t(`tasks.helps.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </div>
      </details>
      <nav className={styles.layouts} aria-label={t("tasks.layout")}>
        {layouts.map((layout) => {
          const Icon = layoutIcons[layout];
          return (
            <Link
              key={layout}
              href={at.with({ layout: layout === "table" ? null : layout })}
              prefetch={false}
              aria-current={at.layout === layout ? "true" : undefined}
              aria-label={t(`tasks.${layout}`)}
              title={t(`tasks.${layout}`)}
            >
              <Icon aria-hidden />
            </Link>
          );
        })}
      </nav>
      {at.layout === "table" ? (
        <details data-drop className={styles.drop}>
          <summary className={form.button} data-size="small" data-kind="quiet">
            {t("tasks.columns")}
          </summary>
          <form action="/tasks" className={styles.dropBody}>
            <Kept at={at} names={["q", "asOf", "sort"]} />
            <fieldset className={styles.columns}>
              <legend className="visually-hidden">{t("tasks.columns")}</legend>
              {taskColumns
                .filter((column) => !fixedColumns.includes(column))
                .map((column) => (
                  <label key={column} className={styles.check}>
                    <input
                      type="checkbox"
                      name="column"
                      value={column}
                      defaultChecked={at.columns.includes(column)}
                    />{" "}
                    {t(`tasks.column.${column}`)}
                  </label>
                ))}
            </fieldset>
            <button type="submit" className={form.button} data-size="small" formAction="/tasks/columns">
              {t("tasks.showColumns")}
            </button>
          </form>
        </details>
      ) : null}
    </div>
  );
}

/** What else the address says, so that one form changes one thing of it. */
function Kept({ at, names }: { at: ListAddress; names: readonly string[] }) {
  return names.map((name) => {
    const value = at.query[name];
    return value ? <input key={name} type="hidden" name={name} value={value} /> : null;
  });
}
