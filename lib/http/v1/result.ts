import { ok, type Result } from "@/lib/core/result";

export { ok, type Result } from "@/lib/core/result";

/** A success in another shape; a failure as it is. */
export const mapResult = <A, B>(result: Result<A>, shape: (value: A) => B): Result<B> =>
  result.ok ? ok(shape(result.value)) : result;
