import { policySchema, type ReminderPolicy } from "@/lib/core/reminder/policy";
import type { Db } from "./client";
import type { Prisma } from "./generated/client";

/** A version of a policy as stored. */
export type StoredPolicy = {
  readonly id: string;
  readonly version: number;
  readonly isActive: boolean;
  readonly policy: ReminderPolicy;
};

/** The policies that stand (the latest version of each), those switched off included, by name. */
export async function readPolicies(db: Db): Promise<StoredPolicy[]> {
  const rows = await db.reminderPolicy.findMany({
    where: { supersededAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, version: true, isActive: true, rule: true },
  });
  return rows.map(({ rule, ...row }) => ({ ...row, policy: policySchema.parse(rule) }));
}

/**
 * Stores a new version of a policy over version `expectedVersion` (0: a new policy). False where another version
 * stands by now. Old versions stay, so that it can be read by which one somebody was reminded.
 */
export async function storePolicy(
  tx: Db,
  policy: ReminderPolicy,
  isActive: boolean,
  expectedVersion: number,
  by: { readonly at: Date; readonly actorId: string | null },
): Promise<boolean> {
  // One writer at a time for each key: two first versions of one policy must not both come in.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`reminder-policy:${policy.key}`}))`;
  const standing = await tx.reminderPolicy.findFirst({
    where: { supersededAt: null, rule: { path: ["key"], equals: policy.key } },
    select: { id: true, version: true },
  });
  if ((standing?.version ?? 0) !== expectedVersion) return false;
  if (standing !== null)
    await tx.reminderPolicy.update({
      where: { id: standing.id },
      data: { supersededAt: by.at },
      select: { id: true },
    });
  await tx.reminderPolicy.create({
    data: {
      version: expectedVersion + 1,
      name: policy.name,
      isActive,
      rule: policy as unknown as Prisma.InputJsonValue,
      createdAt: by.at,
      createdById: by.actorId,
    },
    select: { id: true },
  });
  return true;
}
