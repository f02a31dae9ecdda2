import type { ReactNode } from "react";
import { getReader } from "@/app/_ui/reader";
import { Shell } from "@/app/_ui/shell/shell";
import { StatusDesk } from "@/app/_ui/status/status-desk";
import type { StatusWords } from "@/app/_ui/status/status-moves";
import { advanceStatus, movesOf, undoStatus } from "@/app/(desk)/tasks/actions";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import type { Translate } from "@/lib/i18n/translate";
import { workingDate } from "./context";
import { unreadOf } from "./unread";

/** The frame around the pages of a person who is signed in, with the one status menu of the page. */
export async function DeskFrame({
  actor,
  peek,
  children,
}: {
  actor: Actor;
  peek?: ReactNode;
  children: ReactNode;
}) {
  const [{ t }, date, inbox] = await Promise.all([getReader(), workingDate(), unreadOf()]);
  const roles = [...new Set(actor.memberships.map((membership) => t(`role.${membership.role}`)))];
  return (
    <StatusDesk actions={{ moves: movesOf, advance: advanceStatus, undo: undoStatus }} words={statusWords(t)}>
      <Shell
        peek={peek}
        facts={{
          person: { name: actor.name, email: actor.email, roles },
          reach: {
            review: true,
            import: can(actor, "import.run"),
            reminders: can(actor, "reminder.plan"),
            audit: can(actor, "audit.read"),
          },
          inbox,
          readingAsOf: date.isReal ? null : date.today,
          maySetWorkingDate: can(actor, "settings.change"),
        }}
      >
        {children}
      </Shell>
    </StatusDesk>
  );
}

/** The words of the status menu in the reader's language. */
export function statusWords(t: Translate): StatusWords {
  const field = (
    name:
      | "documentSymbol"
      | "jobNumber"
      | "evidence"
      | "reason"
      | "decidingDocument"
      | "newSession"
      | "reviewSession"
      | "successor",
  ) => [name, { label: t(`menu.fields.${name}`), hint: t(`menu.fields.${name}Hint`) }] as const;
  return {
    change: t("menu.change"),
    title: t("menu.title"),
    loading: t("menu.loading"),
    none: t("menu.none"),
    notThere: t("menu.notThere"),
    apply: t("menu.apply"),
    fields: Object.fromEntries(
      (
        [
          "documentSymbol",
          "jobNumber",
          "evidence",
          "reason",
          "decidingDocument",
          "newSession",
          "reviewSession",
          "successor",
        ] as const
      ).map(field),
    ),
  };
}
