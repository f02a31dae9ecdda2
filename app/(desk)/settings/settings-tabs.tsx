"use client";

import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import styles from "./settings.module.css";

/** The parts of the settings with the one marked in which the reader is: the only reason this runs in the browser. */
export function SettingsTabs({
  label,
  tabs,
}: {
  label: string;
  tabs: readonly { href: Route; label: string }[];
}) {
  const path = usePathname();
  const isHere = (href: string) => path === href || (href !== "/settings" && path.startsWith(`${href}/`));
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={isHere(tab.href) ? "page" : undefined}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
