import type { Translate } from "@/lib/i18n/translate";
import { address } from "../addresses";
import type { CommandAction } from "../command/command-button";
import type { Reach } from "./places";

/** What the palette can do, by what the reader may: acts on this page, and the beginnings of longer work. */
export function commandActions(t: Translate, reach: Reach): readonly CommandAction[] {
  return [
    { act: "status", label: t("command.act.status") },
    { href: address("/tasks?q=owner%3Ame%20is%3Aopen"), label: t("command.act.mine") },
    { href: address("/tasks?q=is%3Aoverdue"), label: t("command.act.overdue") },
    ...(reach.review ? [{ href: address("/review"), label: t("command.act.review") }] : []),
    ...(reach.import ? [{ href: address("/import"), label: t("command.act.import") }] : []),
    ...(reach.reminders ? [{ href: address("/rounds/new"), label: t("command.act.round") }] : []),
    { act: "print", label: t("command.act.print") },
    { act: "keys", label: t("command.act.keys") },
    { href: address("/sign-out"), label: t("command.act.signOut") },
  ];
}
