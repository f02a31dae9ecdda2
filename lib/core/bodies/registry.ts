import rows from "./data/bodies.json";

/** A body that can be asked, as a public list or document names it. Nothing here is found out by the program. */
export type Body = {
  readonly name: string;
  readonly acronym?: string;
  readonly aliases?: readonly string[];
  /** "Specialized Agencies", "Functional Commissions", "Historical name" … */
  readonly type: string;
  readonly subtype?: string;
  /** The bodies it belongs to. */
  readonly parents?: readonly string[];
  /** For a historical name: the body that came after it. */
  readonly successor?: string;
  readonly status: "current" | "historical";
  /** The resolution that renamed or replaced it, where the source names one. */
  readonly changedBy?: string;
  /** First and last day on which the name was in use, where a source gives them. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** Where the facts come from; null where nothing but memory supports them. */
  readonly source: string | null;
  /** "sourced", "partly sourced", "memory": rows from memory stay marked as such. */
  readonly confidence: string;
};

/** Every body of the registry, in the order of its file. */
export const bodies: readonly Body[] = rows as readonly Body[];
