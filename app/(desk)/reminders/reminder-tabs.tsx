import Link from "next/link";
import { address } from "@/app/_ui/addresses";
import type { Translate } from "@/lib/i18n/translate";
import styles from "./reminders.module.css";

const tabs = {
  plan: "/reminders",
  policies: "/reminders/policies",
  sent: "/reminders/sent",
  units: "/reminders/units",
} as const;

/** The four pages about reminders; the one that is open is marked. */
export function ReminderTabs({ t, here }: { t: Translate; here: keyof typeof tabs }) {
  return (
    <nav className={styles.tabs} aria-label={t("reminders.title")}>
      {(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => (
        <Link key={tab} href={address(tabs[tab])} aria-current={tab === here ? "page" : undefined}>
          {t(`reminders.tabs.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}
