import Link from "next/link";
import { bodyAddress, resolutionAddress, taskAddress } from "@/app/_ui/addresses";
import type { Reader } from "@/app/_ui/reader";
import { StatusTag } from "@/app/_ui/status/status-tag";
import { RowKeys } from "@/app/_ui/table/row-keys";
import {
  type Piece,
  type SearchHit,
  type SearchKind,
  type SearchResult,
  searchKinds,
} from "@/lib/services/search";
import styles from "./find.module.css";
import { findWith } from "./find-address";

const order: readonly SearchKind[] = ["bodies", "resolutions", "tasks", "texts", "comments"];

/** What was found, kind by kind; the words that matched are marked. */
export function Hits({
  found,
  kind,
  query,
  reader,
}: {
  found: SearchResult;
  kind: SearchKind | null;
  query: Readonly<Record<string, string | undefined>>;
  reader: Reader;
}) {
  const { t } = reader;
  const groups = order
    .filter((one) => searchKinds.includes(one) && (kind === null || kind === one))
    .map((one) => ({ kind: one, hits: found.hits.filter((hit) => hit.kind === one) }))
    .filter((group) => group.hits.length > 0);
  return (
    <RowKeys>
      <div className={styles.hits}>
        {groups.map((group) => (
          <section key={group.kind} aria-label={t(`find.kind.${group.kind}`)}>
            <h2>{t(`find.kind.${group.kind}`)}</h2>
            <ol>
              {group.hits.map((hit) => (
                <li key={keyOf(hit)} data-row tabIndex={-1}>
                  <Hit hit={hit} reader={reader} />
                </li>
              ))}
            </ol>
            {kind === null && found.counts[group.kind].count > group.hits.length ? (
              <Link href={findWith(query, { kind: group.kind })} prefetch={false}>
                {t("find.seeAll", { count: found.counts[group.kind].count })}
              </Link>
            ) : null}
          </section>
        ))}
      </div>
    </RowKeys>
  );
}

const keyOf = (hit: SearchHit): string => {
  switch (hit.kind) {
    case "tasks":
      return `t${hit.number}`;
    case "texts":
      return hit.stableId;
    case "resolutions":
      return hit.symbol;
    case "bodies":
      return hit.id;
    case "comments":
      return `${hit.taskNumber} ${hit.at}`;
  }
};

function Hit({ hit, reader: { t, day, instant } }: { hit: SearchHit; reader: Reader }) {
  switch (hit.kind) {
    case "bodies":
      return (
        <>
          <Link href={bodyAddress(hit.id)} prefetch={false} className={styles.title}>
            {hit.title}
          </Link>
          {hit.isFormer && hit.matched === hit.title ? (
            <p className={styles.under}>{t("find.earlier")}</p>
          ) : null}
          {hit.matched !== hit.title ? (
            <p className={styles.under}>
              {t(hit.isFormer ? "find.former" : "find.alsoNamed", { name: hit.matched })}
            </p>
          ) : null}
        </>
      );
    case "resolutions":
      return (
        <>
          <Link href={resolutionAddress(hit.symbol)} prefetch={false} className={styles.title}>
            <bdi>{hit.symbol}</bdi> {hit.title}
          </Link>
          {hit.adopted ? (
            <p className={styles.under}>{t("find.adopted", { day: day(hit.adopted, "long") })}</p>
          ) : null}
        </>
      );
    case "tasks":
      return (
        <>
          <Link href={taskAddress(hit.number)} prefetch={false} className={styles.ask}>
            {hit.title}
          </Link>
          <p className={styles.under}>
            <bdi>{hit.symbol}</bdi> § {hit.para} ·{" "}
            <StatusTag status={hit.status} label={t(`status.${hit.status}`)} />
          </p>
        </>
      );
    case "texts":
      return (
        <>
          <Link
            href={resolutionAddress(hit.symbol, hit.stableId.split("#")[1] ?? "")}
            prefetch={false}
            className={styles.title}
          >
            <bdi>{hit.symbol}</bdi>
            {hit.para ? ` § ${hit.para}` : ""} <span className={styles.of}>{hit.title}</span>
          </Link>
          <Excerpt pieces={hit.excerpt} />
        </>
      );
    case "comments":
      return (
        <>
          <Link href={taskAddress(hit.taskNumber)} prefetch={false} className={styles.title}>
            {t("find.comment", { author: hit.author, symbol: hit.symbol, para: hit.para })}
          </Link>
          <Excerpt pieces={hit.excerpt} />
          <p className={styles.under}>{instant(hit.at)}</p>
        </>
      );
  }
}

function Excerpt({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return (
    <p className={styles.excerpt}>
      {pieces.map((piece) => {
        const key = at;
        at += piece.text.length;
        return piece.isHit ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
      })}
    </p>
  );
}
