import { PrismaPg } from "@prisma/adapter-pg";
import { defineConfig } from "prisma/config";

// The schema names DATABASE_URL; commands that need no database (generate, validate, diff) run without one.
process.env.DATABASE_URL ??= "postgresql://mandates@127.0.0.1:5432/mandates";
// A command takes seconds instead of ten more: nobody migrates the same database twice at once through this file.
process.env.PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK ??= "1";

/** PostgreSQL's system types that the adapter does not map: `"char"` (18) and `name` (19) and their arrays are text. */
const asText = new Map([
  [18, 25],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);

class SystemTypesAsText extends PrismaPg {
  override async connect() {
    return withTextTypes(await super.connect());
  }
  override async connectToShadowDb() {
    return withTextTypes(await super.connectToShadowDb());
  }
}

type Connection = Awaited<ReturnType<PrismaPg["connect"]>>;
type Answer = { fields?: { dataTypeID: number }[] };

function withTextTypes(connection: Connection): Connection {
  const pool = connection.underlyingDriver();
  const query = pool.query.bind(pool) as (...parameters: unknown[]) => Promise<Answer>;
  const mapped = async (...parameters: unknown[]): Promise<Answer> => {
    const answer = await query(...parameters);
    for (const field of answer.fields ?? [])
      field.dataTypeID = asText.get(field.dataTypeID) ?? field.dataTypeID;
    return answer;
  };
  Object.assign(pool, { query: mapped });
  return connection;
}

const url = new URL(process.env.DATABASE_URL);
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: async () =>
    new SystemTypesAsText({
      host: url.hostname,
      port: Number(url.port || 5432),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
    }),
});
