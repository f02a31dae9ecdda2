import type { ReactNode } from "react";
import { signedIn } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import { getReader } from "@/app/_ui/reader";
import { can } from "@/lib/auth/policy";
import { SettingsTabs } from "./settings-tabs";

/** The parts of the settings; a part that the reader may not change is not offered, and its page says so itself. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const [actor, { t }] = await Promise.all([signedIn(), getReader()]);
  const isAdmin = can(actor, "settings.change");
  const parts = [
    "you",
    "reminders",
    "feeds",
    "security",
    "tokens",
    "people",
    ...(isAdmin ? ["bodies", "installation"] : []),
  ];
  return (
    <>
      <SettingsTabs
        label={t("settings.parts")}
        tabs={parts.map((part) => ({
          href: address(part === "you" ? "/settings" : `/settings/${part}`),
          label: t(`settings.tabs.${part as "you"}`),
        }))}
      />
      {children}
    </>
  );
}
