import styles from "./review.module.css";

/** How many operative paragraphs are decided, in words first and as a bar of one box a paragraph. */
export function CoverageBar({ decided, total, label }: { decided: number; total: number; label: string }) {
  const boxes = Math.min(total, 60);
  return (
    <span className={styles.coverage} data-complete={decided >= total}>
      <span className="num">{label}</span>
      <svg
        viewBox={`0 0 ${boxes * 8} 8`}
        className={styles.boxes}
        width={boxes * 8}
        height={8}
        aria-hidden="true"
      >
        {Array.from({ length: boxes }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are alike and never move
          <rect
            key={index}
            x={index * 8}
            y={0.5}
            width={6.5}
            height={7}
            rx={1.5}
            data-filled={index < Math.round((decided / Math.max(total, 1)) * boxes)}
          />
        ))}
      </svg>
    </span>
  );
}
