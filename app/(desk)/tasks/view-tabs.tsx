import { X } from "lucide-react";
import Link from "next/link";
import { tasksAddress } from "@/app/_ui/addresses";
import type { Translate } from "@/lib/i18n/translate";
import type { SavedViewRow } from "@/lib/services/types";
import type { ListAddress } from "./list-address";
import styles from "./tasks.module.css";
import { removeView } from "./view-actions";

/** The views that everyone has; the rest are saved by people. */
const standing = [
  { name: "open", query: "is:open" },
  { name: "mine", query: "owner:me is:open" },
  { name: "overdue", query: "is:overdue" },
  { name: "dueSoon", query: "is:due-soon,step-late" },
  { name: "unassigned", query: "is:open is:unassigned" },
  { name: "awaiting", query: "is:closure-proposed" },
  { name: "all", query: "" },
] as const;

/** Saved views as tabs over one table: each is an address, so each can be mailed. */
export function ViewTabs({
  at,
  views,
  t,
}: {
  at: ListAddress;
  views: readonly SavedViewRow[];
  t: Translate;
}) {
  const here = sameWords(new URLSearchParams(definedOf(at.query)));
  const isSaved = (view: SavedViewRow) => sameWords(new URLSearchParams(view.query)) === here;
  const isAnySaved = views.some(isSaved);
  return (
    <nav className={styles.tabs} aria-label={t("tasks.views")}>
      {standing.map((view) => (
        <Link
          key={view.name}
          href={at.with({ q: view.query || null })}
          prefetch={false}
          aria-current={at.text === view.query && !isAnySaved ? "page" : undefined}
        >
          {t(`tasks.${view.name}`)}
        </Link>
      ))}
      {views.map((view) => (
        <span key={view.id} className={styles.saved}>
          <Link
            href={tasksAddress(view.query)}
            prefetch={false}
            aria-current={isSaved(view) ? "page" : undefined}
            title={view.isMine ? undefined : view.owner.name}
          >
            {view.name}
          </Link>
          {view.isMine && isSaved(view) ? (
            <form action={removeView.bind(null, view.id)}>
              <button type="submit" aria-label={t("tasks.deleteView", { name: view.name })}>
                <X aria-hidden />
              </button>
            </form>
          ) : null}
        </span>
      ))}
    </nav>
  );
}

/** An address without its page, in one order, so that two ways of writing the same view are the same. */
function sameWords(query: URLSearchParams): string {
  query.delete("cursor");
  query.sort();
  return query.toString();
}

const definedOf = (query: ListAddress["query"]): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]));
