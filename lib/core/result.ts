/**
 * What a use case answers. Expected failures are values; exceptions are for bugs and broken wires.
 * `code` is for programs (see `lib/http/problem.ts`), `message` is a plain sentence for the person that says what to do.
 */
export type Failure = {
  readonly code:
    | "not-signed-in"
    | "not-permitted"
    | "not-found"
    | "invalid-input"
    | "conflict"
    | "not-allowed-now"
    | "too-many"
    | "unavailable";
  readonly message: string;
  /** Input fields at fault, by path, with what to do about each. */
  readonly fields?: Readonly<Record<string, string>>;
  /** For "conflict": what stands now, so that the person can merge. */
  readonly current?: unknown;
};

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** A success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** An expected failure. */
export const fail = (
  code: Failure["code"],
  message: string,
  more: Pick<Failure, "fields" | "current"> = {},
): Result<never> => ({ ok: false, error: { code, message, ...more } });

/** Closes a `switch` over a union: a new member breaks the build here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
