import Link from "next/link";
import type { Reader } from "@/app/_ui/reader";
import { type SearchResult, searchKinds } from "@/lib/services/search";
import styles from "./find.module.css";
import { findWith } from "./find-address";

/** Kinds and adopting sessions of what was found, each with its count; a choice is a change of the address. */
export function Facets({
  found,
  query,
  reader,
}: {
  found: SearchResult;
  query: Readonly<Record<string, string | undefined>>;
  reader: Reader;
}) {
  const { t, number } = reader;
  const counted = ({ count, isExact }: { count: number; isExact: boolean }) =>
    isExact ? number(count) : t("find.more", { count });
  const all = searchKinds.reduce(
    (sum, kind) => ({
      count: sum.count + found.counts[kind].count,
      isExact: sum.isExact && found.counts[kind].isExact,
    }),
    { count: 0, isExact: true },
  );
  return (
    <nav className={styles.facets} aria-label={t("find.narrow")}>
      <h2>{t("find.kinds")}</h2>
      <ul>
        <li>
          <Link href={findWith(query, { kind: null })} aria-current={query.kind ? undefined : "true"}>
            {t("find.all")} <span className="num">{counted(all)}</span>
          </Link>
        </li>
        {searchKinds.map((kind) => (
          <li key={kind}>
            {found.counts[kind].count === 0 ? (
              <span className={styles.nothing}>
                {t(`find.kind.${kind}`)} <span className="num">0</span>
              </span>
            ) : (
              <Link
                href={findWith(query, { kind })}
                prefetch={false}
                aria-current={query.kind === kind ? "true" : undefined}
              >
                {t(`find.kind.${kind}`)} <span className="num">{counted(found.counts[kind])}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {found.sessions.length > 0 ? (
        <>
          <h2>{t("find.sessions")}</h2>
          <ul>
            {query.session ? (
              <li>
                <Link href={findWith(query, { session: null })}>{t("find.allSessions")}</Link>
              </li>
            ) : null}
            {found.sessions.map((one) =>
              one.session === null ? null : (
                <li key={`${one.organ} ${one.session}`}>
                  <Link
                    href={findWith(query, { session: `${one.organ}-${one.session}` })}
                    prefetch={false}
                    aria-current={query.session === `${one.organ}-${one.session}` ? "true" : undefined}
                  >
                    {reader.say.session(one.organ, one.session)}{" "}
                    <span className="num">{number(one.count)}</span>
                  </Link>
                </li>
              ),
            )}
          </ul>
        </>
      ) : null}
    </nav>
  );
}
