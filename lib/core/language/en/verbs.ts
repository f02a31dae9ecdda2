import type { FollowUpVerb, NoFollowUpReason } from "../../vocabulary/verbs";

/**
 * One operative verb as it opens a clause. `first` is its first word; `pattern` matches from there to the end of
 * what belongs to the verb ("calls upon", "reiterates its request to"). The example is itself a test.
 */
export type VerbForm = {
  readonly first: string;
  readonly pattern: RegExp;
  readonly example: string;
} & (
  | { readonly means: "follow-up"; readonly verb: FollowUpVerb }
  | { readonly means: "nothing-asked"; readonly reason: NoFollowUpReason }
);

const ask = (first: string, verb: FollowUpVerb, rest: string, example: string): VerbForm => ({
  means: "follow-up",
  first,
  verb,
  pattern: new RegExp(`${first}${rest}`, "iy"),
  example,
});
const declare = (first: string, reason: NoFollowUpReason, rest: string, example: string): VerbForm => ({
  means: "nothing-asked",
  first,
  reason,
  pattern: new RegExp(`${first}${rest}`, "iy"),
  example,
});

/** Adverbs between a verb and its particle: "calls once again upon", "appeals urgently to". */
const between =
  "(?:,? (?:also|further|again|in (?:this|that) (?:regard|context|connection|respect)|once (?:again|more)|therefore|urgently|strongly|in particular|accordingly|solemnly|inter alia),?)*";

/** "Reiterates its urgent request": up to three words before the noun. */
const its = (noun: string): string => ` (?:its|the|their|his) (?:[a-z]+,? (?:and [a-z]+ )?){0,3}?${noun}`;

const repeating = ["reiterates", "renews", "repeats", "reaffirms", "reemphasizes", "re-emphasizes"] as const;

const repeated: readonly VerbForm[] = repeating.flatMap((first) => [
  ask(
    first,
    "request",
    its(
      `requests?(?: addressed| made| contained in [^,;]{3,60}|, (?:made|contained|addressed|set out|expressed) [^,;]{3,90},)?${between}(?= to| that| of)`,
    ),
    `${first} its request to the Secretary-General`,
  ),
  ask(
    first,
    "call upon",
    its(
      `calls?${between}(?: (?:up)?on| to(?= (?:the|all|its|both|any|each|other|relevant|interested|those|donors?|parties|countries|governments|member|developed|international|[A-Z])\\b)|(?= to [a-z]))`,
    ),
    `${first} its call upon all States`,
  ),
  ask(first, "call for", its(`calls?${between} for`), `${first} the call for all States to ratify`),
  ask(first, "call upon", its(`calls?${between}(?= that)`), `${first} its call that all States comply`),
  ask(
    first,
    "invite",
    its(`invitations?(?: addressed| extended)?${between}(?= to| that)`),
    `${first} its invitation to Governments`,
  ),
  ask(first, "appeal", its(`appeals?${between}(?= to| that| for)`), `${first} its appeal to Member States`),
  ask(
    first,
    "recommend",
    its(`recommendations?${between}(?= to| that)`),
    `${first} its recommendation that the Council meet`,
  ),
  ask(
    first,
    "demand",
    its(`demands?${between}(?= that| to| upon| for)`),
    `${first} its demand that all parties comply`,
  ),
  ask(first, "encourage", its("encouragement(?= to| of)"), `${first} its encouragement to States`),
  ask(first, "authorize", its("authorization(?= to)"), `${first} its authorization to the Secretary-General`),
  // What is only affirmed once more is decided already.
  ...(first === "reaffirms"
    ? []
    : [ask(first, "decide", its("decisions?(?= to| that)"), `${first} its decision to convene a meeting`)]),
]);

