import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { Prisma, type PrismaClient } from "./generated/client";

const { builtins, getTypeParser } = pg.types;

const instant = (text: string): Date =>
  new Date(`${text.replace(" ", "T").replace(/[+-]\d\d(:\d\d)?$/, "")}Z`);

/** Values as Prisma's own raw statements give them: whole numbers of eight bytes as bigint, days at UTC midnight. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: BigInt,
  [builtins.NUMERIC]: (text) => new Prisma.Decimal(text),
  [builtins.DATE]: (text) => new Date(`${text}T00:00:00Z`),
  [builtins.TIMESTAMP]: instant,
  [builtins.TIMESTAMPTZ]: instant,
};

const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers[oid]) || getTypeParser(oid, format as "text"),
} as unknown as pg.CustomTypesConfig;

/** An instant as a column without a zone keeps it and a column with one reads it: in UTC. */
const written = (value: unknown): unknown =>
  value instanceof Date
    ? value.toISOString().replace("T", " ").replace("Z", "+00:00")
    : value instanceof Prisma.Decimal
      ? value.toString()
      : Array.isArray(value)
        ? value.map(written)
        : value;

/** What a statement is sent on: the pool, or the connection of one transaction. */
type Line = Pick<pg.ClientBase, "query">;

async function send(
  line: Line,
  first: TemplateStringsArray | Prisma.Sql,
  values: unknown[],
): Promise<unknown[]> {
  const statement = first instanceof Prisma.Sql ? first : Prisma.sql(first, ...values);
  try {
    const { rows } = await line.query({
      text: statement.text,
      values: statement.values.map(written),
      types,
    });
    return rows;
  } catch (error) {
    throw asPrisma(error);
  }
}

/** The connection of the transaction that is being opened here; none before it has begun and after it has ended. */
type Opening = { connection: pg.ClientBase | null };
const opening = new AsyncLocalStorage<Opening>();

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/** Prisma's adapter, which tells on which connection a transaction runs, and that it runs no more. */
export class TellingAdapter extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (...level) => {
      const transaction = await start(...level);
      const place = opening.getStore();
      if (place !== undefined) tell(place, transaction);
      return transaction;
    };
    return adapter;
  }
}

function tell(place: Opening, transaction: Transaction): void {
  const { client } = transaction as unknown as { client: pg.ClientBase };
  place.connection = client;
  for (const end of ["commit", "rollback"] as const) {
    const own = transaction[end].bind(transaction);
    transaction[end] = () => {
      // From here on the connection is another's: a late statement goes to Prisma, which refuses it.
      place.connection = null;
      return own();
    };
  }
}

/**
 * The client with its raw statements handed to the driver: on the way through Prisma's engine each costs half a
 * millisecond of processor more, and a page asks a dozen. Values come back as from Prisma; errors as its P2010, with
 * PostgreSQL's code. Within a transaction they go on its connection, in order with what Prisma sends there.
 */
export function withPlainStatements(client: PrismaClient, pool: pg.Pool): PrismaClient {
  const query = (first: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => send(pool, first, values);
  const transaction = (work: unknown, options?: object): Promise<unknown> => {
    if (typeof work !== "function") return client.$transaction(work as never, options);
    const place: Opening = { connection: null };
    return opening.run(place, () =>
      client.$transaction((tx) => work(plainWithin(tx, place)) as Promise<unknown>, options),
    );
  };
  return new Proxy(client, {
    get: (target, key) =>
      key === "$queryRaw" ? query : key === "$transaction" ? transaction : Reflect.get(target, key, target),
  });
}

function plainWithin(tx: Prisma.TransactionClient, place: Opening): Prisma.TransactionClient {
  const query = (first: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<unknown> =>
    place.connection === null
      ? tx.$queryRaw(first as Prisma.Sql, ...values)
      : send(place.connection, first, values);
  return new Proxy(tx, {
    get: (target, key) => (key === "$queryRaw" ? query : Reflect.get(target, key, target)),
  });
}

function asPrisma(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "N/A";
  return new Prisma.PrismaClientKnownRequestError(
    `Raw query failed. Code: \`${code}\`. Message: \`${error.message}\``,
    { code: "P2010", clientVersion: Prisma.prismaVersion.client, meta: { code, message: error.message } },
  );
}
