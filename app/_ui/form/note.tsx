import type { ReactNode } from "react";
import styles from "./form.module.css";

/** A sentence set apart: something to know (plain), to mind (warn), that went wrong (alert) or well (good). */
export function Note({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "warn" | "alert" | "good";
  children: ReactNode;
}) {
  return (
    <div className={styles.note} data-tone={tone} role={tone === "alert" ? "alert" : undefined}>
      {children}
    </div>
  );
}
