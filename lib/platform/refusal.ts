/**
 * Why the app does not start, as one line for the person at the terminal that says what to do.
 * Everything else that is thrown is a bug and keeps its stack.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The text of anything thrown. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** The system's code of a failed call (`EACCES`, `ENOENT` ...), or "" for other failures. */
export const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown && typeof thrown.code === "string" ? thrown.code : "";
