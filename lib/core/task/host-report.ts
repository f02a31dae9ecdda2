/**
 * "to incorporate into his report for the triennial policy review …, an assessment": what is asked is a section of a
 * report that something else asks for. Line by line: the verb; "in", "into" or "within"; whose report; up to the comma.
 */
const sectionOf =
  /\b(?:incorporate|include|reflect|integrate)\b[^;]{0,200}?\b(?:in|into|within) ((?:his|her|its|their|the) (?:[\w'’-]+ ){0,6}?reports?\b[^,;.]{0,200})/iu;

/** The report of which the ask is a section, in the words of the text, without its pronoun; "" where it is none. */
export const hostReportOf = (ask: string): string =>
  (sectionOf.exec(ask)?.[1] ?? "").replace(/^(?:his|her|its|their|the) /iu, "").trim();
