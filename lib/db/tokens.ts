import type { Db } from "./client";

/** A token of a machine as its owner sees it; the token itself is shown once and never kept. */
export type StoredToken = {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
};

const tokenSelect = {
  id: true,
  label: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const;

/** Keeps a token by its hash. */
export const createToken = (
  tx: Db,
  token: {
    readonly tokenHash: string;
    readonly personId: string;
    readonly label: string;
    readonly scopes: readonly string[];
    readonly createdAt: Date;
    readonly expiresAt: Date;
  },
): Promise<StoredToken> =>
  tx.accessToken.create({ data: { ...token, kind: "api", scopes: [...token.scopes] }, select: tokenSelect });

/** The tokens of a person that still open something, newest first. */
export const listTokens = (db: Db, personId: string, now: Date): Promise<StoredToken[]> =>
  db.accessToken.findMany({
    where: { kind: "api", personId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: { createdAt: "desc" },
    select: tokenSelect,
  });

/** Revokes a token of this person; false where there is none that stands. */
export async function revokeToken(tx: Db, id: string, personId: string, at: Date): Promise<boolean> {
  const { count } = await tx.accessToken.updateMany({
    where: { id, personId, kind: "api", revokedAt: null },
    data: { revokedAt: at },
  });
  return count === 1;
}

/** The token behind a hash, if it stands and its owner is active; null for unknown, revoked and expired alike. */
export async function findToken(
  db: Db,
  tokenHash: string,
  now: Date,
): Promise<{ id: string; personId: string; scopes: readonly string[]; lastUsedAt: Date | null } | null> {
  const [row] = await db.$queryRaw<
    { id: string; personId: string; scopes: string[]; lastUsedAt: Date | null }[]
  >`
    select a.id, a.person_id as "personId", a.scopes, a.last_used_at as "lastUsedAt"
    from access_token a join person p on p.id = a.person_id
    where a.token_hash = ${tokenHash} and a.kind = 'api' and a.revoked_at is null
      and (a.expires_at is null or a.expires_at > ${now}) and p.is_active`;
  return row ?? null;
}

/** Notes that a token was used; once a minute is enough to know. */
export async function touchToken(db: Db, id: string, lastUsedAt: Date | null, now: Date): Promise<void> {
  if (lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < 60_000) return;
  await db.$queryRaw`update access_token set last_used_at = ${now} where id = ${id}`;
}

/** An answer kept for an idempotency key; `status` 0 while the first request is at work. */
export type KeptAnswer = {
  readonly requestHash: string;
  readonly status: number;
  readonly body: string;
  readonly etag: string;
};

/** Takes a key for a request: null where it was free and is now taken, else what is kept under it. */
export async function takeKey(
  db: Db,
  personId: string,
  key: string,
  requestHash: string,
  now: Date,
): Promise<KeptAnswer | null> {
  const taken = await db.$executeRaw`
    insert into idempotency_key (person_id, key, request_hash, created_at) values (${personId}, ${key}, ${requestHash}, ${now})
    on conflict (person_id, key) do nothing`;
  if (taken === 1) return null;
  return db.idempotencyKey.findUnique({
    where: { personId_key: { personId, key } },
    select: { requestHash: true, status: true, body: true, etag: true },
  });
}

/** Keeps the answer under a key that was taken. */
export async function keepAnswer(
  db: Db,
  personId: string,
  key: string,
  answer: { readonly status: number; readonly body: string; readonly etag: string },
): Promise<void> {
  await db.idempotencyKey.updateMany({ where: { personId, key }, data: answer });
}

/** Frees a key whose request came to nothing, so that it can be tried again. */
export async function freeKey(db: Db, personId: string, key: string): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { personId, key, status: 0 } });
}

/** Forgets answers older than `before`. */
export const sweepKeys = async (db: Db, before: Date): Promise<number> =>
  (await db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before } } })).count;
