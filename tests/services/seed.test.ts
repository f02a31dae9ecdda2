import { afterAll, beforeAll, expect, it } from "vitest";
import { depsWith } from "@/lib/deps";
import { seed } from "@/prisma/seed/seed";
import { type TestDatabase, testDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("fills an empty database with bodies, sessions and the demonstration, and changes nothing when run again", async () => {
  const deps = depsWith(database.db);
  const first = await seed(deps, { demo: true });
  expect(first.tasks).toBe(12);
  expect(first.bodies).toBeGreaterThan(200);
  expect(first.sessions).toBeGreaterThan(600);
  expect(await seed(deps, { demo: true })).toEqual({ bodies: 0, sessions: 0, tasks: 0 });
  expect(await deps.today()).toBe("1998-08-03");
});

it("opens the 53rd session on 9 September 1998, and names today's office of the Special Unit", async () => {
  const session = await database.db.calendarSession.findUnique({
    where: { organ_session: { organ: "GA", session: 53 } },
  });
  expect(session?.opens).toBe("1998-09-09");
  const unit = await database.db.body.findFirst({
    where: { name: "Special Unit for Technical Cooperation among Developing Countries" },
    select: { successor: { select: { name: true, successor: { select: { name: true } } } } },
  });
  expect([unit?.successor?.name, unit?.successor?.successor?.name]).toContain(
    "United Nations Office for South-South Cooperation",
  );
});
