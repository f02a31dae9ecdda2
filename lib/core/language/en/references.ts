/** Printed references to resolutions, by organ. Group `numbers` holds one or more numbers. */
export const referencePhrases: readonly {
  readonly organ: "GA" | "SC" | "ECOSOC" | "HRC" | "own";
  readonly pattern: RegExp;
  readonly example: string;
}[] = [
  {
    organ: "SC",
    pattern:
      /\b(?:Security )?Council resolutions? (?<numbers>\d{2,4} \(\d{4}\)(?:(?:,| and|, and)(?: of [^,;]{4,20}?)? \d{2,4} \(\d{4}\))*)/g,
    example: "Security Council resolution 1325 (2000)",
  },
  {
    organ: "HRC",
    pattern:
      /\bHuman Rights Council (?:resolutions?|decisions?) (?<numbers>(?:S-)?\d{1,3}\/\d{1,3}(?:(?: of \d+ \w+ \d{4})?(?:,| and|, and) (?:S-)?\d{1,3}\/\d{1,3})*)/g,
    example: "Human Rights Council resolution 5/1",
  },
  {
    organ: "ECOSOC",
    pattern:
      /\b(?:Economic and Social )?Council resolutions? (?<numbers>(?:19|20)\d\d\/\d{1,3}(?:(?: of \d+ \w+ \d{4})?(?:,| and|, and) (?:19|20)\d\d\/\d{1,3})*)/g,
    example: "Economic and Social Council resolution 1990/72",
  },
  {
    organ: "GA",
    pattern:
      /\b(?:General )?Assembly resolutions? (?<numbers>(?:S-|ES-)?\d{1,4}(?:\/\d{1,3}(?: [A-Z]\b)?| \([A-Z-]+\))(?:(?: of \d+ \w+ \d{4})?(?:,| and|, and) \d{1,4}(?:\/\d{1,3}(?: [A-Z]\b)?| \([A-Z-]+\)))*)/g,
    example: "General Assembly resolution 66/288",
  },
  {
    organ: "own",
    pattern:
      /\b(?:its|those|present|previous)? ?(?:own )?resolutions? (?<numbers>(?:S-|ES-)?\d{1,4}(?:\/\d{1,3}(?: [A-Z]\b)?| \((?:[A-Z-]+|\d{4})\))(?:(?: of \d+ \w+ \d{4})?(?:,| and|, and) (?:S-|ES-)?\d{1,4}(?:\/\d{1,3}(?: [A-Z]\b)?| \((?:[A-Z-]+|\d{4})\)))*)/g,
    example: "its resolution 44/50",
  },
];
/** One number within `numbers`. */
export const oneNumber = /(?:S-|ES-)?\d{1,4}(?:\/\d{1,3}(?: [A-Z]\b)?| \((?:[A-Z-]+|\d{4})\))/g;

/** Words just before a reference that say how it is referred to. */
export const relationPhrases: readonly { readonly relation: string; readonly pattern: RegExp }[] = [
  {
    relation: "pursuant-to",
    pattern:
      /\b(?:pursuant to|in accordance with|in conformity with|in compliance with|in line with|as (?:requested|mandated|called for|provided for|set out|required) (?:in|by))[^,;]{0,60}$/i,
  },
  { relation: "implements", pattern: /\b(?:implementation of|implement|follow-up to)[^,;]{0,60}$/i },
  {
    relation: "established-by",
    pattern: /\b(?:established|created|set up) (?:by|in|pursuant to)[^,;]{0,60}$/i,
  },
  {
    relation: "amends",
    pattern:
      /\b(?:amend(?:s|ed|ing)?|modif(?:y|ies|ied)|replac(?:e|es|ed|ing)|supersed(?:e|es|ed))[^,;]{0,80}$/i,
  },
];
