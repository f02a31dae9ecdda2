import { readFileSync } from "node:fs";
import { readSource } from "@/lib/adapters/sources/read-source";
import type { Actor } from "@/lib/auth/actor";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import { extractMandates } from "@/lib/core/mandate/extract";
import type { Result } from "@/lib/core/result";
import type { Role } from "@/lib/core/task/workflow";
import { nameKey } from "@/lib/db/bodies";
import { storeSession } from "@/lib/db/sessions";
import type { Deps } from "@/lib/deps";
import { type TestDatabase, testDatabase } from "../support/database";

/** A database with a few bodies, the Assembly's sessions, and people in their roles. */
export type World = TestDatabase & {
  readonly deps: Deps;
  /** Moves the working date. */
  on(day: string): void;
  readonly secretary: Actor;
  readonly otherSecretary: Actor;
  readonly focalPoint: Actor;
  readonly contributor: Actor;
  readonly viewer: Actor;
  readonly admin: Actor;
  /** A contributor of a unit that has nothing to do with it. */
  readonly stranger: Actor;
};

export const source52205 = readFileSync(
  new URL("../fixtures/resolutions/A-RES-52-205/source.txt", import.meta.url),
  "utf8",
);

const bodies = [
  ["general-assembly", "General Assembly", "organ", null, null],
  ["secretary-general", "Secretary-General", "body", null, null],
  ["acc", "Administrative Committee on Coordination", "body", null, null],
  ["unctad", "United Nations Conference on Trade and Development", "body", null, null],
  ["unossc", "United Nations Office for South-South Cooperation", "unit", null, null],
  [
    "special-unit",
    "Special Unit for Technical Cooperation among Developing Countries",
    "unit",
    null,
    "unossc",
  ],
  [
    "special-unit-undp-name",
    "Special Unit for Technical Cooperation among Developing Countries of the United Nations Development Programme",
    "unit",
    null,
    "special-unit",
  ],
  ["desa", "Department of Economic and Social Affairs", "unit", null, null],
  ["dgacm", "Department for General Assembly and Conference Management", "unit", null, null],
  ["governments", "Governments", "class", null, null],
] as const;

export async function aWorld(day = "1998-01-05"): Promise<World> {
  const database = await testDatabase();
  const { db } = database;
  let today = day;
  for (const [id, name, kind, parentId, successorId] of bodies) {
    await db.body.create({
      data: { id, name, kind, parentId, names: { create: { name, key: nameKey(name), kind: "official" } } },
    });
    if (successorId !== null) await db.body.update({ where: { id }, data: { successorId } });
  }
  for (const session of builtInSessions().filter(
    (one) => one.organ === "GA" && one.session >= 50 && one.session <= 56,
  )) {
    await storeSession(db, session, 0, new Date("2026-01-01T00:00:00Z"));
  }
  const person = async (id: string, name: string, role: Role, bodyId: string | null): Promise<Actor> => {
    const email = `${id}@example.org`;
    await db.person.create({ data: { id, name, email, memberships: { create: { role, bodyId } } } });
    return { personId: id, name, email, memberships: [{ bodyId, role }] };
  };
  return {
    ...database,
    deps: {
      db,
      clock: { now: () => new Date(`${today}T15:00:00.000Z`) },
      today: async () => today,
      reading: async () => db,
      readSource,
      extractor: { name: "rules", extract: extractMandates },
    },
    on: (next) => {
      today = next;
    },
    secretary: await person("eva", "Eva Lind", "SECRETARY", "general-assembly"),
    otherSecretary: await person("omar", "Omar Haddad", "SECRETARY", null),
    focalPoint: await person("ben", "Ben Osei", "FOCAL_POINT", "special-unit"),
    contributor: await person("ana", "Ana Silva", "CONTRIBUTOR", "special-unit"),
    viewer: await person("vic", "Vic Moreau", "VIEWER", null),
    admin: await person("ada", "Ada Nowak", "ADMIN", null),
    stranger: await person("sam", "Sam Field", "CONTRIBUTOR", "dgacm"),
  };
}

/** The value of a success; a failure fails the test with its sentence. */
export function succeeded<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(
      `${result.error.code}: ${result.error.message} ${JSON.stringify(result.error.fields ?? {})}`,
    );
  return result.value;
}
