import type { Deliverable } from "../../vocabulary/deliverables";

/** A rule that tells from the words behind "to" what an action produces. The example is itself a test. */
export type DeliverableRule = {
  readonly id: string;
  readonly deliverable: Deliverable;
  readonly pattern: RegExp;
  readonly example: string;
};

const rule = (id: string, deliverable: Deliverable, pattern: RegExp, example: string): DeliverableRule => ({
  id,
  deliverable,
  pattern,
  example,
});

/** Words between a verb and its object: articles, numbers and up to six adjectives. */
const some = "(?:[\\w’'-]+(?:,| and| or)? ){0,7}?";
const few = "(?:[\\w’'-]+(?:,| and)? ){0,4}?";

const reportNouns =
  "(?:reports?|notes?|stud(?:y|ies)|updates?|briefings?|summar(?:y|ies)|reviews?|overviews?|compilations?|information|analys[ei]s|assessments?|surveys?|proposals?|recommendations?|views|comments|observations|findings|data|statistics|replies|repl(?:y|ies)|responses?|names|conclusions|suggestions|options|evaluation|statements?|accounts?|details|advice(?= to the (?:[\\w-]+ ){0,3}(?:Council|Assembly|Commission|Committee|Secretary))|notifications?|papers?|background documents?|addend(?:um|a)|outcomes?|results|estimates|documentation|inputs?|requests? for listing|submissions?|candidatures|nominations)";
const meetingNouns =
  "(?:meetings?|conferences?|sessions?|panels?|seminars?|workshops?|events?|symposi(?:um|a)|forums?|fora|summits?|dialogues?|discussions?|round ?tables?|consultations?|observances?|ceremony|congress|briefings?|hearings?|debates?|webinars?|retreats?|commemorations?|celebrations?|intersessional|activities to (?:mark|commemorate|celebrate|observe))";
const textNouns =
  "(?:guidelines?|guidance|strateg(?:y|ies)|(?:action |work |implementation |draft |master |strategic |medium-term |national |communications? )?plans?|plans? of action|programmes? of action|conventions?|protocols?|declarations?|handbooks?|manuals?|databases?|databanks?|websites?|web ?pages?|web portals?|publications?|toolkits?|tool kits?|standards|frameworks?|model laws?|(?:legal |binding |international )?instruments?|codes? of (?:conduct|practice|ethics)|drafts?|texts?|road ?maps?|booklets?|brochures?|criteria|terms of reference|methodolog(?:y|ies)|templates?|proposals?|(?:online )?portals?|repositor(?:y|ies)|questionnaires?|checklists?|principles|procedures|yearbook|repertory|repertoire|compendi(?:um|a)|glossary|treaty|agreement|rules|regulations|statute|indicators|policy paper|policy|curricula?|studies and publications|elements)";
const moneyNouns =
  "(?:contributions|contribution(?= to (?:the|its|this) [^,;]{0,40}\\b(?:fund|budget|trust))|voluntary support|funding|funds|financing|finance|financial (?:resources|support|contributions|assistance|means|and (?:technical|in-kind|human|other) (?:resources|contributions))|resources|appropriations?|donations?|grants?|budget(?:ary)? (?:resources|allocations?)|extra-?budgetary (?:resources|funds|contributions|support|funding))";
const bodyNouns =
  "(?:committees?|commissions?|working groups?|panels?|task forces?|boards?|councils?|groups?|experts?|rapporteurs?|coordinators?|focal points?|representatives?|envoys?|mandate|members?|chairs?|chairpersons?|co-chairs|facilitators?|co-facilitators|offices?|units?|missions?|mechanism|teams?|forums?|forum|secretariat|persons?|candidates?|judges?|officers?|personalities|tribunals?|courts?|chambers?|force|operation|institute|institution|foundation|centre|bod(?:y|ies)|advisers?|ombudsperson|ambassadors?|fellows?|auditors?|delegations?|commissioner)";

