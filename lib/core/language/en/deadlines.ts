import type { DeadlineOperator, SessionPart } from "../../calendar/rule";
import { ordinalPattern } from "./ordinals";

const month = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const number =
  "(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|twenty-four|thirty|forty-five|sixty|ninety|one hundred and twenty)";
const unit = "(?:calendar |working |business )?(?:days?|weeks?|months?|years?)";
const year = "(?:19|20)\\d\\d";

/** Scans lose the hyphen: "fortysixth". */
export const gluedOrdinal =
  "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)";
const oneOrdinal = `(?:${gluedOrdinal}|${ordinalPattern})`;

/** "fifty-third", "fifty-third and fifty-fourth", "75th, 76th and 77th", "seventy-first to seventy-fifth". */
const ordinals = `${oneOrdinal}(?:(?:,? and (?:its |the )?|, (?:its |the )?|,? or (?:its |the )?| to (?:the )?|[–-]| through (?:the )?)${oneOrdinal})*`;

/** Adjectives between number and "session". */
const kinds =
  "(?:(?:regular|annual|substantive|plenary|resumed|special|emergency|universal|organizational|ordinary|main|intersessional|subsequent|high-level) )*";

/**
 * Numbered sessions. Groups: `det` whose, `part` words before, `ords` the numbers, `kind`, `of` the body named behind.
 * "at the beginning of the fifty-third session of the General Assembly", "at the first part of its resumed fifty-second session".
 */
export const numberedSession = new RegExp(
  `(?:(?<det>its|the|their|that|his)\\s+)?(?<pre>${kinds})(?<ords>${ordinals})\\s+(?:and (?:all )?subsequent\\s+)?(?<kind>${kinds})sessions?\\b(?: (?:of|in) (?<of_year>${year})\\b)?(?:,? of (?:the )?(?<of>[A-Z][\\w’'-]*(?:(?: of| on| for| the| and| to| in)* [A-Z][\\w’'-]*)*))?`,
  "g",
);

/** "its 2021 session", "the substantive session of 2021", "its 2000 substantive session", "its session in 2019". */
export const yearSession = new RegExp(
  `(?:(?:its|the|their)\\s+)(?<pre>${kinds})(?:(?<year1>${year})(?:[–-](?:${year}|\\d\\d))?\\s+(?<kind>${kinds})sessions?|(?<kind2>${kinds})sessions? (?:of|in|for) (?<year2>${year}))\\b(?:,? of (?:the )?(?<of>[A-Z][\\w’'-]*(?:(?: of| on| for| the| and| to| in)* [A-Z][\\w’'-]*)*))?`,
  "g",
);

/** "at its next session", "during the current session", "at that session", "at the same session", "at the present session". */
export const pointedSession = new RegExp(
  `(?<det>its|the|their|that|this)\\s+(?:very )?(?<which>next|current|present|same|following|forthcoming|said|ongoing)?\\s?(?<kind>${kinds})(?:annual |thematic )?session\\b(?:,? of (?:the )?(?<of>[A-Z][\\w’'-]*(?:(?: of| on| for| the| and| to| in)* [A-Z][\\w’'-]*)*))?`,
  "g",
);

/** Words before a session that name a part of it. */
export const sessionParts: readonly { readonly pattern: RegExp; readonly part: SessionPart; readonly example: string }[] = [
  { pattern: /\b(?:first part of (?:the |its )?resumed|first resumed(?: part of)?|first part of)\b/i, part: "first-resumed", example: "at the first part of its resumed fifty-second session" },
  { pattern: /\b(?:second part of (?:the |its )?resumed|second resumed(?: part of)?|second part of)\b/i, part: "second-resumed", example: "at the second part of its resumed sixty-first session" },
  { pattern: /\b(?:beginning|start|opening|outset|commencement) of\b/i, part: "beginning", example: "at the beginning of the fifty-third session" },
  { pattern: /\b(?:end|close|closure|conclusion) of\b/i, part: "end", example: "by the end of its fifty-fifth session" },
  { pattern: /\bmain part of\b|\bmain\b/i, part: "main", example: "during the main part of its seventieth session" },
  { pattern: /\bhigh-level (?:segment|week|meetings?|debate) (?:of|during)\b|\bgeneral debate of\b/i, part: "high-level", example: "at the high-level segment of its fortieth session" },
  { pattern: /\bresumed\b/i, part: "resumed", example: "at its resumed forty-fifth session" },
  { pattern: /\borganizational\b/i, part: "organizational", example: "at its organizational session for 2001" },
  { pattern: /\bsubstantive\b/i, part: "substantive", example: "at its substantive session of 2004" },
]; // biome-ignore format: a table reads better in rows

