/** Terms under which something is asked. The example is itself a test. */
export const conditionPhrases: readonly {
  readonly id: string;
  /** Letters without which the phrase cannot be there: looked for first, because most texts hold none of them. */
  readonly letters: readonly string[];
  readonly pattern: RegExp;
  readonly example: string;
}[] = [
  {
    id: "existing-resources",
    letters: ["esources", "means"],
    pattern:
      /\bwithin (?:the limits of )?(?:its |their |the |his |overall )?(?:existing|available|approved|current)(?: and (?:available|existing))?(?: budgetary| financial| human)? (?:resources|means|mandates? and resources)\b|\bfrom within existing resources\b/gi,
    example: "within existing resources",
  },
  {
    id: "voluntary-funds",
    letters: ["ubject to", "oluntary"],
    pattern:
      /\bsubject to (?:the availability of )?(?:extra-?budgetary|voluntary|available|additional)?\s?(?:resources|contributions|funding|funds|financing)\b|\bthrough voluntary contributions\b|\bsubject to the availability of (?:extrabudgetary |voluntary )?(?:resources|funds|contributions)\b/gi,
    example: "subject to the availability of voluntary contributions",
  },
  {
    id: "unless-agreed",
    letters: ["nless otherwise"],
    pattern:
      /\bunless otherwise (?:agreed|decided|specified)(?: by the [A-Z]\w+(?: [A-Z]\w+)*)?(?: in the discussions on the revitalization of the work of the (?:General )?Assembly)?/gi,
    example: "unless otherwise agreed",
  },
  {
    id: "as-appropriate",
    letters: ["appropriate", "applicable", "necessary", "required", "needed", "feasible", "relevant"],
    pattern:
      /\b(?:as|where|when|if) (?:appropriate|applicable|necessary|required|needed|feasible|relevant)\b/gi,
    example: "as appropriate",
  },
  {
    id: "upon-request",
    letters: ["request"],
    pattern:
      /\b(?:upon|at|on) (?:their |the |its |his )?request(?: of (?:the )?(?:interested |concerned )?(?:States?|Member States|Governments?|countries)(?: concerned)?)?\b/gi,
    example: "upon request",
  },
  {
    id: "within-mandate",
    letters: ["ithin"],
    pattern:
      /\bwithin (?:the (?:scope|framework|limits) of )?(?:its|their|his|her|the)(?: respective| existing| current)* (?:mandates?|competences?|purviews?|areas of competence)(?: and \w+)?\b/gi,
    example: "within their respective mandates",
  },
  {
    id: "subject-to",
    letters: ["ubject to"],
    pattern: /\bsubject to (?!the availability)[^,;.]{3,120}/gi,
    example: "subject to the prior concurrence of the Advisory Committee",
  },
  {
    id: "in-position",
    letters: ["position to do so"],
    pattern: /\b(?:that are |which are |if |when |who are )?in a position to do so\b/gi,
    example: "in a position to do so",
  },
  {
    id: "provided-that",
    letters: ["rovided that", "understanding that", "condition that"],
    pattern: /\b(?:provided that|on the understanding that|on condition that)\b[^;.]{3,160}/gi,
    example: "on the understanding that no funds are used",
  },
  {
    id: "sunset",
    letters: ["expire", "lapse", "terminate", "come to an end"],
    pattern: /\b(?:shall|will) (?:expire|lapse|terminate|come to an end)\b[^,;.]{0,80}/gi,
    example: "shall expire on 31 December 2025",
  },
  {
    id: "review-clause",
    letters: ["review"],
    pattern:
      /\b(?:shall|will|to) (?:be )?review(?:ed)? (?:the (?:mandate|measures|arrangements|implementation)|it|them|by|at|no later|within|every|after)\b[^,;.]{0,80}/gi,
    example: "shall be reviewed at its eightieth session",
  },
];