/** Applied to the words behind "to" with their parentheses taken out; the first that matches counts. */
export const deliverableRules: readonly DeliverableRule[] = [
  rule(
    "agenda-include",
    "agenda_item",
    /^(?:include|inscribe|place|put)\b.{0,300}?\bagenda\b|^(?:retain|keep|maintain)\b.{0,200}?\b(?:on|in) (?:the|its)(?: [\w-]+){0,3} agenda\b(?! items?\b)/,
    "include in the provisional agenda of its fifty-third session the item",
  ),
  rule(
    "renew-mandate",
    "renewal",
    /^(?:further )?(?:extend|renew|prolong|continue(?! (?:the|its) (?:inclusion|integration|incorporation|mainstreaming)\b))\b.{0,160}?(?:\b(?:mandates?|authori[sz]ations?|terms? of office|tenure|presence|operations?)\b|\b(?:until|for a (?:further |final |new |additional )*(?:period|term))\b)/i,
    "extend the mandate of the Special Rapporteur for a period of one year",
  ),
  rule(
    "deploy-until",
    "renewal",
    /^(?:deploy|maintain|continue)\b.{0,80}?\buntil\b/i,
    "deploy the Mission until 30 June 2011",
  ),
  rule(
    "renew-measures",
    "renewal",
    /^(?:extend|renew|prolong) (?:the|its|for|until)\b(?! (?:[a-z]+ ){0,2}(?:cooperation|co-operation|assistance|support|invitations?|thanks|hospitality|commitments?|efforts|appreciation)\b)/i,
    "renew the measures imposed by paragraph 4",
  ),
  rule(
    "report-verb",
    "report",
    /^(?:(?:also|further|thereafter|then|regularly|periodically|annually|subsequently|jointly|orally|promptly) )*(?:report|brief|update)(?! the (?:booklets?|brochures?|publications?|list|guidelines|strategy|plan|handbook|manual|website|database|information)\b)(?: (?:back|orally|annually|regularly|further|fully|periodically|jointly|to|on|thereon|thereafter|it|the|in|at|within|every|as|and|upon|without|progress|its|their|any|once|twice|him|members|Member|States|through|by|directly|about|Assembly|Council|before|for|from|when|also|again|separately)\b|,|$|\.|;)/,
    "report to the General Assembly at its fifty-fourth session",
  ),
  rule(
    "keep-informed",
    "report",
    /^(?:(?:also|further|regularly|promptly) )*(?:keep .{1,100}?\b(?:informed|apprised|updated|abreast)|inform\b(?! (?:persons|people|women|children|individuals|communities|consumers|the public)\b)(?!.{3,240} of the adoption of\b)(?! the (?:action|work|design|development|preparation|discussions?)\b)(?!ation)|notify\b|apprise\b|advise the (?:Council|Assembly|Committee|Commission|General Assembly|Security Council) of)/i,
    "keep the Council informed of developments",
  ),
  rule(
    "report-information",
    "report",
    /^report (?:(?:such|this|that|their|any|all|the|relevant|its) )?(?:\w+ ){0,3}?(?:information|data|results?|findings|progress|outcomes?|measures)\b.{0,60}?\bto\b/i,
    "report such information to the Office",
  ),
  rule(
    "bare-report",
    "report",
    /^(?:(?:an?|the|regular|periodic|subsequent|final|interim|further|written|oral|annual|follow-up|updated|progress|second),? (?:and )?)+(?:\w+ )?(?:reports?|updates?|briefings?)\b|^(?:reports?|updates?|briefings?) (?:each|every)\b/i,
    "regular reports every 90 days",
  ),
  rule(
    "by-providing-report",
    "report",
    /^(?:assist|support|help)\b.{0,120}?\bby (?:providing|submitting|preparing|producing) (?:it with |them with )?(?:[\w’'-]+,? ){0,4}?(?:reports?|surveys?|stud(?:y|ies)|analyses|updates?|briefings?)\b/i,
    "assist the Council by providing factual surveys",
  ),
  rule(
    "submit-text",
    "text",
    /^(?:submit|present|transmit|forward) (?:(?!reports?|stud|notes?|proposals?|information)[^;]){0,80}?\b(?:supplementary |additional |proposed )?rules(?: and regulations)?\b|^(?:submit|present|transmit|forward) (?:the |its |a |such |these |those )?(?:\w+ )?(?:draft|revised|final) (?:\w+ ){0,2}?(?:guidelines|guidance|strategy|plan|convention|protocol|declaration|text|principles|standards|statute|rules|treaty|code|instrument|agreement|model law|programme of action)\b/i,
    "submit the draft guidelines to the Commission",
  ),
  rule(
    "necessary-resources",
    "funding",
    /^(?:provide|allocate|make available) (?:all |the |all the )?(?:necessary|required|adequate|sufficient|additional|increased) (?:financial )?resources\b/i,
    "provide all necessary resources to the Commission",
  ),
  rule(
    "submit-report",
    "report",
    new RegExp(
      `^(?:prepare and |compile and |produce and |finalize and |continue and )?(?:submit|present|transmit|provide|furnish|deliver|communicate|forward|circulate|table|give(?! (?:[a-z]+ ){0,3}(?:emphasis|priority|consideration|attention|effect)\\b)|supply|render|send|make available(?=.{0,200}? to (?:the|all|its|each|Member|States)\\b)|make(?! available\\b| (?:[a-z]+ ){0,3}(?:arrangements|proposals)| (?:[a-z]+ ){0,2}recommendations\\b(?! to (?:the|its)\\b|.{0,160}\\b(?:present|submit|transmit) (?:them|these) to\\b)))\\b(?! (?:${few})(?:assistance|support|services)\\b).{0,220}?(?<!\\b(?:(?<!range )of|with|using|transfer of|through|(?:preparation|consideration|basis|context|light|publication|implementation) of) (?:the |its |his |such |this |all |relevant |\\w+ and )?(?:scientific |statistical |financial |technical |relevant |abovementioned |above-mentioned )?)\\b(?<!\\bnecessary )${reportNouns}\\b(?! (?:technology|technologies|systems?|sharing|needed|necessary|required|and (?:support|assistance|access|communications?)|exchange)\\b)`,
      "i",
    ),
    "submit to the General Assembly at its forty-sixth session a report",
  ),
  rule(
    "provide-with-information",
    "report",
    /^(?:provide|furnish|supply)\b [^,;]{2,80}? with (?!all (?:the )?necessary|the necessary|necessary)(?:[\w-]+,? (?:and )?){0,4}?(?:reports?|information|details|data|updates?|briefings?|views|comments|statistics|proposals|recommendations)\b(?! (?:technology|systems?|and (?:support|assistance)))/i,
    "provide the Committee with information on its programmes",
  ),
  rule(
    "prepare-report",
    "report",
    new RegExp(
      `^(?:prepare|produce|issue|compile|complete|commission|finalize|write|publish|undertake|conduct|carry out|draw up|elaborate|develop)\\b ${some}(?<!\\bto |\\b(?:for|of) (?:[\\w-]+,? ){0,3})(?:reports?|stud(?:y|ies)|surveys?|compilations?|summar(?:y|ies)|analytical|notes? by|papers?|analys[ei]s|assessment(?= (?:report|of|on))|overviews?)\\b`,
      "i",
    ),
    "prepare a report on the situation of women",
  ),
  rule(
    "produce-review",
    "report",
    /^(?:produce|prepare) an? (?:[\w-]+ ){0,3}?review\b/i,
    "produce a review of the implementation of mandates",
  ),
  rule(
    "include-in-report",
    "report",
    /^(?:(?:also|further) )?(?:include|incorporate|reflect|address|contain|cover|continue to include|devote|set out|present|provide|describe|elaborate|focus|outline|highlight|analy[sz]e|examine|consider|identify|assess|integrate)\b.{0,260}?\bin (?:(?:his|her|its|their|the|that|this|any|all|each)\s)(?:[\w’'-]+ ){0,5}?(?:reports?|reporting|briefings?|study|updates?|survey|analys[ei]s)\b/i,
    "include his recommendations in his report to the General Assembly",
  ),
  rule(
    "include-information",
    "report",
    new RegExp(
      `^(?:include|incorporate)\\b(?=.{0,300}\\b(?:reports?|presentation|briefings?|updates? to)\\b).{0,120}?\\b${reportNouns}\\b`,
      "i",
    ),
    "include information in future reports",
  ),
  rule(
    "refer-information",
    "report",
    /^refer to the (?:[A-Z][\w’-]+ ){1,5}(?:[a-z]+ ){0,3}(?:information|analysis|reports?)\b/,
    "refer to the Council relevant information",
  ),
  rule(
    "place-at-disposal",
    "report",
    /^(?:place|put) at the disposal of .{3,80}?\b(?:information|reports?|data)\b/i,
    "place at the disposal of the Board full information",
  ),
  rule(
    "express-views",
    "report",
    /^(?:express|communicate|convey|state|make known) (?:its|their|his|her) (?:views?|opinions?|comments|observations|position)\b/i,
    "express its views on the draft articles",
  ),
  rule(
    "share-information",
    "report",
    /^share\b (?:[\w’'-]+,? (?:and )?){0,5}?(?:information|data|findings|reports?)\b[^.;]{0,80}? with the (?:[\w’'-]+ ){0,4}?(?:Council|Committee|Assembly|Commission|Secretariat|Secretary-General|Panel|Office|Board)\b/,
    "share relevant information with the Committee",
  ),
  rule(
    "undertake-debate",
    "meeting",
    /^undertake (?:an?|the|its) (?:[a-z-]+ ){0,3}(?:debates?|discussions?|dialogues?)\b/i,
    "undertake a regular thematic debate",
  ),
  rule(
    "interactive-dialogue",
    "meeting",
    /^(?:address and )?(?:engage|participate|take part) in an? (?:enhanced )?interactive dialogue\b/i,
    "engage in an interactive dialogue with the General Assembly",
  ),
  rule(
    "devote-session",
    "meeting",
    /^(?:dedicate|devote)\b.{0,80}?\b(?:session|meeting|day|segment)\b/i,
    "dedicate its twentieth session to the implementation",
  ),
  rule(
    "hold-meeting",
    "meeting",
    new RegExp(
      `^(?:(?:prepare|plan|consider|help) (?:for )?and )?(?:convene|hold|organi[sz]e|host|schedule|arrange|call|convoke|reconvene|conduct|facilitate(?! such\\b)|prepare for|launch|commence|open|hold and|co-host|sponsor|dedicate|allocate)\\b(?! (?:negotiations|investigations|elections|accountable)\\b).{0,140}?\\b${meetingNouns}\\b`,
      "i",
    ),
    "convene a one-day seminar",
  ),
  rule(
    "convene-group",
    "meeting",
    /^(?:convene|reconvene)\b.{0,80}?\b(?:group|committee|commission|task force|panel|board|body)\b/i,
    "reconvene the expert group",
  ),
  rule(
    "observe-day",
    "meeting",
    /^(?:observe|celebrate|commemorate|mark|proclaim|designate|declare)\b.{0,120}?\b(?:Day|Week|Year|Decade|Month|anniversary|(?:as|the) (?:a |an |the )?(?:international )?(?:day|week|year|decade))\b/,
    "observe annually the World Day against Trafficking in Persons",
  ),
  rule(
    "facilitate-week",
    "meeting",
    /^(?:facilitate|organi[sz]e|coordinate|support|promote)\b.{0,60}?\b(?:observance|celebration|commemoration|organization of (?:activities|events)|implementation of (?:the )?(?:[A-Z][\w’-]+ )+(?:Day|Week|Year))\b/i,
    "facilitate the organization of activities for the Week",
  ),
  rule(
    "measures-for-observance",
    "meeting",
    /^(?:take|undertake)\b.{0,60}?\b(?:measures|steps|action)\b.{0,40}?\bfor the (?:observance|celebration|commemoration|holding|convening)\b/i,
    "take the necessary measures for the observance of the International Day",
  ),
  rule(
    "prepare-meeting",
    "meeting",
    /^(?!play|participate|contribute|engage|take (?:an active )?part|report).{0,90}?\b(?:preparations?|organi[sz]ation|arrangements?)\b.{0,60}? (?:of|for) (?:the|a|its|their|such)\b.{0,40}?\b(?:meeting|conference|seminar|panel|workshop|session|summit|briefings?|event|forum|dialogue|congress)s?\b/i,
    "make the necessary arrangements for the briefings",
  ),
  rule(
    "arrange-meeting",
    "meeting",
    /^(?:make|undertake) .{0,60}?\barrangements\b.{0,100}?\b(?:organi[sz]ing|convening|holding|meeting|conference|briefings?|session)\b/i,
    "make arrangements for organizing the briefings",
  ),
  rule(
    "meet",
    "meeting",
    /^(?:meet|hold (?:regular|annual|informal|open)|convene|reconvene)\b(?! (?:the|their|its|these|those|this|all|any)\b)/i,
    "meet annually at Geneva",
  ),
  rule(
    "money-verb",
    "funding",
    /^(?:appropriate(?= (?:the|an?|such|from|for|to|funds|amounts)\b)|apportion|assess\b(?=.{0,60}\b(?:amounts?|contributions|among Member States)\b)|fund|finance|co-finance|reallocate|disburse|pay(?! (?:[a-z-]+ (?:and [a-z]+ )?){0,2}(?:attention|heed|regard|tribute|respect|visits?|due)\b)|contribute (?:financially|generously|voluntarily|adequate|(?:\w+ ){0,2}(?:funds|resources|contributions)\b|to (?:the |this |its |that |any )?[^,;.]{0,80}?\b(?:fund|funds|budget|financing|facility|appeal|account)\b)|(?:authorize .{3,60}? to )?enter into (?:\w+ )?commitments|support\b.{0,80}?\b[Tt]rust [Ff]und|cost-share|reimburse)\b/i,
    "contribute to the Trust Fund",
  ),
  rule(
    "resources-made-available",
    "funding",
    /^ensure that (?:the )?(?:[a-z]+ (?:and [a-z]+ )?){0,3}(?:resources|funding|funds)\b.{0,60}?\b(?:are|is|be) (?:provided|made available|allocated|mobili[sz]ed|secured)\b/i,
    "ensure that adequate resources are provided for the follow-up",
  ),
  rule(
    "advance-or-borrow",
    "funding",
    /^(?:advance|borrow|lend|withdraw)\b.{0,60}?\b(?:funds|moneys|sums?)\b|^(?:negotiate|arrange|obtain|raise)\b.{0,100}?\bloans?\b|^continue the (?:[A-Z][\w’-]+ ){0,4}Fund\b/i,
    "advance funds from the Working Capital Fund",
  ),
  rule(
    "development-assistance",
    "funding",
    /^(?:increase|raise|scale up|fulfil|meet|honour|achieve)\b.{0,80}?\bofficial development assistance\b|^(?:make|pursue|intensify)\b.{0,60}?\befforts\b.{0,160}?\bofficial development assistance\b|\btransfer (?:of )?(?:new and )?additional (?:financial )?resources\b/i,
    "increase official development assistance",
  ),
  rule(
    "provide-with-money",
    "funding",
    /^(?:provide|furnish|supply|assist)\b [^;]{2,200}? with (?:(?:[a-z]+,? (?:and )?){0,3}financial (?:assistance|support|aid)|(?:[a-z]+,? (?:and )?){0,6}financial (?:resources|means)|(?:the )?(?:increased|additional|adequate|sufficient|predictable)(?: and [a-z]+)? resources)\b/i,
    "provide developing countries with financial assistance",
  ),
  rule(
    "through-contributions",
    "funding",
    /^(?:provide|give|extend|render|increase)\b.{0,80}?\bthrough (?:increased |additional )?(?:voluntary|financial) (?:[a-z]+ )?contributions\b/i,
    "provide support to the Institute through voluntary contributions",
  ),
  rule(
    "money-object",
    "funding",
    new RegExp(
      `^(?:provide|make|increase|mobili[sz]e|allocate|give(?! priority)|raise|encourage|consider|commit|pledge|secure|seek(?! views)|solicit(?! views)|ensure(?! that)|continue|offer|disburse|approve|set aside|extend|supply|channel|deliver|enhance|scale up|generate|maintain|sustain|identify|explore)\\b (?!technical|the conditions)(?:[\\w’'-]+,? (?:and |or )?){0,5}?(?<!with )(?<!with the necessary )(?<!with adequate )${moneyNouns}\\b(?!,? (?:and )?programmes\\b| and agencies)(?! (?:mechanisms? for|available|flows|management|efficien|necessary for the effective fulfilment))`,
      "i",
    ),
    "provide extrabudgetary resources",
  ),
  rule(
    "money-allocations",
    "funding",
    /^(?:increase|consider increasing|enhance|scale up|step up|raise|continue to increase|reflect|identify new|explore)\b.{0,100}?\b(?:allocations?|funding|financing|budget(?:ary)? proposal|contributions|pledges|financial support|resource (?:mobilization|allocation))\b/i,
    "consider increasing allocations for technical cooperation",
  ),
  rule(
    "money-generous",
    "funding",
    /^(?:respond|contribute|give|donate)\b.{0,60}?\b(?:generously|voluntar(?:y|ily)|appeals?|financially|trust fund)\b/i,
    "respond generously to the appeal",
  ),
  rule(
    "provide-contact",
    "appointment",
    /^(?:provide|furnish|supply)\b.{0,80}?\bwith an? (?:\w+ )?(?:points? of contact|focal point|contact point|coordinator)\b/i,
    "provide the Committee with a point of contact",
  ),
  rule(
    "establish-fund",
    "funding",
    /^(?:establish|create|set up|develop)\b[^.;:,]{0,60}?\b(?:(?:trust|revolving|emergency|reserve|voluntary) funds?|funding (?:mechanisms?|facilit(?:y|ies)|windows?))\b/i,
    "establish a voluntary trust fund",
  ),
  rule(
    "appoint",
    "appointment",
    new RegExp(
      `^(?:re-?appoint|appoint|elect|nominate|designate|name|select|assign|recruit)\\b(?! (?:those|any|such|all|and|as|more|additional women|areas|protected|sites|5|the individuals)\\b).{0,100}?\\b(?:${bodyNouns}|[A-Z][\\w-]+|individuals?|candidate)\\b`,
    ),
    "designate a focal point",
  ),
  rule(
    "establish-body",
    "appointment",
    new RegExp(
      `^(?:(?:re-?)?establish|create|set up|constitute|form)\\b(?! (?:(?:[\\w-]+ ){0,7}posts?\\b|(?:\\w+ )?(?:membership|cooperation|contacts?|links)\\b|a (?:legal|policy|regulatory)))(?:(?! (?:for(?! an? (?:\\w+ )?period)|to|with|by|from|that|which|on) )[^.;:]){0,140}?\\b${bodyNouns}\\b`,
      "i",
    ),
    "establish a working group",
  ),
  rule(
    "produce-text",
    "text",
    new RegExp(
      `^(?:prepare|draft|elaborate|formulate|produce|publish|finalize|revise|update|complete|compile|draw up|issue|propose|design|devise|create|launch|negotiate|conclude|write|make(?! (?:[a-z]+ )?progress\\b))\\b (?!recommendations)${some}${textNouns}\\b(?! (?:and measures|to combat))`,
      "i",
    ),
    "elaborate draft guidelines",
  ),
  rule(
    "develop-text",
    "text",
    /^(?:develop|establish|set|agree on|work out|build|devise|draft|produce)\b (?:such |a |an |the |its |their |draft |further |new )?(?:[\w’'-]+,? (?:and |or )?){0,4}?(?:guidelines|guidance|strateg(?:y|ies)|(?:national|regional|comprehensive|sectoral) plans?|action plans?|plans? of action|work ?plans?|handbooks?|manuals?|databases?|websites?|web ?pages?|publications?|toolkits?|draft|road ?maps?|(?:training|teaching|educational|guidance|information) materials?|terms of reference|model laws?|convention|protocol|code of conduct|criteria|standards|frameworks?|tools?|(?:model )?texts?|model (?:legislation|provisions|treat(?:y|ies)|agreements?)|(?:research )?methodolog(?:y|ies)|indicators|modules?|curricula)\b/i,
    "develop a plan of action",
  ),
  rule(
    "pursue-text",
    "text",
    /^(?:pursue|continue|complete|undertake|begin|start|finalize|expedite|accelerate)\b.{0,100}?\b(?:elaboration|drafting|preparation|formulation|negotiation|codification|revision) of\b/i,
    "pursue the elaboration of unified standards",
  ),
  rule("propose-text", "text", /^(?:propose|make proposals)\b/i, "propose a comprehensive restructuring"),
  rule("translate-publish", "text", /^(?:publish|print|reprint|translate)\b/i, "publish the proceedings"),
];

/** A body that considers something at a session puts it on its agenda. */
export const considersAtSession =
  /^(?:(?:continue|resume|begin|complete|defer|postpone|keep|undertake)\b.{0,80}?\b(?:consideration|examination|discussion|review|under review|under consideration)\b|(?:re)?consider\b|review\b|examine\b|discuss\b|revert\b|return\b|revisit\b|take up\b|address\b|re-?examine\b|study\b|debate\b|evaluate\b|assess\b|give (?:\w+ )?(?:consideration|priority)\b|take (?:a |its |further )?(?:decisions?|action)\b|decide\b|defer\b|postpone\b|accord priority|appraise\b|keep\b)/i;

/** Words before the infinitive's own verb that change nothing: "continue to", "consider (the possibility of)". */
export const lightVerbs =
  /^(?:(?:shall|should|must|will|would|may|be (?:authori[sz]ed|requested|invited|mandated|entrusted|tasked|encouraged|responsible)|also|further|then|thereafter|in turn|jointly|urgently|promptly|immediately|inter alia|[a-z]+ly),? )*(?:(?:continue(?: its| their| his| her)?(?: efforts)?(?: [a-z]+ly)? to|(?:carry on|continue) with (?:its|their|his|her) efforts to|make every effort to|do (?:everything possible|their utmost|its utmost|all (?:in )?\w+ power) to|take (?:all |the )?(?:\w+ )?(?:steps|measures|action) (?:in order )?to|seek to|endeavour to|strive to|be prepared to|be ready to|undertake to|start to|begin to|continue(?= (?:[a-z]+ly )?[a-z]+ing\b)|consider,?|ensure the|arrange (?:as soon as possible )?for the)(?: [a-z]+ly)? (?:also |further )?)/i;

/** Nouns for verbs: "the convening of", "undertaking". */
export const nominalVerbs: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?convening of /i, "convene "],
  [/^(?:the )?(?:submission|presentation) of /i, "submit "],
  [/^(?:the )?establishment of /i, "establish "],
  [/^(?:the )?(?:extension|renewal) of /i, "extend "],
  [/^(?:the )?inclusion (?:of|in) /i, "include "],
  [/^(?:the )?(?:holding|organization) of /i, "hold "],
  [/^(?:the )?appointment of /i, "appoint "],
  [/^(?:the )?nominations? (?:from|by) /i, "nominate candidates from "],
  [/^(?:the )?preparation of /i, "prepare "],
  [/^(?:the )?(?:printing|publication|reprinting) of /i, "publish "],
  [/^(?:the )?printing (?=(?:each|every) )/i, "publish "],
];

/** "to present it", "its report", "the study": the product named before. */
export const refersBack =
  /^(?:(?:also|then|thereafter|in turn) )*(?:to )?(?:submit|present|transmit|forward|circulate|publish|issue|provide|make|bring|send|communicate|report)\b (?:it\b|them\b|the same\b|(?:the|that|this|these|those|its|his|their|such) (?:final |said |aforementioned |above-mentioned |resulting |(?!next|first|initial|second|third|further|subsequent|interim)\w+ )?(?:reports?|stud(?:y|ies)|results?|outcome|findings|summary|analysis|document|recommendations?|conclusions|proposals?|plans?|strateg(?:y|ies)|drafts?|guidelines)\b)/i;
