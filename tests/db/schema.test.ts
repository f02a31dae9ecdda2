import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it("stores and gives back a body, on a database that every migration has reached", async () => {
  await database.db.body.create({ data: { id: "ga", name: "General Assembly", kind: "organ" } });
  expect(await database.db.body.findUnique({ where: { id: "ga" }, select: { name: true } })).toEqual({
    name: "General Assembly",
  });
});
