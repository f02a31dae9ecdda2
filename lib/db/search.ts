import { nameKey } from "./bodies";
import type { Db } from "./client";
import { wordsInAnyLanguage } from "./expression-words";
import { Prisma } from "./generated/client";

/** What is looked for: phrases that stand as typed, whole words, and a word that may go on. */
export type SearchQuery = {
  readonly phrases: readonly string[];
  readonly words: string;
  /** Letters and digits only; "" where the last word is finished. */
  readonly prefix: string;
};

/** Only within the texts of one session, or all. */
export type SearchScope = { readonly organ?: string; readonly session?: number };

/**
 * Candidates looked at for each kind: they are ranked among themselves and never all that match. A ranked common word
 * over a million paragraphs took 14 s; a thousand candidates take milliseconds.
 */
export const mostCandidates = 1_000;
/** PostgreSQL's own bound on what an index of words gives; beyond it, a sample of it. */
const indexBound = 5_000;

export type TextHit = {
  readonly id: string;
  readonly stableId: string;
  readonly number: string;
  readonly symbol: string;
  readonly title: string;
  readonly organ: string;
  readonly session: number | null;
  readonly rank: number;
};
export type ResolutionHit = Omit<TextHit, "stableId" | "number"> & { readonly adopted: string | null };
export type TaskHit = {
  readonly number: number;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly status: string;
  readonly organ: string;
  readonly session: number | null;
  readonly rank: number;
};
export type CommentHit = {
  readonly id: string;
  readonly taskNumber: number;
  readonly symbol: string;
  readonly para: string;
  readonly author: string;
  readonly at: Date;
  readonly organ: string;
  readonly session: number | null;
  readonly rank: number;
};

/** The query in the database's words. Everything typed goes in as a parameter. */
export const tsqueryOf = (query: SearchQuery): Prisma.Sql => {
  const parts = [
    ...query.phrases.map((phrase) => Prisma.sql`phraseto_tsquery('english', ${phrase})`),
    ...(query.words ? [Prisma.sql`websearch_to_tsquery('english', ${query.words})`] : []),
    ...(query.prefix ? [Prisma.sql`to_tsquery('simple', ${unfinished(query.prefix)})`] : []),
  ];
  return parts.length === 0 ? Prisma.sql`to_tsquery('english', '')` : Prisma.join(parts, " && ");
};

/**
 * "commemorat" -> "commemorat:* | commemora | commemor | …": the index holds stems, and a stem may be shorter than what
 * was typed of the word.
 */
function unfinished(prefix: string): string {
  const word = prefix.toLowerCase();
  const stems = Array.from({ length: 6 }, (_, cut) => word.slice(0, word.length - cut)).filter(
    (stem) => stem.length >= 4,
  );
  return [`${word}:*`, ...stems].join(" | ");
}

/** Everything that was typed, for texts in other languages. */
const asTyped = (query: SearchQuery): string =>
  [...query.phrases.map((phrase) => `"${phrase}"`), query.words, query.prefix]
    .filter((one) => one !== "")
    .join(" ");

const within = (scope: SearchScope): Prisma.Sql =>
  scope.organ === undefined
    ? Prisma.sql`true`
    : Prisma.sql`r.organ = ${scope.organ} and (${scope.session ?? null}::int is null or r.session = ${scope.session ?? null}::int)`;

/** Where a scope is given its resolutions come first, so that a candidate outside of it takes no place. */
const inScope = (scope: SearchScope, column: Prisma.Sql): Prisma.Sql =>
  scope.organ === undefined
    ? Prisma.sql`true`
    : Prisma.sql`${column} in (select r.id from resolution r where ${within(scope)})`;

/** Bounds what the indexes give for the rest of the transaction. */
export async function boundSearch(tx: Db): Promise<void> {
  await tx.$queryRaw`select set_config('gin_fuzzy_search_limit', ${String(indexBound)}, true), set_config('statement_timeout', '5000', true)`;
}

/** Paragraphs of the newest version of each text, best first. */
export const searchTexts = (db: Db, query: SearchQuery, scope: SearchScope): Promise<TextHit[]> =>
  db.$queryRaw<TextHit[]>(Prisma.sql`
    with q as (select ${tsqueryOf(query)} as q),
    found as materialized (
      (select p.id from paragraph p, q where to_tsvector('english', p.text) @@ q.q and ${inScope(scope, Prisma.sql`p.resolution_id`)} limit ${mostCandidates})
      union
      (select p.id from expression_paragraph x join paragraph p on p.resolution_id = x.resolution_id and p.stable_id = x.stable_id
       where x.words @@ ${wordsInAnyLanguage(asTyped(query))} and ${inScope(scope, Prisma.sql`x.resolution_id`)} limit ${mostCandidates})
    )
    select p.id, p.stable_id as "stableId", p.number, r.symbol, r.title, r.organ, r.session,
           ts_rank_cd(to_tsvector('english', p.text), q.q, 1)::float8 as rank
    from found f join paragraph p on p.id = f.id join resolution r on r.id = p.resolution_id cross join q
    where p.version_id = (select v.id from resolution_version v where v.resolution_id = p.resolution_id order by v.version desc limit 1)
    order by rank desc, r.adopted desc nulls last, p.ordinal`);