/** What an organ extends or renews by the verb itself: "Renews the mandate of …", not "Extends its thanks". */
const prolonged =
  "(?= (?:further )?(?:the|its|until|for|through|all)\\b[^,;:]{0,160}?\\b(?:mandates?|authori[sz]ations?|measures|terms? of office|tenure|periods?|requests? in|(?:reporting|notification) requests?|reporting requirements?|arrangements?|exemptions?|deadlines?|moratorium|sanctions|embargo(?:es)?|appointments?|duration)\\b)";

/** The verbs that ask or decide, the longer form before the shorter. */
const askForms: readonly VerbForm[] = [
  ask("requests", "request", "", "Requests the Secretary-General to report"),
  ask("invites", "invite", "", "Invites Governments to comment"),
  ask("urges", "urge", "", "Urges all parties to comply"),
  ask("encourages", "encourage", "", "Encourages Member States to contribute"),
  ask("calls", "call upon", `${between} (?:up)?on\\b`, "Calls upon all States to ratify"),
  ask("calls", "call for", `${between} for\\b`, "Calls for the parties to cooperate"),
  ask("calls", "call upon", "(?= (?:all|the|States|Member States)\\b)", "Calls all parties to comply"),
  ask("appeals", "appeal", `${between}(?= to\\b| for\\b)`, "Appeals to all States to contribute"),
  ask("recommends", "recommend", "", "Recommends that the Council consider the report"),
  ask("decides", "decide", "", "Decides to hold a meeting"),
  ask("resolves", "decide", "(?= to\\b| that\\b|,)", "Resolves to keep the matter under review"),
  ask("agrees", "decide", "(?= to\\b| that\\b)", "Agrees to convene a meeting"),
  ask("authorizes", "authorize", "", "Authorizes the Secretary-General to sign"),
  ask("authorises", "authorize", "", "Authorises the Secretary-General to sign"),
  ask("empowers", "authorize", "", "Empowers the Committee to decide"),
  ask("continues", "encourage", " to encourage", "Continues to encourage Member States to contribute"),
  ask("continues", "urge", " to urge", "Continues to urge States to ratify"),
  ask("continues", "call upon", " to call (?:up)?on", "Continues to call upon States to ratify"),
  ask("continues", "request", " to request", "Continues to request the Secretary-General to report"),
  ask("suggests", "recommend", "(?= that\\b| to\\b)", "Suggests that the Council consider the matter"),
  ask("proposes", "recommend", "(?= that\\b)", "Proposes that attention be given"),
  ask("asks", "ask", "", "Asks the Secretary-General to report"),
  ask("directs", "direct", "", "Directs the Committee to review"),
  ask("demands", "demand", "", "Demands that the parties cease fire"),
  ask(
    "requires",
    "demand",
    "(?= (?:that|the|all|any|each|every|such|States|Member)\\b)",
    "Requires all States to report",
  ),
  ask("insists", "demand", "(?= that\\b| upon\\b| on\\b)", "Insists that the faction comply"),
  ask("mandates", "mandate", "(?= (?!of\\b|and\\b|,))", "Mandates the Group to prepare a study"),
  ask("tasks", "mandate", "(?= the\\b| its\\b)", "Tasks the Group with a study"),
  ask("instructs", "instruct", "", "Instructs the Secretariat to prepare"),
  ask("entrusts", "entrust", "", "Entrusts the Committee with the task"),
  ask("assigns", "entrust", "(?= to the\\b| the\\b)", "Assigns to the Committee the task"),
  ask("exhorts", "urge", "", "Exhorts the parties to negotiate"),
  ...repeated,
  ask("extends", "decide", prolonged, "Extends the mandate of the Mission until 30 June 2011"),
  ask("renews", "decide", prolonged, "Renews the mandate of the Special Rapporteur"),
  ask("prolongs", "decide", prolonged, "Prolongs the measures imposed by paragraph 4"),
  // Some texts number a participle as an operative paragraph.
  ask("encouraging", "encourage", "(?= )", "Encouraging the missions to continue"),
  ask("requesting", "request", "(?= )", "Requesting the Secretary-General to report"),
  ask("inviting", "invite", "(?= )", "Inviting Governments to comment"),
  ask("urging", "urge", "(?= )", "Urging all parties to comply"),
  ask("calling", "call upon", " (?:up)?on\\b", "Calling upon all States to ratify"),
];

