import { Prisma } from "./generated/client";

/** A plain value as a JSON column takes it; null becomes the database's NULL. Values that are undefined are left out. */
export const toJson = (value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull =>
  value === null || value === undefined ? Prisma.DbNull : (plain(value) as Prisma.InputJsonValue);

/** A value as JSON keeps it: dates as text, undefined left out. What is hashed is what is stored. */
export const plain = (value: unknown): unknown =>
  value === undefined ? null : JSON.parse(JSON.stringify(value));
