import type { ReactNode } from "react";
import styles from "./table.module.css";

/** A real table with a caption for screen readers. `stacks`: on narrow screens each row becomes a small card. */
export function Table({
  caption,
  head,
  children,
  stacks = false,
  isCaptionShown = false,
}: {
  caption: string;
  head: ReactNode;
  children: ReactNode;
  stacks?: boolean;
  isCaptionShown?: boolean;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={caption} tabIndex={0}>
      <table className={stacks ? `${styles.table} ${styles.stack}` : styles.table}>
        <caption className={isCaptionShown ? styles.caption : "visually-hidden"}>{caption}</caption>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

/** The classes of cells: `number` ends at the same edge, `tight` is as narrow as its words. */
export const cells = { number: styles.number ?? "", tight: styles.tight ?? "" };
