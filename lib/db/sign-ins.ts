import type { Db } from "./client";

/** What the password check looks at; null where no person has this address. */
export const findForSignIn = (db: Db, email: string) =>
  db.person.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, locale: true, passwordHash: true, isActive: true },
  });

/** Records a browser that signed in; its id is what the cookie carries. */
export async function openSignIn(
  db: Db,
  signIn: {
    readonly personId: string;
    readonly now: Date;
    readonly expiresAt: Date;
    readonly userAgent: string;
    readonly address: string;
    readonly method: string;
    /** True where a second step is still to be passed: until then the sign-in opens nothing. */
    readonly awaitsStep?: boolean;
  },
): Promise<string> {
  const { now, ...columns } = signIn;
  const row = await db.signIn.create({
    data: { ...columns, userAgent: signIn.userAgent.slice(0, 300), createdAt: now, lastSeen: now },
    select: { id: true },
  });
  return row.id;
}

/** The person of a sign-in that stands: not revoked, not expired, of an active person, no step missing. Null otherwise. */
export async function personOfSignIn(db: Db, id: string, now: Date) {
  const [row] = await db.$queryRaw<
    { id: string; personId: string; lastSeen: Date; method: string; createdAt: Date }[]
  >`
    select s.id, s.person_id as "personId", s.last_seen as "lastSeen", s.method, s.created_at as "createdAt"
    from sign_in s join person p on p.id = s.person_id
    where s.id = ${id} and s.revoked_at is null and s.expires_at > ${now} and not s.awaits_step and p.is_active`;
  return row ?? null;
}

/** How long the second step is waited for. */
const stepMinutes = 10;

/** A sign-in that waits for its second step, begun within the last ten minutes; null for any other. */
export const awaitingSignIn = (db: Db, id: string, now: Date) =>
  db.signIn.findFirst({
    where: {
      id,
      revokedAt: null,
      awaitsStep: true,
      createdAt: { gt: new Date(now.getTime() - stepMinutes * 60_000) },
      person: { isActive: true },
    },
    select: { id: true, personId: true, address: true, person: { select: { name: true } } },
  });

/** Lets a sign-in stand whose second step was passed; false where it waits no more. */
export async function passStep(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.signIn.updateMany({
    where: { id, awaitsStep: true, revokedAt: null },
    data: { awaitsStep: false },
  });
  return count === 1;
}

/** Notes that the browser was seen, at most once in five minutes, so that reading pages writes next to nothing. */
export async function touchSignIn(db: Db, id: string, lastSeen: Date, now: Date): Promise<void> {
  if (now.getTime() - lastSeen.getTime() < 300_000) return;
  await db.$queryRaw`update sign_in set last_seen = ${now} where id = ${id}`;
}

/** True if the person signed in from this address within the last 90 days: the owner's usual place. */
export async function isUsualAddress(db: Db, personId: string, address: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - 90 * 86_400_000);
  const found = await db.signIn.findFirst({
    where: { personId, address, awaitsStep: false, createdAt: { gt: since } },
    select: { id: true },
  });
  return found !== null;
}

/** The sign-ins of a person that stand, latest first. */
export const listSignIns = (db: Db, personId: string, now: Date) =>
  db.signIn.findMany({
    where: { personId, revokedAt: null, awaitsStep: false, expiresAt: { gt: now } },
    orderBy: { lastSeen: "desc" },
    take: 100,
    select: { id: true, createdAt: true, lastSeen: true, userAgent: true, address: true, method: true },
  });

/** Ends sign-ins of a person: one, or all but `except`. Gives how many ended. */
export async function revokeSignIns(
  db: Db,
  personId: string,
  which: { readonly id: string } | { readonly except: string | null },
  now: Date,
): Promise<number> {
  const id = "id" in which ? which.id : which.except === null ? undefined : { not: which.except };
  const { count } = await db.signIn.updateMany({
    where: { personId, revokedAt: null, ...(id === undefined ? {} : { id }) },
    data: { revokedAt: now },
  });
  return count;
}
