/** Words that stand before a name and are no part of it: "all relevant", "the other interested". */
export const leadingWords =
  /^(?:(?:the|all|any|each|every|both|entire|relevant|other|respective|interested|concerned|appropriate|its|their|his|her|our|also|those|these|such|of|various|different|competent and relevant|and|or|further|again|once again|once more|in particular|especially|particularly|individual|upon|on|to|with)\s+)+/i;

/** Where a comma segment is no addressee but says how, why or under what terms. */
export const adverbialStart = new RegExp(
  `^(?:and |but |or )?(?:${[
    "in(?! the region\\b)", "within", "with", "without", "through", "throughout", "as (?!well as)", "on", "under", "by", "for", "from", "upon", "at", "after", "before", "during",
    "taking", "bearing", "consistent", "pursuant", "subject", "while", "when", "where", "whenever", "wherever", "if", "unless", "until", "once", "because", "since", "given", "having", "acting", "working", "drawing", "building",
    "noting", "recognizing", "recalling", "using", "making", "including", "inter alia", "especially", "particularly", "notably", "such as", "not only", "so as", "so that", "that", "which", "who", "whose",
    "assisted", "consulting", "individually", "collectively", "jointly", "respectively", "separately", "accordingly", "also", "via", "over", "against", "according", "based", "irrespective", "regardless", "guided", "pending", "prior", "not later", "no later", "beginning", "starting", "following",
    "to (?:the |this |that )?(?:extent|end|effect)", "to be\\b", "above all", "mindful", "conscious", "aware", "per", "most notabl[ey]", "as per", "so far as", "in so far", "even", "[a-z]+ly\\b(?! )", "[a-z]+ly (?:following|after|upon|before|in|with|through|by)", "be(?:ing)?", "together with", "along with", "among", "between", "like", "depending", "further to", "rather than", "either", "therefore", "as",
  ].join("|")})\\b`,
  "i",
); // biome-ignore format: the list reads better in rows

/** Adverbials that enumerate members of the addressee: the list behind them is no addressee either. */
export const enumerating =
  /^(?:and |but )?(?:including|in particular|especially|particularly|notably|such as|inter alia|both)\b/i;

/** Adverbials that name partners: their list is read as contributing bodies. */
export const partnering =
  /^(?:and )?(?:(?:working )?in (?:[a-z]+ ){0,3}(?:cooperation|co-operation|consultation|collaboration|coordination|co-ordination|partnership|conjunction)|with the (?:[a-z]+ ){0,2}(?:support|assistance|cooperation|participation|involvement)|together with|along with|jointly with|through)\b/i;

/** A segment that takes the list of addressees up again: "…, as well as other relevant organizations". */
export const resumes =
  /^(?:and also|and|as well as|as also|or)\s+(?!(?:in|within|with|taking|bearing|to|on|as|through|by|for|where|when|if|under|subject|consistent|if|that|which|who|also in|upon|at|from|has|have|is|are)\b|\d)/i;

/** What follows a name without being part of it. The first that matches ends the name. */
export const postModifiers: readonly RegExp[] = [
  // "States that have not yet done so", "countries which are able"
  /\s(?:(?:in|on|to|from|of|by|with|at|for|under|through|among) )?(?:which|whom|whose)\b.*$|\s(?:that|who|where|when|while|if|unless|until)\b.*$/is,
  // "the Secretary-General in paragraph 11 of its resolution", "the Department in seeking attention"
  /\s(?:in|by|under|through) (?:paragraphs?|resolutions?|sections?|annex|its resolutions?|[a-z]+ing)\b.*$/is,
  // "Member States in a position to do so", "donors able to do so"
  /\s(?:(?:which are |that are )?in a position|in (?:the|their|its|an?) (?:\w+ )?capacity|able|willing|wishing|ready|not (?:yet|already|having)|having (?:not|the)|with (?:the |a )?(?:capacity|means|relevant expertise|expertise|mandates?))\b.*$/is,
  // "the Working Group established by the Conference"
  /\s(?:established|created|appointed|convened|constituted|set up|referred to|contained|requested|pursuant|listed|annexed|acting|appearing|to be (?:established|appointed|held|convened))\b.*$/is,
  // "the Secretary-General in consultation with"
  /\s(?:in (?:close |full )?(?:cooperation|consultation|collaboration|coordination|accordance|line|addition|the context of|this regard|implementing|order|their|its|his|her)|within|pursuant|as appropriate|as well|as soon|as a matter|as necessary|at all levels|at the (?:national|regional|international|global|highest|appropriate)|at its|through|upon|according|with a view|individually|collectively|jointly|inter alia|once again|also|again|therefore|further)\b.*$/is,
  // "all Member States involved"
  /(?<=\b(?:States|Governments|countries|parties|organizations)) involved$/,
  // "States parties to those instruments"
  /(?<=\bparties)\sto (?:those|these|this|that|it|them|the (?:present|said|above))\b.*$/is,
];

