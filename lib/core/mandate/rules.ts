import { extractMandates } from "./extract";

/** The rules of this version, under the name that proposals keep. */
export const rules = { name: "rules 1", extract: extractMandates } as const;