/** Words right before a time that say how it binds. The last words before the time count. */
export const operators: readonly { readonly pattern: RegExp; readonly operator: DeadlineOperator }[] = [
  { pattern: /\b(?:by|before|at|no later than|not later than|until|towards?) (?:the )?(?:end|close|conclusion|closure) of (?:the |its )?$/i, operator: "end" },
  { pattern: /\b(?:at|by|before|prior to|from) (?:the )?(?:beginning|start|opening|outset|commencement) of (?:the |its )?$/i, operator: "beginning" },
  { pattern: /\b(?:before|prior to|in advance of|ahead of|previous to|in time for|preceding)(?: the| its| their)? ?$/i, operator: "before" },
  { pattern: /\b(?:(?:by|no later than|not later than|until|up to|latest|till|to) (?:at )?)(?:the |its )?$/i, operator: "by" },
  { pattern: /\b(?:after|following|starting|beginning|commencing|as (?:of|from)|with effect from|from|starting (?:at|from|with|in)|beginning (?:at|in|with|from))(?: the| its)? ?$/i, operator: "after" },
  { pattern: /\b(?:during|throughout|in the course of|over|in)(?: the| its)? ?$/i, operator: "during" },
]; // biome-ignore format: a table reads better in rows

/** Words before a session that make it part of a name or of the past, not a time limit. */
export const sessionIsNoLimit =
  /(?:\breports?\b[^,;]{0,80}\bon (?:the (?:work|results|outcome|proceedings) of )?|\b(?:reports?|results?|outcomes?|decisions?|records?|recommendations?|conclusions|resolutions?|proceedings|work|deliberations|documents?|mandate|members?|president|bureau|chair|declaration|summary|proposals?|accounts) (?:on|of|from) (?:the )?(?:(?!(?:at|by|before|during|in|for|to|until)\b)[a-z]+ ){0,3}|\bon (?:the (?:work|results|outcome|proceedings) of )|\bat the time of |\bsince (?:its|the)? ?|\b(?:on the )?basis of )$/i;

/** Behind these words stands what is presupposed, not what is asked: a time there is no limit. */
export const presupposed =
  /\b(?:on the understanding that|provided that|taking (?:into account|note)|bearing in mind|taking fully into account|recalling|noting|as (?:requested|decided|recommended|agreed|endorsed|set out|contained)|on the basis of the (?:report|results)|in the light of the)\b/i;

/** Behind what is presupposed the purpose of what is asked may follow, with its time. */
export const purposeResumed = /,? (?:with a view to|in order to|so as to|and to) (?!the\b)/i;

/** "as set out in paragraph 4, for a further 12 months": how long something is extended, behind where it was laid down. */
export const lengthResumed =
  /,? (?=(?:until|through|up to) (?:\d|[A-Z])|for (?:a |an |another )?(?:(?:further|final|new|additional|initial) )*(?:(?:period|term)\b|\d+ |one |two |three |four |five |six |nine |ten |twelve |eighteen |twenty-four )(?:.{0,12}(?:day|week|month|year)|of\b))/i;

/** A past action at that session: "adopted at its tenth session", "the views expressed at the forty-fifth session". */
export const pastBefore =
  /(?<!\bbe )(?<!\bbeing )(?<!\bto be )\b(?:adopted|taken|approved|endorsed|agreed|expressed|made|carried out|held|reached|decided|established|launched|convened|discussed|accepted|concluded|recommended|presented|submitted|considered|contained|initiated|requested|set out|issued|undertaken|prepared|created|appointed|elected|proclaimed|delivered|raised|introduced|took place|was|were|had|has)\b(?: (?:by|at|in|on|to|for|with|from|during)\b[^,;]{0,80})?\s*,?\s*(?:at|in|during|on)?\s*$/i;

/** The same with a body's long name between: "adopted by the Conference of the Parties to the … Convention … at its". */
export const doneByBody =
  /(?<!\bbe )(?<!\bbeing )\b(?:adopted|approved|endorsed|agreed(?: upon)?|taken|decided|established|launched|made|reached|issued|concluded) (?:by|at) (?:the )?[A-Z][\w’'-]*(?: (?:(?:of|on|for|and|to|in|against)(?: the)? )?[A-Z][\w’'-]*){0,24},? (?:(?:at|in|during) (?:its |the |their )?)?$/;

