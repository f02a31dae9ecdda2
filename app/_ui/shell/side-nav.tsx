"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import styles from "./shell.module.css";

/** One entry of the side: `icon` is drawn on the server and passed through. */
export type NavEntry = { href: Route; label: string; icon: ReactNode; count?: string | undefined };
export type NavGroup = { name: string | null; entries: readonly NavEntry[] };

/** The places of the product; the one the reader is in is marked. The only reason this is a client leaf. */
export function SideNav({ groups, label }: { groups: readonly NavGroup[]; label: string }) {
  const path = usePathname();
  return (
    <nav aria-label={label}>
      {groups.map((group) => (
        <div className={styles.group} key={group.name ?? ""}>
          {group.name ? <div className={styles.groupName}>{group.name}</div> : null}
          {group.entries.map((entry) => (
            // A plain anchor that `SoftLinks` follows: fourteen places are drawn with every page and fetched ahead with none.
            <a
              key={entry.href}
              href={entry.href}
              className={styles.link}
              data-soft
              aria-current={path === entry.href || path.startsWith(`${entry.href}/`) ? "page" : undefined}
            >
              {entry.icon}
              {entry.label}
              {entry.count ? <span className={styles.count}>{entry.count}</span> : null}
            </a>
          ))}
        </div>
      ))}
    </nav>
  );
}
