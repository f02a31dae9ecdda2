import type { ReactNode } from "react";
import { getReader } from "@/app/_ui/reader";
import { BrandMark } from "@/app/_ui/shell/brand-mark";
import styles from "./sign-in.module.css";

/** The frame of the pages around signing in: one thing to do, in the middle. */
export async function SmallDoor({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children?: ReactNode;
}) {
  const { t } = await getReader();
  return (
    <main className={styles.small}>
      <div className={styles.form}>
        <p className={styles.brand}>
          <BrandMark /> {t("app.name")}
        </p>
        <h1>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
}
