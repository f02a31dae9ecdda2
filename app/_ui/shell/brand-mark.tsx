import styles from "./shell.module.css";

/** Three lines of a text, one of them ticked: the product's own mark. */
export function BrandMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--accent-fill)" />
      <path d="M8 9.5h16M8 16h10.5M8 22.5h7" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      <path
        d="m19 21.6 2.6 2.6 4.6-5.4"
        fill="none"
        stroke="#9adaff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
