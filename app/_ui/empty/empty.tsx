import type { ReactNode } from "react";
import styles from "./empty.module.css";

/** An empty place that teaches: what would stand here, and the next step if there is one. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children ? <div className={styles.more}>{children}</div> : null}
    </div>
  );
}
