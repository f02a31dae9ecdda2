/** How a contributing body takes part; the words of `BodyRole` without "lead". */
export type PartnerRole = "cooperation" | "consultation" | "support";

/** Phrases that introduce contributing bodies. The example is itself a test. */
export const partnerPhrases: readonly {
  readonly pattern: RegExp;
  readonly role: PartnerRole;
  readonly example: string;
}[] = [
  {
    pattern:
      /\b(?:in (?!particular\b)(?:[a-z]+,? (?:and [a-z]+ )?){0,3}?(?:cooperation|co-operation|collaboration|coordination|co-ordination|partnership|conjunction|association|concert)(?:,? (?:and|or) (?:[a-z]+ )?(?:in )?(?:cooperation|consultation|collaboration|coordination|co-ordination|partnership))?|in (?:[a-z]+ )?(?:coordination|co-ordination|cooperation|collaboration), [^,;]{3,60},|in (?:[a-z]+ )?(?:liaison)|(?:by |while )?(?:cooperating|collaborating|coordinating|working (?:jointly|together|closely)) (?:closely )?|together|along|jointly) with(?: and (?:taking (?:fully |duly )?into account|on the basis of|based on|seeking) (?:the )?(?:[a-z]+ )?(?:views?|feedback|inputs?|comments|contributions|advice|recommendations) (?:of|from))?,?\s+(?:(?:as appropriate|inter alia|when appropriate|where appropriate|where relevant|as necessary|if necessary|in particular),\s+)?/gi,
    role: "cooperation",
    example: "in close cooperation with the Special Unit",
  },
  {
    pattern:
      /\b(?:in (?:[a-z]+,? (?:and [a-z]+ )?){0,3}?consultations?(?:,? (?:and|or) (?:[a-z]+ )?(?:in )?(?:cooperation|collaboration|coordination|co-ordination))?|(?:after|through) (?:[a-z]+ )?consultations?|following consultations|(?:by |after )?consulting(?: as appropriate)?) with(?: and (?:taking (?:fully |duly )?into account|on the basis of|based on|seeking) (?:the )?(?:[a-z]+ )?(?:views?|feedback|inputs?|comments|contributions|advice|recommendations) (?:of|from))?\s+|\b(?:after|while|by) consulting (?=the\b|all\b|[A-Z])/gi,
    role: "consultation",
    example: "in consultation with Member States",
  },
  {
    pattern:
      /\b(?:review|discuss|examine|explore|consult|pursue consultations|hold consultations|continue consultations) with (?=the (?:[a-z]+ )?(?:[A-Z]|organizations|Governments)|all\b|Member|States|Governments|relevant|interested)/gi,
    role: "consultation",
    example: "review with the organizations of the system",
  },
  {
    pattern:
      /\bwith (?:the )?(?:(?!in\b)[a-z]+,? (?:and [a-z]+ )?){0,3}?(?:support|assistance|help|cooperation|collaboration|concurrence|co-operation)(?: and (?:[a-z]+ )?(?:support|assistance|cooperation|collaboration|advice|participation))? (?:of|from),?\s+(?:(?:as appropriate|inter alia|when appropriate|where appropriate|as necessary),\s+)?/gi,
    role: "support",
    example: "with the support of the High Commissioner",
  },
];

/** Where the list of partners ends: what they do it for, or how. */
export const partnerListEnd =
  /(?:,?\s(?:(?:on|in|for|with a view|regarding|concerning|with regard|with respect|in order|so as|when|while|where|as appropriate|aimed|towards?|pursuant|within|during|at|by|through|under|based|taking|bearing|upon|before|prior|throughout|and (?:on the basis|taking|bearing|to|in|with|within|building|drawing|using|through|under|on|by|for|subject|making|keeping|submit|report|present|subsequently|thereafter|further|also)|a|an|that|which|who)\b(?! (?:the )?[A-Z][a-z]+(?:ing|tion|ment|ion|ions|ance)\b)))/;
