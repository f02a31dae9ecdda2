import type { Role } from "@/lib/core/task/workflow";
import type { Db } from "./client";

export type PersonSummary = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly isActive: boolean;
  readonly memberships: readonly StoredMembership[];
};

export type StoredMembership = {
  readonly id: string;
  readonly bodyId: string | null;
  readonly bodyName: string | null;
  readonly role: Role;
};

/** How and when a person wants to be reached. */
export type Preferences = {
  readonly locale: string;
  readonly timeZone: string;
  readonly digestHour: number;
  readonly digestDays: readonly number[];
  readonly urgentAtOnce: boolean;
  readonly mailMuted: boolean;
  readonly delegateId: string | null;
  readonly delegateFrom: string | null;
  readonly delegateUntil: string | null;
};

const membershipSelect = {
  where: { until: null },
  select: { id: true, bodyId: true, role: true, body: { select: { name: true } } },
} as const;

type BareMembership = { readonly bodyId: string | null; readonly role: Role };

/**
 * A person with the memberships that stand, and those of the people on leave for whom this person stands in on `day`.
 * One statement: it is asked at every request.
 */
export async function readActor(db: Db, personId: string, day: string) {
  const [row] = await db.$queryRaw<
    {
      personId: string;
      name: string;
      email: string;
      isActive: boolean;
      memberships: BareMembership[];
      delegators: { personId: string; name: string; memberships: BareMembership[] }[];
    }[]
  >`
    with held as (
      select person_id, jsonb_agg(jsonb_build_object('bodyId', body_id, 'role', role) order by id) as memberships
      from membership where until is null
        and person_id in (select id from person where id = ${personId} or delegate_id = ${personId}) group by person_id
    )
    select p.id as "personId", p.name, p.email, p.is_active as "isActive", coalesce(h.memberships, '[]'::jsonb) as memberships,
           coalesce((select jsonb_agg(jsonb_build_object('personId', d.id, 'name', d.name, 'memberships', coalesce(dh.memberships, '[]'::jsonb)) order by d.id)
                     from person d left join held dh on dh.person_id = d.id
                     where d.delegate_id = p.id and d.is_active and d.delegate_from <= ${day}
                       and (d.delegate_until is null or d.delegate_until >= ${day})), '[]'::jsonb) as delegators
    from person p left join held h on h.person_id = p.id where p.id = ${personId}`;
  return row ?? null;
}

/** People by name, 200 at most; `text` matches a part of name or address. */
export async function listPeople(
  db: Db,
  filter: { readonly text?: string; readonly bodyId?: string; readonly includeInactive?: boolean } = {},
): Promise<PersonSummary[]> {
  const rows = await db.person.findMany({
    where: {
      ...(filter.includeInactive === true ? {} : { isActive: true }),
      ...(filter.bodyId === undefined
        ? {}
        : { memberships: { some: { bodyId: filter.bodyId, until: null } } }),
      ...(filter.text === undefined || filter.text === ""
        ? {}
        : {
            OR: [
              { name: { contains: filter.text, mode: "insensitive" as const } },
              { email: { contains: filter.text, mode: "insensitive" as const } },
            ],
          }),
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, name: true, email: true, title: true, isActive: true, memberships: membershipSelect },
  });
  return rows.map(toSummary);
}

/** One person; null where there is none. */
export async function readPerson(db: Db, id: string): Promise<(PersonSummary & Preferences) | null> {
  const row = await db.person.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      title: true,
      isActive: true,
      locale: true,
      timeZone: true,
      digestHour: true,
      digestDays: true,
      urgentAtOnce: true,
      mailMuted: true,
      delegateId: true,
      delegateFrom: true,
      delegateUntil: true,
      memberships: membershipSelect,
    },
  });
  if (row === null) return null;
  const { memberships: _, ...person } = row;
  return { ...person, memberships: toSummary(row).memberships };
}

/** Adds a person without a password; throws nothing for an address already there but gives null. */
export async function addPerson(
  db: Db,
  person: { readonly email: string; readonly name: string; readonly title: string; readonly at: Date },
): Promise<string | null> {
  const { at, ...columns } = person;
  const { count } = await db.person.createMany({
    data: [{ ...columns, createdAt: at }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  const row = await db.person.findUnique({ where: { email: person.email }, select: { id: true } });
  return row?.id ?? null;
}

/** Changes what is given of a person. */
export async function storePerson(
  db: Db,
  id: string,
  changes: Partial<Preferences> & {
    readonly name?: string;
    readonly title?: string;
    readonly isActive?: boolean;
    readonly passwordHash?: string;
  },
): Promise<void> {
  const { digestDays, ...columns } = changes;
  await db.person.update({
    where: { id },
    data: { ...columns, ...(digestDays === undefined ? {} : { digestDays: [...digestDays] }) },
    select: { id: true },
  });
}

/** Gives a person a role within a body, or everywhere. False where the person holds it already. */
export async function addMembership(
  db: Db,
  membership: {
    readonly personId: string;
    readonly bodyId: string | null;
    readonly role: Role;
    readonly at: Date;
  },
): Promise<boolean> {
  const { at, ...columns } = membership;
  const held = await db.membership.findFirst({ where: { ...columns, until: null }, select: { id: true } });
  if (held !== null) return false;
  await db.membership.create({ data: { ...columns, since: at }, select: { id: true } });
  return true;
}

/** Ends a membership; the row stays, so that the past can be read. Gives what ended, or null. */
export async function endMembership(db: Db, id: string, at: Date) {
  const row = await db.membership.findFirst({
    where: { id, until: null },
    select: { id: true, personId: true, bodyId: true, role: true },
  });
  if (row === null) return null;
  await db.membership.updateMany({ where: { id, until: null }, data: { until: at } });
  return row;
}

/** How many active people may administer the installation: the last one cannot be put out. */
export const countAdmins = (db: Db): Promise<number> =>
  db.person.count({ where: { isActive: true, memberships: { some: { role: "ADMIN", until: null } } } });

type SummaryRow = {
  id: string;
  name: string;
  email: string;
  title: string;
  isActive: boolean;
  memberships: { id: string; bodyId: string | null; role: string; body: { name: string } | null }[];
};

const toSummary = (row: SummaryRow): PersonSummary => ({
  id: row.id,
  name: row.name,
  email: row.email,
  title: row.title,
  isActive: row.isActive,
  memberships: row.memberships.map(({ id, bodyId, role, body }) => ({
    id,
    bodyId,
    bodyName: body?.name ?? null,
    role: role as Role,
  })),
});