/** The verbs that ask for nothing. */
const declareForms: readonly VerbForm[] = [
  declare(
    "takes",
    "takes-note",
    " (?:due |full |careful |further |also |special |particular )?note\\b",
    "Takes note of the report",
  ),
  declare("takes", "considers", " into (?:account|consideration)", "Takes into account the report"),
  declare("takes", "takes-note", " up\\b", "Takes up the report"),
  declare("notes", "notes", "", "Notes with appreciation the efforts"),
  declare("observes", "notes", "", "Observes that the report is late"),
  declare("welcomes", "welcomes", "", "Welcomes the adoption"),
  declare("hails", "welcomes", "", "Hails the adoption"),
  declare("stresses", "stresses", "", "Stresses the need"),
  declare("emphasizes", "stresses", "", "Emphasizes the importance"),
  declare("emphasises", "stresses", "", "Emphasises the importance"),
  declare("re-emphasizes", "stresses", "", "Re-emphasizes the importance"),
  declare("underlines", "stresses", "", "Underlines the role"),
  declare("underscores", "stresses", "", "Underscores the role"),
  declare("highlights", "stresses", "", "Highlights the role"),
  declare("recalls", "recalls", "", "Recalls its resolution"),
  declare("reminds", "recalls", "", "Reminds States of their obligations"),
  declare("draws", "recalls", " (?:the )?attention", "Draws attention to the report"),
  declare("reaffirms", "reaffirms", "", "Reaffirms its commitment"),
  declare("affirms", "reaffirms", "", "Affirms the right"),
  declare("reiterates", "reaffirms", "", "Reiterates the importance"),
  declare("repeats", "reaffirms", "", "Repeats its concern"),
  declare("confirms", "reaffirms", "", "Confirms that the right applies"),
  declare("reconfirms", "reaffirms", "", "Reconfirms its support"),
  declare("recognizes", "recognizes", "", "Recognizes the importance"),
  declare("recognises", "recognizes", "", "Recognises the importance"),
  declare("acknowledges", "recognizes", "", "Acknowledges the work"),
  declare("realizes", "recognizes", "", "Realizes the urgency"),
  declare("understands", "recognizes", "", "Understands the urgency"),
  declare("expresses", "expresses", "", "Expresses its concern"),
  declare("voices", "expresses", "", "Voices its concern"),
  declare("commends", "commends", "", "Commends the Secretary-General"),
  declare("thanks", "commends", "", "Thanks the Government"),
  declare("congratulates", "commends", "", "Congratulates the Commission"),
  declare("appreciates", "commends", "", "Appreciates the efforts"),
  declare("applauds", "commends", "", "Applauds the efforts"),
  declare("salutes", "commends", "", "Salutes the efforts"),
  declare("praises", "commends", "", "Praises the efforts"),
  declare("pays", "commends", " (?:\\w+ )?tribute", "Pays tribute to the Commission"),
  declare("condemns", "condemns", "", "Condemns all acts"),
  declare("deplores", "condemns", "", "Deplores the loss"),
  declare("regrets", "condemns", "", "Regrets the delay"),
  declare("denounces", "condemns", "", "Denounces the acts"),
  declare("rejects", "condemns", "", "Rejects all attempts"),
  declare("warns", "condemns", "", "Warns against operations"),
  declare("endorses", "supports", "", "Endorses the report"),
  declare("supports", "supports", "", "Supports the efforts"),
  declare("shares", "supports", "(?= the (?:view|concern|opinion))", "Shares the concern"),
  declare("considers", "considers", "", "Considers that the question is closed"),
  declare("believes", "considers", "", "Believes that the time is right"),
  declare("regards", "considers", "", "Regards the report as final"),
  declare("finds", "considers", "", "Finds that the facts are clear"),
  declare("concludes", "considers", "", "Concludes that the facts are clear"),
  declare("bears", "considers", " in mind", "Bears in mind the report"),
  declare("expects", "looks-forward", "", "Expects the Committee to report"),
  declare("hopes", "looks-forward", "", "Hopes that the talks succeed"),
  declare("trusts", "looks-forward", "", "Trusts that the talks succeed"),
  declare("looks", "looks-forward", " forward", "Looks forward to the report"),
  declare("commits", "commits", "(?= to\\b|,| itself)", "Commits to implementing the agenda"),
  declare("recommits", "commits", "", "Recommits to the agenda"),
  declare("pledges", "commits", "", "Pledges its support"),
  declare("undertakes", "commits", "(?= to\\b)", "Undertakes to review the matter"),
  declare("adopts", "decides-at-once", "", "Adopts the declaration"),
  declare("approves", "decides-at-once", "", "Approves the recommendations"),
  declare("accepts", "decides-at-once", "", "Accepts the proposal"),
  declare("concurs", "decides-at-once", "", "Concurs with the observations"),
  declare("proclaims", "decides-at-once", "", "Proclaims 2025 the Year"),
  declare("declares", "decides-at-once", "", "Declares 2025 the Year"),
  declare("designates", "decides-at-once", "", "Designates 5 June as the Day"),
  declare("establishes", "decides-at-once", "", "Establishes the Fund"),
  declare("determines", "decides-at-once", "", "Determines that the acts are a threat"),
  declare("appoints", "decides-at-once", "", "Appoints the members"),
  declare("elects", "decides-at-once", "", "Elects the members"),
  declare("admits", "decides-at-once", "", "Admits the State to membership"),
  declare("appropriates", "decides-at-once", "", "Appropriates the amount"),
  declare("maintains", "considers", "(?= that\\b)", "Maintains that peace is possible"),
  declare("anticipates", "looks-forward", "", "Anticipates that the host country will act"),
  declare("respects", "reaffirms", "(?= the\\b| its\\b)", "Respects the purview of the mandate"),
  declare("values", "commends", "(?= the\\b| its\\b)", "Values the firm commitment"),
  declare("objects", "condemns", "(?= to\\b)", "Objects to the extraterritorial nature of the measures"),
  declare("brings", "recalls", " to the attention", "Brings to the attention of the Board the report"),
  declare("reemphasizes", "stresses", "", "Reemphasizes the importance"),
  declare("clarifies", "considers", "(?= that\\b)", "Clarifies that the obligation applies"),
  declare("suggests", "considers", "(?= that\\b| the\\b)", "Suggests the convening of a seminar"),
  declare("amends", "decides-at-once", "(?= )", "Amends the regulations"),
  declare("terminates", "decides-at-once", "", "Terminates the measures"),
  declare("withdraws", "decides-at-once", "", "Withdraws the mandate"),
  declare("renews", "decides-at-once", "", "Renews its support"),
  declare("extends", "decides-at-once", "", "Extends its thanks"),
  declare("transmits", "decides-at-once", "", "Transmits the report"),
  declare(
    "continues",
    "expresses",
    " to (?:condemn|support|welcome|stress|acknowledge|recognize|note|re-?emphasize|emphasize|reaffirm|express|deplore|commend|affirm|underline)",
    "Continues to condemn all violations",
  ),
  declare(
    "remains",
    "considers",
    " (?:convinced|concerned|committed|ready|deeply|gravely|seriously|of the)",
    "Remains convinced of the need",
  ),
  declare("remains", "remains-seized", " (?:actively )?seized", "Remains seized of the matter"),
  declare("reflects", "considers", "", "Reflects in the programme of work"),
  declare("gives", "considers", "(?= )", "Gives its full support"),
];

