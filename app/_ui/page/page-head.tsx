import type { ReactNode } from "react";
import styles from "./page.module.css";

/** The head of a page: where we are, its name, what it is for, and its tools. */
export function PageHead({
  over,
  title,
  lead,
  children,
}: {
  over?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.head}>
      <div className={styles.titles}>
        {over ? <p className={styles.over}>{over}</p> : null}
        <h1>{title}</h1>
        {lead ? <div className={styles.lead}>{lead}</div> : null}
      </div>
      {children ? <div className={`${styles.tools} no-print`}>{children}</div> : null}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Section({
  id,
  title,
  aside,
  children,
}: {
  id?: string;
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-labelledby={id ? `${id}-title` : undefined} id={id}>
      <div className={styles.sectionHead}>
        <h2 id={id ? `${id}-title` : undefined}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
