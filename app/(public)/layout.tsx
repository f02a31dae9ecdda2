import Link from "next/link";
import type { ReactNode } from "react";
import { address } from "@/app/_ui/addresses";
import { getReader } from "@/app/_ui/reader";
import { BrandMark } from "@/app/_ui/shell/brand-mark";
import styles from "./public.module.css";

/** The frame of pages that anybody may read: a name, a search, the door. No script is needed. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { t } = await getReader();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {t("shell.skip")}
      </a>
      <header className={`${styles.head} no-print`}>
        <Link href={address("/public")} className={styles.brand}>
          <BrandMark /> {t("app.name")}
        </Link>
        <Link href={address("/sign-in")} className={styles.door}>
          {t("public.signIn")}
        </Link>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles.foot}>{t("public.foot")}</footer>
    </div>
  );
}