/** The tasks of paragraphs that were found. */
export const searchTasks = (
  db: Db,
  paragraphIds: readonly string[],
  query: SearchQuery,
): Promise<TaskHit[]> =>
  paragraphIds.length === 0
    ? Promise.resolve([])
    : db.$queryRaw<TaskHit[]>(Prisma.sql`
    with q as (select ${tsqueryOf(query)} as q)
    select t.number, t.symbol, t.para, t.ask, t.status, t.organ, t.adopted_session as session,
           ts_rank_cd(to_tsvector('english', t.ask), q.q, 1)::float8 as rank
    from task t cross join q where t.paragraph_id = any(${[...paragraphIds]}) and t.status <> 'NOT_ACTIONABLE'
    order by rank desc, t.number limit ${mostCandidates}`);

/** Resolutions by the words of their titles or by a part of their symbol. */
export const searchResolutions = (
  db: Db,
  query: SearchQuery,
  scope: SearchScope,
  symbolPart: string,
): Promise<ResolutionHit[]> =>
  db.$queryRaw<ResolutionHit[]>(Prisma.sql`
    with q as (select ${tsqueryOf(query)} as q),
    found as materialized (
      (select r.id from resolution r, q where to_tsvector('english', r.title) @@ q.q and ${within(scope)} limit ${mostCandidates})
      ${
        symbolPart === ""
          ? Prisma.empty
          : Prisma.sql`union (select r.id from resolution r where lower(r.symbol) like ${`%${escaped(symbolPart)}%`} and ${within(scope)} limit 50)`
      }
    )
    select r.id, r.symbol, r.title, r.organ, r.session, r.adopted,
           (ts_rank_cd(to_tsvector('english', r.title), q.q, 1) + case when ${symbolPart} <> '' and lower(r.symbol) like ${`%${escaped(symbolPart)}`} then 1 else 0 end)::float8 as rank
    from found f join resolution r on r.id = f.id cross join q order by rank desc, r.adopted desc nulls last, r.symbol`);

/** Comments on tasks, best first. */
export const searchComments = (db: Db, query: SearchQuery, scope: SearchScope): Promise<CommentHit[]> =>
  db.$queryRaw<CommentHit[]>(Prisma.sql`
    with q as (select ${tsqueryOf(query)} as q),
    found as materialized (
      select c.id from comment c, q where to_tsvector('english', c.text) @@ q.q limit ${mostCandidates}
    )
    select c.id, t.number as "taskNumber", t.symbol, t.para, a.name as author, c.at, t.organ, t.adopted_session as session,
           ts_rank_cd(to_tsvector('english', c.text), q.q, 1)::float8 as rank
    from found f join comment c on c.id = f.id join task t on t.id = c.task_id left join person a on a.id = c.author_id cross join q
    where ${inScope(scope, Prisma.sql`t.resolution_id`)}
    order by rank desc, c.at desc`);

export type BodyHit = {
  readonly id: string;
  readonly name: string;
  readonly matched: string;
  readonly isFormer: boolean;
  /** Found by likeness alone: no name holds the words as typed. */
  readonly isLoose: boolean;
};

/** Bodies by any name they have or had, whole, in part, or with a slip of the keys. */
export async function searchBodiesLoosely(db: Db, text: string, limit: number): Promise<BodyHit[]> {
  const key = nameKey(text);
  if (key.length < 2) return [];
  return db.$queryRaw<BodyHit[]>(Prisma.sql`
    select x.id, x.name, x.matched, x."isFormer", x.score >= 9 as "isLoose" from (
      select distinct on (b.id) b.id, b.name, n.name as matched, n.kind = 'historical' or b.successor_id is not null as "isFormer",
             case when n.key like ${`%${escaped(key)}%`} then position(${key} in n.key) / 100.0 else 10 - word_similarity(${key}, n.key) end as score
      from body_name n join body b on b.id = n.body_id
      where n.key like ${`%${escaped(key)}%`} or (${key.length >= 4} and ${key} <% n.key)
      order by b.id, score, length(n.key)
    ) x order by x.score, x.name limit ${limit}`);
}

/** The nearest words that titles and names are made of, for words that none of them holds. */
export async function nearestWords(db: Db, words: readonly string[]): Promise<Map<string, string>> {
  if (words.length === 0) return new Map();
  const rows = await db.$queryRaw<{ word: string; nearest: string | null }[]>(Prisma.sql`
    select w.word, n.nearest from unnest(${[...words]}::text[]) as w(word)
    left join lateral (
      select s.word as nearest from search_word s where s.word % w.word and not exists (select 1 from search_word e where e.word = w.word)
      order by similarity(s.word, w.word) desc, s.word limit 1
    ) n on true`);
  return new Map(rows.flatMap((row) => (row.nearest === null ? [] : [[row.word, row.nearest]])));
}

/** Marks that no text holds, around each hit of an excerpt. */
export const hitStart = "\u0002";
export const hitEnd = "\u0003";

/** Excerpts of texts with their hits marked, by id. Only for what is shown: it reads each text again. */
export async function excerpts(
  db: Db,
  table: "paragraph" | "comment",
  ids: readonly string[],
  query: SearchQuery,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const from = Prisma.raw(table);
  const options = `StartSel="${hitStart}", StopSel="${hitEnd}", MaxWords=45, MinWords=20, MaxFragments=2, FragmentDelimiter=" … "`;
  const rows = await db.$queryRaw<{ id: string; text: string }[]>(Prisma.sql`
    select x.id, ts_headline('english', x.text, ${tsqueryOf(query)}, ${options}) as text from ${from} x where x.id = any(${[...ids]})`);
  return new Map(rows.map((row) => [row.id, row.text]));
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
