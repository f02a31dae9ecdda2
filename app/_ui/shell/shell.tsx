import { Inbox, Menu, Search, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { address } from "../addresses";
import { CommandButton } from "../command/command-button";
import { KeyboardLayer } from "../keys/keyboard-layer";
import { getReader } from "../reader";
import { TableSkeleton } from "../skeleton/skeleton";
import { SoftLinks } from "../soft-links";
import { LiveRegion } from "../toast/live-region";
import { Arriving } from "./arriving";
import { BrandMark } from "./brand-mark";
import { commandActions } from "./command-actions";
import { NarrowMenu } from "./narrow-menu";
import { Offline } from "./offline";
import { PersonMenu } from "./person-menu";
import { places, type Reach } from "./places";
import styles from "./shell.module.css";
import { SideNav } from "./side-nav";

/** What the frame around each page needs to know about the reader. */
export type ShellFacts = {
  readonly person: { name: string; email: string; roles: readonly string[] };
  readonly reach: Reach;
  readonly inbox: number;
  /** The working day where it is not the real day; null on an ordinary day. */
  readonly readingAsOf: string | null;
  readonly maySetWorkingDate: boolean;
};

/** The frame around every signed-in page: places at the side, search, working date, inbox and person above. */
export async function Shell({
  facts,
  peek,
  children,
}: {
  facts: ShellFacts;
  peek?: ReactNode;
  children: ReactNode;
}) {
  const { t, day } = await getReader();
  const groups = places(t, facts.reach);
  const brand = (
    <Link href="/" className={styles.brand}>
      <BrandMark />
      {t("app.name")}
    </Link>
  );
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t("shell.skip")}
      </a>
      <div className={styles.side}>
        {brand}
        <SideNav groups={groups} label={t("shell.places")} />
        <p className={styles.foot}>{t("app.footer")}</p>
      </div>
      <div className={styles.body}>
        {facts.readingAsOf ? (
          <div className={styles.banner}>
            <span>{t("shell.readingAsOf", { day: day(facts.readingAsOf, "long") })}</span>
            {facts.maySetWorkingDate ? (
              <Link href={address("/settings/installation#working-date")}>{t("shell.change")}</Link>
            ) : null}
          </div>
        ) : null}
        <header className={styles.top}>
          <div className={styles.narrow}>
            <NarrowMenu label={t("shell.places")} close={t("shell.close")} icon={<Menu aria-hidden />}>
              {brand}
              <SideNav groups={groups} label={t("shell.places")} />
            </NarrowMenu>
          </div>
          <div className={styles.search}>
            <CommandButton
              icon={<Search aria-hidden />}
              words={commandWords(t)}
              actions={commandActions(t, facts.reach)}
              places={groups.flatMap((group) => group.entries.map(({ href, label }) => ({ href, label })))}
            />
          </div>
          <div className={styles.right}>
            <Link
              href={address("/inbox")}
              className={styles.iconButton}
              aria-label={t("shell.inbox", { count: facts.inbox })}
            >
              <Inbox aria-hidden />
              {facts.inbox > 0 ? (
                <span className={styles.badge} aria-hidden>
                  {facts.inbox > 99 ? "99+" : facts.inbox}
                </span>
              ) : null}
            </Link>
            <PersonMenu person={facts.person} />
          </div>
        </header>
        <main className={styles.main} id="main" tabIndex={-1}>
          <Arriving skeleton={<TableSkeleton label={t("shell.loading")} />}>{children}</Arriving>
        </main>
      </div>
      {peek}
      <Offline
        words={{
          title: t("shell.offline"),
          kept: t("shell.offlineKept"),
          back: t("shell.offlineBack"),
          unreachable: t("shell.unreachable"),
        }}
      />
      <LiveRegion
        closeIcon={<X aria-hidden />}
        words={{ undo: t("toast.undo"), close: t("toast.close"), region: t("toast.region") }}
      />
      <SoftLinks />
      <KeyboardLayer words={keyWords(t)} />
    </div>
  );
}

type T = Awaited<ReturnType<typeof getReader>>["t"];

const commandWords = (t: T) => ({
  open: t("command.open"),
  title: t("command.title"),
  placeholder: t("command.placeholder"),
  none: t("command.none"),
  places: t("command.places"),
  actions: t("command.actions"),
  symbol: t("command.symbol"),
  search: t("command.search"),
  results: t("command.results"),
  close: t("shell.close"),
  busy: t("command.busy"),
});

const keyWords = (t: T) => ({
  title: t("keys.title"),
  close: t("shell.close"),
  off: t("keys.off"),
  groups: [
    {
      name: t("keys.anywhere"),
      keys: [
        ["Ctrl K", t("keys.palette")],
        ["?", t("keys.help")],
        ["G M", t("nav.today")],
        ["G T", t("nav.tasks")],
        ["G D", t("nav.dashboard")],
        ["G R", t("nav.review")],
        ["G S", t("nav.sessions")],
        ["G I", t("nav.inbox")],
      ],
    },
    {
      name: t("keys.lists"),
      keys: [
        ["J K", t("keys.move")],
        ["Enter", t("keys.open")],
        ["X", t("keys.select")],
        ["S", t("keys.status")],
        ["C", t("task.comment")],
        ["P", t("keys.provenance")],
      ],
    },
    {
      name: t("keys.review"),
      keys: [
        ["J K", t("keys.move")],
        ["A", t("review.accept")],
        ["E", t("review.edit")],
        ["R", t("review.reject")],
        ["M", t("review.merge")],
        ["/", t("review.split")],
        ["N", t("review.fromSelection")],
        ["U", t("review.undo")],
        ["P", t("keys.provenance")],
      ],
    },
  ] as { name: string; keys: [string, string][] }[],
});
