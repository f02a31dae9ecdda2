import {
  Bell,
  BookOpenText,
  Building2,
  CalendarCog,
  CalendarDays,
  ChartColumn,
  FileInput,
  Gauge,
  ListChecks,
  MessagesSquare,
  ScrollText,
  Settings,
  ShieldCheck,
  Sun,
} from "lucide-react";
import type { Translate } from "@/lib/i18n/translate";
import { address } from "../addresses";
import type { NavGroup } from "./side-nav";

/** What the side of the product lists, by what the reader may open. */
export type Reach = { review: boolean; import: boolean; reminders: boolean; audit: boolean };

/** The places of the product in the order of a working day. */
export function places(t: Translate, reach: Reach): readonly NavGroup[] {
  const icon = { "aria-hidden": true } as const;
  return [
    {
      name: null,
      entries: [
        { href: address("/my"), label: t("nav.today"), icon: <Sun {...icon} /> },
        { href: address("/tasks"), label: t("nav.tasks"), icon: <ListChecks {...icon} /> },
        { href: address("/dashboard"), label: t("nav.dashboard"), icon: <Gauge {...icon} /> },
      ],
    },
    {
      name: t("nav.record"),
      entries: [
        ...(reach.import
          ? [{ href: address("/import"), label: t("nav.import"), icon: <FileInput {...icon} /> }]
          : []),
        ...(reach.review
          ? [
              {
                href: address("/review"),
                label: t("nav.review"),
                icon: <BookOpenText {...icon} />,
              },
            ]
          : []),
        { href: address("/resolutions"), label: t("nav.resolutions"), icon: <ScrollText {...icon} /> },
      ],
    },
    {
      name: t("nav.plan"),
      entries: [
        { href: address("/sessions"), label: t("nav.sessions"), icon: <CalendarDays {...icon} /> },
        { href: address("/calendar"), label: t("nav.calendar"), icon: <CalendarCog {...icon} /> },
        { href: address("/bodies"), label: t("nav.bodies"), icon: <Building2 {...icon} /> },
        { href: address("/rounds"), label: t("nav.rounds"), icon: <MessagesSquare {...icon} /> },
        { href: address("/reports"), label: t("nav.reports"), icon: <ChartColumn {...icon} /> },
        ...(reach.reminders
          ? [{ href: address("/reminders"), label: t("nav.reminders"), icon: <Bell {...icon} /> }]
          : []),
      ],
    },
    {
      name: t("nav.house"),
      entries: [
        ...(reach.audit
          ? [{ href: address("/audit"), label: t("nav.audit"), icon: <ShieldCheck {...icon} /> }]
          : []),
        { href: address("/settings"), label: t("nav.settings"), icon: <Settings {...icon} /> },
      ],
    },
  ];
}