/** Exact days. `day`, `month`, `year`; `day2` for "from 5 to 9 June". */
export const exactDate = new RegExp(
  `(?<op>\\b(?:by|before|until|no later than|not later than|on|prior to|up to|through|from|as of|as from|after|ending|starting|beginning|commencing(?: on)?|effective|latest|between|to|for)(?: on| at)?(?: the period (?:ending|to|until)| period ending)?)\\s+(?<day>\\d{1,2})(?:(?:\\s?(?:to|and|[–-])\\s?)(?<day2>\\d{1,2}))?\\s+(?<month>${month}),?\\s+(?<year>${year})(?:\\s+(?:to|until|through|and)\\s+(?<day3>\\d{1,2})\\s+(?<month3>${month})\\s+(?<year3>${year}))?`,
  "g",
);

/** "through July 15, 2026": the month first. */
export const monthFirstDate = new RegExp(
  `(?<op>\\b(?:by|before|until|no later than|not later than|on|prior to|up to|through|from|as of|as from|after|ending|starting|beginning|effective|to)(?: on)?)\\s+(?<month>${month})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,\\s*(?<year>${year})\\b`,
  "g",
);

/** Months: "by June 2025", "no later than the end of March 2014", "in June 2025". */
export const monthOnly = new RegExp(
  `(?<op>\\b(?:by|before|until|no later than|not later than|in|during|prior to|up to|at|starting(?: in)?|beginning(?: in)?|from|as from|as of|for)(?: early| late| mid-?)?)\\s+(?:the )?(?<edge>end of |beginning of |start of |first half of |second half of |middle of |month of |course of )?(?:${month} or )?(?<month>${month}),?\\s+(?<year>${year})\\b`,
  "g",
);

/** Years: "by 2030", "by the end of 1991", "early in 1991", "during 2015", "in the second half of 2018". */
export const yearOnly = new RegExp(
  `(?<op>\\b(?:by|before|until|no later than|not later than|in|during|prior to|within|up to|for|starting(?: in| from)?|beginning(?: in| from)?|from|as from|as of|throughout|through|over)(?: (?:early|late|mid)-?)?)\\s*(?:the )?(?<edge>(?:end|beginning|start|course|first half|second half|first quarter|second quarter|third quarter|fourth quarter|last quarter|middle) of (?:the )?)?(?:calendar )?(?:the )?(?:year )?(?:early |late |mid-)?(?<year>${year})(?![\\w/(–-]|\\s?[–-]\\s?\\d|,? (?:Agenda|World Summit|session|substantive|regular|Review|Conference|and \\d{4}| ?(?:[a-z]+ )?(?:high-level|[Ff]orum|[Cc]onference|[Ss]ummit|reports?|meeting|review|elections?|census|round|edition|humanitarian|appeal|outcome|agreement|comprehensive|declaration|protocol|targets?|goals?|platform)\\b))`,
  "g",
);

/** Periods: "within 120 days of the adoption of this resolution", "for a period of one year", "six months after …", "no later than three months from …". */
export const relativePeriod = new RegExp(
  `\\b(?<op>within|no later than|not later than|in no more than|for(?: an?)?(?: further| final| new| additional| initial| renewable| maximum| another)*(?: (?:period|term|duration|time|mandate(?: period)?)s?)?(?: of| up to)?(?: a(?:n)?)?(?: further| additional| another)?|after|not exceeding)\\s+(?:a |the (?:next |first |coming |following )?|an |at least |a maximum of |up to |a period of |an additional |a further )?(?<amount>${number})(?: \\(\\d+\\))?[ -](?:(?:further|additional|more|consecutive|successive) )?(?<unit>${unit})\\b(?<from>\\s+(?:of|from|after|following|upon)\\s+(?<event>[^,;.:()]{3,140}))?`,
  "gi",
);

/** "within the next year", "within a month": one of the unit. */
export const relativeNext = /\bwithin (?:the (?:next|coming|following)|an?) (?<unit>week|month|year)\b/gi;

/** "six months after the entry into force", "90 days following the adoption". */
export const periodAfter = new RegExp(
  `\\b(?<amount>${number})(?: \\(\\d+\\))? (?<unit>${unit}) (?<rel>after|from|following|of|before|prior to|in advance of|ahead of) (?<event>(?:the |its |their |this |that )?[^,;.:()]{3,120})`,
  "gi",
);

