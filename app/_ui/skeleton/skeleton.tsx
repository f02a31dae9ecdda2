import styles from "./skeleton.module.css";

/** The geometry of a table while its rows are under way; shows itself only after 200 ms. */
export function TableSkeleton({ rows = 10, label }: { rows?: number; label: string }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are empty and never move
        <div className={styles.row} key={row} aria-hidden>
          <span />
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