/** Every operative verb by its first word; forms are tried in order. */
export const verbForms: ReadonlyMap<string, readonly VerbForm[]> = groupByFirst([
  ...askForms,
  ...declareForms,
]);

function groupByFirst(forms: readonly VerbForm[]): Map<string, VerbForm[]> {
  const groups = new Map<string, VerbForm[]>();
  for (const form of forms) groups.set(form.first, [...(groups.get(form.first) ?? []), form]);
  return groups;
}

/** Verbs that may ask in the infinitive: "Decides … to request the Secretary-General to …". */
export const infinitiveAsks: readonly { readonly pattern: RegExp; readonly verb: FollowUpVerb }[] = [
  { pattern: /request\b/y, verb: "request" },
  { pattern: /invite\b/y, verb: "invite" },
  { pattern: /urge\b/y, verb: "urge" },
  { pattern: /encourage\b(?! the (?:use|development|adoption|implementation))/y, verb: "encourage" },
  { pattern: /call (?:up)?on\b/y, verb: "call upon" },
  { pattern: /appeal to\b/y, verb: "appeal" },
  { pattern: /authorize\b/y, verb: "authorize" },
  { pattern: /instruct\b/y, verb: "instruct" },
  { pattern: /entrust\b/y, verb: "entrust" },
  { pattern: /recommend (?:to|that)\b/y, verb: "recommend" },
];

