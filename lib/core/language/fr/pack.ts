import type { LanguagePack } from "../pack";
import { frenchOrdinals } from "./ordinals";
import { frenchParties } from "./parties";
import { frenchCadences, frenchConditions, frenchDeliverables } from "./things";
import { frenchDates, frenchSessions } from "./time";
import { frenchAdverbs, frenchVerbs } from "./verbs";

/** Words between a preposition and its infinitive: "de ne pas", "de lui", "à mieux". */
const inner =
  "(?:(?:ne pas|ne plus|n'|ne|y|en|se|s'|l'|les|le|la|lui|leur|mieux|bien|toujours|encore|egalement|aussi|pleinement|dument|notamment|tout|tous|davantage|rapidement|activement|pleinement|plus|meme|immediatement|sans tarder|sans delai|[a-z]+ement),? ?)*";
/** Nouns and adjectives with the look of an infinitive. */
const noInfinitive =
  "(?!(?:caractere|nature|ordre|titre|cadre|nombre|mesure|guerre|genre|matiere|maniere|avenir|centre|ministere|autre|notre|votre|mer|hiver|dernier|premier|particulier|leur|leurs|terre|territoire|histoire|memoire|septembre|octobre|novembre|decembre|lettre|chapitre|registre|l'ordre|pouvoir|plaisir|desir|loisir|frontiere|lumiere|derniere|premiere|quatre|encontre|outre|titulaire|libre|propre|faire-part|alimentaire|humanitaire|financiere|exemplaire|militaire|nucleaire|volontaire|universitaire|populaire|solidaire|judiciaire|penitentiaire|sanitaire|autoritaire|budgetaire|monetaire|egalitaire|utilitaire|secretaire|commissaire|actionnaire|fonctionnaire|beneficiaire|ordinaire|extraordinaire|structure|culture|agriculture|nourriture|infrastructure|ouverture|couverture|architecture|rupture|capture|procedure|signature|litterature)(?![a-z]))";
const infinitive = `${noInfinitive}[a-z]{2,}(?:er|ir|re|oir)(?![a-z'-])`;

/** French. */
export const frenchPack: LanguagePack = {
  language: "fr",
  sureness: 0.95,
  letters: "a-zà",
  verbs: frenchVerbs,
  adverbs: frenchAdverbs,
  links:
    /[,;:.] (?:et |mais |puis )?(?:qu'(?:elle|il) )?|(?<weak> et )|,? (?:et )?qu'(?:elle|il) (?=(?:invite|engage|encourage|exhorte|prie|charge)(?![a-z]))/g,
  pronouns: /(?:les |l'|le |la |leur |lui )/y,
  parties: frenchParties,
  ask: {
    complement: new RegExp(`(?:(?:[ ,]|^)(?:de |d'|à )${inner}${infinitive}| (?<that>que |qu'))`, "g"),
    notComplementBefore:
      /(?:^|[ ,'])(?:visant|tendant|destine(?:e|s|es)?|propres?|afin|en vue|de nature|de maniere|de facon|l'effet|charge(?:e|s|es)?|permettant|aidant|consistant|appele(?:e|s|es)?|invite(?:e|s|es)?|necessite|importance|possibilite|droit|intention|objectif|but|moyens?|capacite|mandat|dans le souci|soucieux|resolu(?:e|s|es)?|decide(?:e|s|es)?|pretes?|prets?|aptes?|aussi bien|tant|alors|ainsi|ainsi qu'il|pour autant|lors|des lors|tandis|puis|parce|afin|pour|bien|selon|sans|avant|apres|meme|telles?|tels?|celui|ceux|ce|considerant|sachant|estimant|rappelant|notant|soulignant|en mesure|susceptibles?|continuant|efforts)$/,
    shall: /(?!)/,
    deeds:
      /^(?:(?:a |à |au |aux )?(?:la|le|les|l'|une?|des|ses?|sa|leurs?|ces?|cette|tou(?:te|t|tes|s)|davantage|de|d'|nouvelles?|autres?) ?)*(?:[a-z]+(?:euse|eux|ive|if|ale?|elle|aire)s? )?(?:[a-z]*(?:tion|sion|ment|ance|ence|age|ite)s?|efforts?|mesures?|initiatives?|travaux|poursuite|recherches?|recours|appui|soutien|respect|acces|dialogues?|progres|mise|prise|aide|echanges?|projets?|etudes?|debats?|visites?|retour|recherche|transferts?|contacts?|liens?|activites?|tenue|conclusion|entree|suivi|examen|emploi|octroi|essor|accroissement|elargissement|maintien|utilisation)(?![a-z])/,
    doers:
      /(?:cooperation|collaboration|coordination|concertation|dialogue|echanges?|partenariats?|synergies?|coopere) (?:[^,;]{0,40} )?entre |(?:efforts?|contributions?|participation|appui|soutien|aide|engagement|action|concours|assistance|initiatives?|mesures?|activites?|poursuite|mise en oeuvre|application|ratification|signature|adhesion)[^,;]{0,60}? (?:que (?:deploient|menent|font|consentent|prennent)|par|de la part d[eu]s?|fait[es]* par|deploye[es]* par|mene[es]* par|pris[es]* par) |(?:participation|contribution|appui|soutien|engagement|concours|assistance|adhesion) (?=(?:active |constante? |continue? |pleine |plus large )*(?:de l'|des |du |de la )(?:organisation|nations|etats|gouvernements|communaute|pays|union|secteur|societe|medias|institutions|organismes|parties))/g,
    further: new RegExp(
      `,? (?:et|ou) (?:de |d'|à |qu'|que )${inner}(?:${infinitive})?|, (?:de |d'|à )${inner}${infinitive}`,
      "g",
    ),
    chapeau: /:\s*$/,
    continues: new RegExp(`^[\\s"]*(?:(?:de |d'|à |que |qu')?${inner}${infinitive}|qu'|que )`),
  },
  decisions: {
    complement: null,
    atOnce:
      /^ ?(?:(?:de |d')(?:egalement |en outre )?)?(?:accepter|adopter|approuver|faire sien|faire sienne|souscrire|prendre note|prendre acte|confirmer|reaffirmer|admettre|modifier|abroger|dissoudre|annuler|supprimer|lever|mettre fin|remplacer|amender|nommer [^,]{0,40}ainsi|declarer close)/,
    remainsSeized: /(?:rester|demeurer) (?:activement )?saisie?/,
    event:
      /(?:conference|reunion|session|sommet|debat|forum|seance|segment|dialogue|manifestation|examen|congres|seminaire|consultations|journee|semaine|annee|question|point|mandat)[^;]{0,260}(?:se tiendra|se tiendront|sera (?:convoque|organise|tenu|celebre|consacre|examine|inscrit|proroge|reconduit|procede)|seront (?:convoque|organise|tenu|celebre|consacre|examine|inscrit|proroge|reconduit)|aura lieu|auront lieu|soi(?:t|ent) (?:proroge|reconduit|inscrit|convoque|organise))/,
    obligation:
      /^[^;]{0,220}?(?:devra(?:it|ient)?|devront|doi(?:t|vent)|presentera|presenteront|fera|feront|prendra|prendront|poursuivra|poursuivront|continuera|continueront|sera (?:charge|autorise|prie|habilite)|veillera|etablira|examinera|procedera|elaborera|soumettra|rendra compte|aura pour mandat|tiendra|assurera|apportera|fournira|organisera)/,
  },
  ordinals: frenchOrdinals,
  sessions: frenchSessions,
  dates: frenchDates,
  cadences: frenchCadences,
  deliverables: frenchDeliverables,
  conditions: frenchConditions,
};
