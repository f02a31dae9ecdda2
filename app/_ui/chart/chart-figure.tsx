import type { ReactNode } from "react";
import styles from "./chart.module.css";

/** A chart answers one question: the question is its title, the finding its caption, the table stands beside it. */
export function ChartFigure({
  question,
  finding,
  table,
  tableLabel,
  legend,
  children,
}: {
  question: string;
  finding: ReactNode;
  table?: ReactNode;
  tableLabel?: string;
  legend?: ReactNode;
  children: ReactNode;
}) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span className={styles.question}>{question}</span> {finding}
      </figcaption>
      {children}
      {legend}
      {table ? (
        <details className={`${styles.table} no-print`}>
          <summary>{tableLabel}</summary>
          {table}
        </details>
      ) : null}
    </figure>
  );
}
