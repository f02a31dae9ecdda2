import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import type { Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { ApiScope } from "@/lib/services/api-tokens";

/** A file as an answer: bytes as they are made. */
export type FileAnswer = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly chunks: AsyncIterable<Uint8Array>;
};

/** Who asks, and by which means. */
export type Caller = { readonly actor: Actor; readonly scopes: readonly ApiScope[]; readonly key: string };

/** What a handler is given beside its input. */
export type Scene = { readonly deps: Deps; readonly caller: Caller; readonly base: string };

/**
 * One operation of the API. Its schemas validate what comes, describe it in OpenAPI and type the client: there is one
 * of each. Path parameters and query are one object; a body is parsed by itself.
 */
export type Operation = {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** "/tasks/{number}": parameters in braces. */
  readonly path: string;
  readonly summary: string;
  /** Null: any token. */
  readonly scope: ApiScope | null;
  readonly input: z.ZodObject;
  readonly body?: z.ZodObject;
  /** The body is the bytes of a file. */
  readonly takesFile?: true;
  /** The task has to be named with the version that was seen, by If-Match. */
  readonly needsVersion?: true;
  readonly success: 200 | 201 | 202;
  /** What a success says; "file" for bytes. */
  readonly answer: z.ZodObject | "file";
  readonly run: (scene: Scene, given: Given) => Promise<Result<unknown>>;
  /** The version mark of an answer, where it has one of its own. */
  readonly etag?: (answer: never) => string;
};

/** What a request brought, parsed. */
export type Given = {
  readonly input: never;
  readonly body: never;
  readonly file: Uint8Array;
  readonly expectedVersion: number;
};

type Typed<I extends z.ZodObject, B extends z.ZodObject, A extends z.ZodObject | "file"> = Omit<
  Operation,
  "input" | "body" | "answer" | "run" | "etag"
> & {
  readonly input: I;
  readonly body?: B;
  readonly answer: A;
  readonly run: (
    scene: Scene,
    given: {
      readonly input: z.output<I>;
      readonly body: z.output<B>;
      readonly file: Uint8Array;
      readonly expectedVersion: number;
    },
  ) => Promise<Result<A extends z.ZodObject ? z.input<A> : FileAnswer>>;
  readonly etag?: (answer: A extends z.ZodObject ? z.output<A> : FileAnswer) => string;
};

/** Defines an operation; the handler's types follow from the schemas. */
export const operation = <I extends z.ZodObject, B extends z.ZodObject, A extends z.ZodObject | "file">(
  typed: Typed<I, B, A>,
): Operation => typed as unknown as Operation;