/** Named events: "at the Fifth United Nations Conference on …", "prior to the 2026 United Nations Water Conference". */
export const namedEvent = new RegExp(
  `\\b(?<op>at|before|by|prior to|in time for|in advance of|no later than|during)\\s+(?:the|its)\\s+(?<event>(?:${ordinalPattern}|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth|[Tt]hirteenth|[Ff]ourteenth|[Ff]ifteenth|${year}|[A-Z][a-z]+)\\s(?:[A-Z][\\w’'-]*,? (?:(?:of|on|for|the|and|to|in|against) )*){0,9}?(?:Conference|Summit|Congress|Forum|Symposium|Meeting of [A-Z]|conference|summit|congress)(?: (?:of the Parties|on|for|of|to)(?: (?:the|and|of|on|for|in|to|against|[A-Z][\\w’'-]*))*[ ][A-Z][\\w’'-]*)*)`,
  "g",
);

/** "by the end of the Decade": the last year of a decade that the document names with its years. */
export const endOfDecade =
  /\b(?:by|before|until) (?:the )?(?:end|close|conclusion) of the (?:Second |Third |International |United Nations )*Decade\b/g;
export const decadeYears = new RegExp(
  `Decade\\b[^.;]{0,140}?(${year})\\s?[–-]\\s?(${year})|(${year})\\s?[–-]\\s?(${year})[^.;]{0,40}?Decade`,
  "",
);

/** How often. `fixed` names the rhythm; without it the groups `amount` and `unit` do. */
export const cadencePhrases: readonly { readonly pattern: RegExp; readonly cadence: string | null; readonly example: string }[] = [
  { pattern: new RegExp(`\\bevery (?<amount>${number})[ -](?<unit>days?|weeks?|months?|years?)\\b`, "i"), cadence: null, example: "every 90 days thereafter" },
  { pattern: new RegExp(`\\bat (?<amount>${number})-(?<unit>day|week|month|year)(?:ly)? intervals\\b|\\bat intervals of (?:no more than |not more than )?(?<amount2>${number}) (?<unit2>days|weeks|months|years)`, "i"), cadence: null, example: "at six-month intervals" },
  { pattern: /\bevery (?:second|other) year\b|\bbiennial(?:ly)?\b(?! (?:programme|budget|policy|work|plan|support|cycle|conference|meeting of|session))|\bon a biennial basis\b|\bevery two years\b|\bin alternate years\b/i, cadence: "biennial", example: "on a biennial basis" },
  { pattern: /\bevery third year\b|\btriennial(?:ly)?\b(?! (?:(?:and quadrennial )?(?:comprehensive )?policy|programme|work|plan|cycle|conference))/i, cadence: "triennial", example: "triennially" },
  { pattern: /\bevery fourth year\b|\bquadrennial(?:ly)?\b(?! (?:(?:comprehensive )?policy|programme|work|plan|cycle|conference|comprehensive))/i, cadence: "quadrennial", example: "on a quadrennial basis" },
  { pattern: /\b(?:twice (?:a|per|each|every) year|semi-?annual(?:ly)?|biannual(?:ly)?|half-yearly|bi-annual(?:ly)?|six-monthly)\b/i, cadence: "every 6 months", example: "twice a year" },
  { pattern: /\bquarterly\b|\bthree-monthly\b|\bfour times (?:a|per) year\b/i, cadence: "every 3 months", example: "quarterly" },
  { pattern: /\bmonthly\b|\b(?:each|every) month\b/i, cadence: "monthly", example: "monthly" },
  { pattern: /\bannual(?:ly)?\b(?! (?:programme|work|meeting of|session|full-day|discussion|day|sessions|parliamentary|overview|theme|budget|conference of|growth|contribution))|\b(?:each|every) (?:year|January|February|March|April|May|June|July|August|September|October|November|December)\b|\bonce (?:a|per|each|every) year\b|\bon (?:an annual|a yearly) basis\b|\byearly\b|\beach year\b/i, cadence: "annual", example: "report annually to the Assembly" },
  { pattern: /\b(?:at|in|of|for|to) (?:each|every|all)(?: of its)?(?: regular| subsequent| future| ordinary| annual)* sessions?\b|\b(?:each|every) (?:regular )?session\b/i, cadence: "every session", example: "at each session" },
  { pattern: /\bon a regular(?: and \w+)? basis\b|\bregularly\b|\bperiodically\b|\bat regular intervals\b|\bon a periodic basis\b|\bunder (?:regular|periodic) review\b|\bregular(?:, [a-z]+)*,? (?:and \w+ )?(?:oral |written |progress )?(?:reports?|updates?|briefings?|meetings|consultations|exchanges|(?:[a-z]+ )?(?:debates?|reviews?))\b|\bperiodic (?:reports?|updates?|briefings?)\b/i, cadence: "regular", example: "on a regular basis" },
]; // biome-ignore format: a table reads better in rows
