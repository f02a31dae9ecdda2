import { statusMeaning, type WorkStatus } from "@/lib/core/task/status";
import styles from "./status.module.css";

/**
 * A work status in words. What is finished is plain text without colour, so that what remains stands out; a tag is
 * never clickable. The shape of its dot says it once more, for those who do not see the colour.
 */
export function StatusTag({ status, label }: { status: WorkStatus; label: string }) {
  const { tone } = statusMeaning[status];
  return (
    <span className={styles.tag} data-tone={tone} data-status={status}>
      {tone === "done" ? null : <StatusDot status={status} />}
      {label}
    </span>
  );
}

/** Empty ring: nothing begun. Half: under way. Full: handed over. Bar: standing or deferred. Cross: not done. */
export function StatusDot({ status }: { status: WorkStatus }) {
  return (
    <svg className={styles.dot} viewBox="0 0 14 14" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

const ring = <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" />;
const dashed = (
  <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" strokeDasharray="2 2" />
);
const shapes: Record<WorkStatus, React.ReactNode> = {
  PROPOSED: dashed,
  PENDING: ring,
  IN_PROGRESS: (
    <>
      {ring}
      <path d="M7 4.2a2.8 2.8 0 0 1 0 5.6z" fill="currentColor" />
    </>
  ),
  SUBMITTED: (
    <>
      {ring}
      <circle cx="7" cy="7" r="2.8" fill="currentColor" />
    </>
  ),
  ONGOING: <path d="M1.5 7h11" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />,
  DEFERRED: (
    <path
      d="M3 4.2 6 7 3 9.8M7.6 4.2 10.6 7l-3 2.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
    />
  ),
  NOT_IMPLEMENTED: (
    <path d="m3.4 3.4 7.2 7.2m0-7.2-7.2 7.2" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  IMPLEMENTED: null,
  NOT_ACTIONABLE: null,
  SUPERSEDED: null,
  RETIRED: null,
};