/** Head nouns of those who can be asked; open classes stay classes. */
const actorWords = new Set(
  (
    "non-members non-member state states government governments country countries party parties organization organizations organisation organisations institution institutions agency agencies " +
    "body bodies organ organs entity entities fund funds programme programmes commission commissions committee committees council councils community communities " +
    "stakeholder stakeholders actor actors partner partners donor donors member members authority authorities powers power participant participants group groups " +
    "society sector sectors company companies enterprise enterprises business businesses corporation corporations industry bank banks foundation foundations media university universities academia " +
    "mechanism mechanisms holder holders rapporteur rapporteurs expert experts representative representatives envoy coordinator coordinators commissioner secretariat secretariats system office offices " +
    "department departments division divisions unit units centre centres center institute institutes board boards conference conferences forum assembly chair chairs chairman chairperson chairpersons president presidents vice-president " +
    "director directors head heads secretary secretary-general administrator facilitator facilitators co-facilitators co-chairs bureau bureaux panel panels mission missions force operation operations team teams tribunal tribunals court courts " +
    "leader leaders movement movements faction factions side sides delegation delegations minister ministers parliament parliaments parliamentarians police personnel staff contributors contingents forces individuals persons people peoples " +
    "youth women men girls families parents citizens creditors investors operators providers manufacturers producers exporters importers shipowners carriers employers workers unions union associations association networks network platforms " +
    "procedures scientists educators journalists professionals lawyers judges prosecutors legislators regulators companies firms utilities cities municipalities regions economies nations nation world signatories contributors recipients hosts host refugees everyone all them him her it observers " +
    "agreements arrangements conventions alliances coalition coalitions initiative initiatives presidency mediator ombudsman ombudsperson auditors inspectors contractors fellows administration regime junta taliban rebels militias " +
    "troop-contributing police-contributing faction factions fighters combatants others those both jurisdictions treaty-bodies leadership republic federation kingdom committee's counterparts consortium secretaries committees registrar judge envoys monitors taskforce"
  ).split(" "),
);

/** True for a noun that names somebody who can be asked: "organizations", "stakeholders". */
export const isActorWord = (word: string): boolean =>
  actorWords.has(word.toLowerCase().replace(/[’']s?$/, ""));

/** Adjectives that wait for a noun: "international, regional and subregional organizations". */
const openAdjectives = new Set(
  (
    "international regional subregional sub-regional interregional national local subnational global bilateral multilateral multinational intergovernmental inter-governmental non-governmental nongovernmental governmental public private " +
    "economic social political financial humanitarian scientific technical academic civil religious cultural traditional developed developing affected relevant competent appropriate interested concerned specialized bretton developed- least donor recipient " +
    "requesting transit origin destination coastal flag port market administering bordering neighbouring sending receiving host troop police current former new existing other various thematic country-specific treaty trading landlocked intra-regional rural urban " +
    "judicial legislative executive military parliamentary sectoral professional commercial industrial philanthropic faith-based community-based troop- police- subsidiary functional main principal permanent elected state non-state state-owned bilaterial racial indigenous transnational transboundary"
  ).split(" "),
);
export const isOpenAdjective = (word: string): boolean =>
  openAdjectives.has(word.toLowerCase().replace(/-$/, ""));

/** Phrases of several nouns that a list must not be cut in. */
export const fixedPhrases: readonly string[] = [
  "Economic, Social and Cultural Rights",
  "economic, social and cultural rights",
  "Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
  "Trafficking in Persons, Especially Women and Children",
  "torture and other cruel, inhuman or degrading treatment or punishment",
  "racism, racial discrimination, xenophobia and related intolerance",
  "extrajudicial, summary or arbitrary executions",
  "truth, justice, reparation and guarantees of non-recurrence",
  "sale and sexual exploitation of children",
  "slavery, including its causes and consequences",
  "violence against women, its causes and consequences",
  "violence against women and girls, its causes and consequences",
  "its causes and consequences",
  "safe, clean, healthy and sustainable environment",
  "trafficking in persons, especially women and children",
  "conventional arms, ammunition",
  "Educational, Scientific and Cultural",
  "Least Developed Countries, Landlocked Developing Countries and Small Island Developing States",
  "refugees, returnees and displaced persons",
  "women, peace and security",
];

/** Plain nouns that share what follows them: "the organs, organizations and bodies of the United Nations system". */
const sharingNouns = new Set(
  "organs organizations organisations bodies agencies funds programmes entities institutions offices departments mechanisms arrangements commissions committees members observers programs groups associations organs secretariats units agreements processes networks services forums fora platforms coalitions actors parties individuals undertakings societies bodies ministries communities stakeholders partners".split(
    " ",
  ),
);
export const isSharingNoun = (word: string): boolean => sharingNouns.has(word.toLowerCase());

/** Nouns of doing and being: "encourages the implementation of …" names nobody. */
export const abstractHead =
  /(?:tion|sion|ment|ance|ence|ity|ness|ship|ing|ism|acy|age|ure|efforts?|steps?|progress|support|use|work|access|respect|measures?|exchanges?|dialogues?|links?|practices?|approach(?:es)?|research|reforms?|contributions?|initiatives?|activities|solutions?|projects?|studies|study|trade|ends?|focus|attention|increases?|improvements?|policies|discussions?|investments?|returns?|release|withdrawal|review|ways|means|acts?|crimes?|offences|synergies|resources|rights|assistance|action|actions|cooperation|coordination|talks|negotiations|views|comments|reports?|information|proposals?|strategies|plans?|development|opportunities|provision|establishment|completion|follow-up|renewal|transfer|removal|visits?|data|peace|justice)$/i;

/** Phrases of an adopting organ about itself. */
export const ownBodies = /^(?:the )?(?:general )?assembly$/i;

/** Groups of people or States that stay a class whatever follows. */
export const classStart =
  /^(?:states?|member states?|governments?|countries|parties|organizations?|stakeholders?|donors?|partners?|members|participants|entities|agencies|bodies|institutions|developed|developing|civil society|private sector|international community|regional|intergovernmental|non-governmental|national|multilateral|relevant|special procedure|treaty bod|specialized agenc)/i;
