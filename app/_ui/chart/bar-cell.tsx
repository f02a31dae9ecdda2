import styles from "./chart.module.css";

/** A bar in a table cell: the number is the chart. Drawn as SVG so that it prints and needs no inline style. */
export function Bar({ value, of, alert = 0 }: { value: number; of: number; alert?: number }) {
  const share = of > 0 ? (value / of) * 100 : 0;
  const alertShare = of > 0 ? (alert / of) * 100 : 0;
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="1" width={share} height="6" rx="1" className={styles.barFill} />
      <rect x="0" y="1" width={alertShare} height="6" rx="1" className={styles.barAlert} />
    </svg>
  );
}