/** Adverbs before an operative verb: "Also", "Once again strongly". */
export const leadingAdverbs =
  "(?:(?:also|further|furthermore|moreover|again|once (?:again|more)|in particular|in this regard|therefore|thus|hereby|hence|additionally|in addition|likewise|still|finally|[a-z]+ly)\\s+)*";

/** Phrases between "and" and the verb: "and in that context requests", "and, to this end, invites". */
const linking = [
  "in (?:this|that|the same|such) (?:regard|context|connection|respect|light|vein|spirit|sense|field|area)",
  "(?:to|towards) (?:this|that) (?:end|effect)",
  "for (?:this|that|these) (?:purposes?|reasons?|ends?)",
  "at the same time",
  "(?:therefore|thus|hence|accordingly|consequently|meanwhile|furthermore|moreover|otherwise|thereby|nevertheless|additionally|further|also|again)",
  "in addition(?: thereto)?",
  "as such",
  "as appropriate",
  "inter alia",
  "in (?:so doing|particular|general|turn|consequence)",
  "with (?:this|that) (?:in mind|aim|objective)",
  "where (?:appropriate|necessary|applicable)",
  "on (?:this|that) (?:basis|occasion)",
  "as a matter of (?:urgency|priority)",
].join("|");

/** Where a new operative clause may begin: what stands just before its verb (and its adverbs). */
export const clauseLink = new RegExp(
  `(?:^|(?<strong>[;:.]\\s*(?:and|but)?|,?\\s+(?:and|but)|,\\s*(?:and|but)),?\\s+(?:(?:${linking}),?\\s+)?|,\\s+(?:${linking}),?\\s+|(?<weak>,)\\s+)${leadingAdverbs}$`,
  "i",
);

/** A relative word just before makes the verb that of a described document: "which, inter alia, requests". */
export const relativeBefore =
  /\b(?:which|who|that|whose|wherein|whereby|where)(?:,[^,;]{0,60},)?\s*(?:also |further |[a-z]+ly )*$/i;

/** What follows a noun that looks like a verb: "requests for assistance", "mandates of the missions". */
export const nounFollows =
  /^\s*(?:for|from|of|by|made|received|in|is|are|and|or|at|under|contained|set|,|;|\.|\)|$)/;
export const nounsLikeVerbs: ReadonlySet<string> = new Set([
  "requests",
  "demands",
  "calls",
  "appeals",
  "mandates",
  "notes",
  "supports",
  "thanks",
  "regards",
  "looks",
  "finds",
  "tasks",
  "shares",
  "hopes",
  "pledges",
  "trusts",
  "views",
  "approaches",
  "asks",
  "remains",
  "extends",
]);
