import type { EventEmitter } from "node:events";
import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { join, resolve } from "node:path";
import pg from "pg";

/** The parts of a database address. The parts, and not one string, because Prisma's shadow database needs the parts. */
export type ConnectionParts = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** As `sslmode` of the address says: no encryption, or encryption with or without a check of the certificate. */
  readonly ssl?: boolean | { readonly rejectUnauthorized: boolean };
};

/** PostgreSQL's own types `"char"` and `name`, which Prisma's adapter does not know; `text` has the same bytes. */
const catalogueTypes: ReadonlySet<number> = new Set([18, 19]);
const textType = 25;

type RowDescription = { readonly fields: { dataTypeID: number }[] };

/** A client whose answers call catalogue names text: Prisma's migration commands read the catalogue. */
class CatalogueClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // The driver's types do not show the wire; its own handler of this message is added later, at connect().
    const { connection } = this as unknown as { connection: EventEmitter };
    connection.on("rowDescription", ({ fields }: RowDescription) => {
      for (const field of fields) if (catalogueTypes.has(field.dataTypeID)) field.dataTypeID = textType;
    });
    const send = this.query.bind(this) as (...all: unknown[]) => unknown;
    // A server that stopped answering in the middle of a transaction: the connection is of no more use to anybody.
    this.query = ((...all: unknown[]) => {
      const sent = send(...all);
      if (sent instanceof Promise) {
        sent.catch((error: unknown) => {
          if (error instanceof Error && error.message === "Query read timeout")
            (connection as unknown as { stream: Socket }).stream.destroy();
        });
      }
      return sent;
    }) as typeof this.query;
  }
}

/**
 * The parts of a `postgresql://` address.
 * Throws with a sentence for the operator if the address cannot be read; the password is never in that sentence.
 */
export function parseDatabaseUrl(address: string): ConnectionParts {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new Error(
      "DATABASE_URL is not an address. Write it as postgresql://user:password@host:5432/database",
    );
  }
  const database = decodeURIComponent(url.pathname.replace(/^\//, ""));
  if (!/^postgres(ql)?:$/.test(url.protocol) || url.hostname === "" || database === "") {
    throw new Error(
      "DATABASE_URL must name a host and a database: postgresql://user:password@host:5432/database",
    );
  }
  const mode = url.searchParams.get("sslmode");
  const ssl =
    mode === null || mode === "disable" || mode === "prefer" || mode === "allow"
      ? null
      : { rejectUnauthorized: mode === "verify-full" || mode === "verify-ca" };
  return {
    host: decodeURIComponent(url.hostname),
    port: url.port === "" ? 5432 : Number(url.port),
    database,
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    ...(ssl === null ? {} : { ssl }),
  };
}

/** The address that `parseDatabaseUrl` reads back to the same parts. */
export function formatDatabaseUrl(parts: ConnectionParts): string {
  const part = encodeURIComponent;
  const mode =
    parts.ssl === undefined || parts.ssl === false
      ? ""
      : `?sslmode=${parts.ssl === true || parts.ssl.rejectUnauthorized ? "verify-full" : "require"}`;
  return `postgresql://${part(parts.user)}:${part(parts.password)}@${part(parts.host)}:${parts.port}/${part(parts.database)}${mode}`;
}

/** The folder of everything this installation keeps: `MANDATES_DATA`, or `.data` beside package.json. */
export const dataFolder = (environment: NodeJS.ProcessEnv = process.env): string =>
  resolve(/* turbopackIgnore: true */ environment.MANDATES_DATA || ".data");

/** Where the running embedded server leaves its address, readable by the owner alone. */
export const addressFile = (folder: string): string => join(folder, "address.json");

/**
 * The address of the database of this installation: `DATABASE_URL`, or that of the embedded server which runs on the
 * data folder. `as: "owner"` asks for the role that may change tables, which migrations need; where the server is not
 * ours there is one address for both. Null where no address is set and no embedded server has been started.
 */
export function databaseAddress(
  as: "app" | "owner" = "app",
  environment: NodeJS.ProcessEnv = process.env,
): string | null {
  if (as === "owner" && environment.DATABASE_OWNER_URL) return environment.DATABASE_OWNER_URL;
  if (environment.DATABASE_URL) return environment.DATABASE_URL;
  try {
    const file = JSON.parse(readFileSync(addressFile(dataFolder(environment)), "utf8")) as Record<
      string,
      unknown
    >;
    const address = file[as];
    return typeof address === "string" ? address : null;
  } catch {
    return null;
  }
}

/** Settings of one connection pool. Times are milliseconds. */
export type PoolSettings = {
  readonly size?: number;
  readonly statementTimeout?: number;
  /** How long a statement waits for a lock that another holds. */
  readonly lockTimeout?: number;
  readonly connectTimeout?: number;
  readonly applicationName?: string;
};

/**
 * What the driver needs to open connections to a database. The session runs in UTC: Prisma's adapter drops the offset
 * of an instant it reads, which is only right when that offset is zero.
 */
export function poolConfig(parts: ConnectionParts, settings: PoolSettings = {}): pg.PoolConfig {
  return {
    host: parts.host,
    port: parts.port,
    database: parts.database,
    user: parts.user,
    password: parts.password,
    ...(parts.ssl === undefined ? {} : { ssl: parts.ssl }),
    max: settings.size ?? 10,
    // A full pool or a silent server answers within seconds; the page then says that the database is not available.
    connectionTimeoutMillis: settings.connectTimeout ?? 3000,
    ...(settings.statementTimeout === undefined
      ? {}
      : {
          statement_timeout: settings.statementTimeout,
          // The server ends a long statement; this is for a server that cannot even say so.
          query_timeout: settings.statementTimeout + 5_000,
        }),
    ...(settings.lockTimeout === undefined ? {} : { lock_timeout: settings.lockTimeout }),
    options: "-c timezone=UTC",
    application_name: settings.applicationName ?? "mandates",
    keepAlive: true,
    Client: CatalogueClient,
  } as pg.PoolConfig;
}
