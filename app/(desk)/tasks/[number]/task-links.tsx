import Link from "next/link";
import { taskAddress } from "@/app/_ui/addresses";
import type { Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import type { TaskPage } from "@/lib/services/types";
import styles from "./task.module.css";

/** The same paragraph's other tasks, the report this goes into, the same ask in earlier and later sessions. */
export function TaskLinks({ page, reader: { t } }: { page: TaskPage; reader: Reader }) {
  if (page.links.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.subhead}>{t("task.links")}</h2>
      <ul className={styles.list}>
        {page.links.map((link) => (
          <li key={link.relation + link.number}>
            <span className={styles.quiet}>{t(`task.relation.${link.relation}`)}</span>
            <br />
            <Link href={taskAddress(link.number)}>{link.ask}</Link>{" "}
            <StatusTag status={link.status} label={t(`status.${link.status}`)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
