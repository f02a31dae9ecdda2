/** Decisions that are carried out by being taken: nothing remains to be followed up. The example is itself a test. */
export const decidedAtOnce: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /^(?:accept|adopt|approve|endorse|concur|agree|take note|welcome|affirm|reaffirm|recognize|acknowledge|confirm|note|support|commend)\b/i,
    example: "accept the proposal for additional posts",
  },
  {
    pattern:
      /^(?:(?:proclaim|declare|designate)\b(?!.{0,120}?\b(?:Day|Week|Year|Decade|Month|decade|year|day|week)\b)|name|rename|change the (?:name|title)|observe that|regard|consider that|deem|call it|be known)\b(?!.{0,60}\b(?:focal point|representative|coordinator|officer|individuals?|Committee shall)\b)/i,
    example: "declare the emergency closed",
  },
  {
    pattern:
      /^bring\b.{3,160}? to (?:a close|an end|its conclusion)\b|^(?:lift|repeal|rescind|revoke|cancel|exempt|waive|amend|dissolve|abolish|discontinue|terminate|delete|replace|admit|suspend the (?:provisions|application))\b/i,
    example: "lift the measures imposed by paragraph 4",
  },
];

/** "Decides to remain actively seized of the matter". */
export const remainsSeized = /^(?:to )?(?:also |further )?(?:remain|be|keep itself)\b[^,;]{0,20}\bseized\b/i;

/** Behind "remain seized of the matter": "and to keep it under active consideration" adds nothing. */
export const keepsConsidering =
  /^(?:to )?(?:keep|maintain) (?:it|the (?:matter|question|situation)|developments)\b.{0,40}\b(?:consideration|review)\b/i;

/** Predicates behind "Decides that X …" that declare, define or limit instead of asking X to act. */
export const declaringPredicate =
  /^(?:(?:shall|should|must|will|would|may|can|also|further|accordingly|therefore|continue to|not) )*(?:not\b|be (?!(?:authori[sz]ed|requested|invited|mandated|tasked|required|responsible|entrusted|instructed|encouraged|prepared to)\b)|is\b(?! to [a-z])|are\b(?! to [a-z])|was\b|has\b|have (?!due)|apply\b|applies\b|consist\b|constitutes?\b|remain\b|remains\b|enter into force|take effect|includes?\b|cover\b|covers\b|comprise|compose|amount|mean\b|expire|lapse|terminate|cease|bear (?:the )?(?:title|name)\b|be borne|serve (?:for|as)\b|enjoy\b|benefit\b|retain\b|supersede|replace|prevail|fall\b|extend to|belong|last\b|commence|begin on|start on|result|relate|affect|prejudice|imply|need not|be eligible)/i;

/** Subjects that are events: "the conference shall be held", decided by the organ itself. */
export const eventSubject =
  /\b(?:meetings?|conferences?|sessions?|summits?|seminars?|workshops?|panels?|forums?|dialogues?|events?|segments?|debates?|discussions?|congress(?:es)?|symposium|consultations?|hearings?|weeks?|days?|observance|reviews?)\b[^,;]{0,60}$/i;
export const eventPredicate =
  /^(?:(?:shall|should|will|would|also|further) )*(?:be (?:held|convened|organized|organised|opened|scheduled|devoted|dedicated|undertaken|conducted|reviewed|considered|included|examined|discussed|placed|inscribed|taken up|launched)|take place|be considered|open\b|focus\b)/i;

/** "that a foundation be established as from 1 January": a body set up by the decision. */
export const establishedPredicate =
  /^(?:(?:shall|should|will|also|further|hereby) )*be (?:established|set up|created|constituted)\b/i;

/** "shall be deployed until 30 June 2011": a mandate with its end. */
export const deployedUntil = /^(?:shall|should|will) be (?:deployed|maintained|continued)\b.{0,60}\buntil\b/i;

/** "the mandate of the Special Rapporteur on …": who reports when a mandate is extended. */
export const mandateOf =
  /\b(?:mandates?|term of office|tenure)\s+of\s+(?:the\s+)?(?<holder>[A-Z][^,;:.]{3,220}?)(?=,|;|\.|$|\s(?:for a (?:further |new |final |additional )*(?:period|term)|for (?:one|two|three|a)|until|as (?:set|established|contained|provided)|to (?:submit|include|continue|report|present)|in accordance|and (?:to|requests|invites)|under|pursuant|established))/;
/** "to appoint a Special Rapporteur on …", "to establish a Committee of the Security Council consisting of …". */
export const bodyEstablished =
  /\b(?:establish|appoint|create|set up|constitute|dispatch)\b,?(?:[^,;]{0,20},[^,;]{3,90},| for (?:an? )?(?:[a-z]+ )?period of [^,;]{3,25}?)?\s+(?:an?|the|for a period of [^,;]{3,30}, an?)\s+(?<holder>(?:(?:ad hoc|independent|international|new|open-ended|intergovernmental|inter-sessional|high-level|special|subsidiary|preparatory|group|panel|joint|fact-finding|expert|[A-Z][\w’'-]*)\s)*(?:[A-Z][\w-]*|committee|commission|working group|group|panel|mission|mechanism|board|body|team|task force)(?:\s(?:of|on|for)\s(?:the\s)?[^,;:.()]{3,120}?)?(?:\s(?:in|at) [A-Z][\w’-]+(?: [A-Z][\w’-]+)*)?)(?=,|;|:| \(|\.|\(|$|\s(?:consisting|composed|comprising|to|for a|with|as|mandated|open|whose|which|that|in accordance|and (?=to|requests|invites|encourages|the|with|for|decides)|under|by|at)\b)/;

/** "submitted by the Administrative Committee on Coordination": who a passive without agent falls to. */
export const madeBy =
  /\b(?:submitted|prepared|drafted|proposed|presented|elaborated|produced) by (?:the )?(?=[A-Z])/;

/** Nominal requests that name their doer: "contributions from Member States", "action by all States". */
export const doerOfNoun =
  /\b(?:(?:following )?reports|updates|briefings|efforts|action|actions|measures|steps|contributions?|comments|views|cooperation|collaboration|coordination|synergies|dialogue|partnerships?|exchanges?|participation|implementation|compliance|ratification|accession|adherence|support|engagement|assistance|commitments?|consideration|adoption|nominations|proposals|information|submissions|withdrawal|respect|investment|development|elaboration|establishment|creation|initiatives|response|pledges|involvement|use|application|cessation|release|consultations|meetings|visits|sharing|reporting|delivery|provision|deployment|ratifications)\b(?:[^,;]{0,60}? (?:by|from|on the part of|among|between)|(?<=efforts|engagement|contributions?|cooperation|participation|involvement|(?<!in )support|commitment|assistance) of(?! (?:the |all |young )*(?:women|girls|youth|children|men|people|persons)\b)(?! (?:the )?[^,;.]{0,40}[’']s\b)) (?=(?:the |all |both |other |relevant |interested |its |those )*(?:[A-Z]|States|Member|Governments?|parties|countries|organizations|stakeholders|donors|international community|developed|developing|administering|United|public|media\b|civil|private|national|subnational|local|intergovernmental|non-governmental|human rights|treaty|special procedures?|women|youth|actors|partners|entities|agencies|bodies|institutions|international|regional|multilateral))/;
