import type { LanguagePack } from "../pack";

/** What French words ask for. */
export const frenchDeliverables: LanguagePack["deliverables"] = [
  {
    pattern:
      /inscrire à (?:l'|son )ordre du jour|inscrire [^,;]{0,60}ordre du jour|ordre du jour provisoire|(?:examiner|poursuivre l'examen|reexaminer|revenir sur)[^;]{0,160}à (?:sa|ses) [^;]{0,80}session/,
    deliverable: "agenda_item",
    rule: "takes-up-at-session",
  },
  {
    pattern:
      /(?:rapports?|compte rendu|rendre compte|lui faire rapport|fasse rapport|faire le point|etude|note d'information|expose oral|mise à jour orale|presente(?:r|nt)? (?:des |ses |un |une )?(?:conclusions|recommandations|informations|renseignements)|tenir (?:l'assemblee|le conseil|la commission)? ?informee?)/,
    deliverable: "report",
    rule: "report",
  },
  {
    pattern:
      /(?:proroger|reconduire|renouveler|prolonger) [^,;]{0,60}(?:mandat|mission|autorisation|mesures)/,
    deliverable: "renewal",
    rule: "renews",
  },
  {
    pattern:
      /(?:convoquer|organiser|tenir|accueillir|celebrer|se tiendra|sera convoque)[^,;]{0,80}(?:reunion|conference|session|seminaire|atelier|dialogue|table ronde|colloque|manifestation|sommet|forum|debat|consultations|journee|semaine|annee)|proclamer/,
    deliverable: "meeting",
    rule: "holds",
  },
  {
    pattern:
      /(?:nommer|designer|elire|creer|etablir|constituer|instituer) [^,;]{0,60}(?:representant|rapporteur|expert|groupe|comite|commission|organe|mecanisme|bureau|coordonnateur|membres|fonds)/,
    deliverable: "appointment",
    rule: "appoints",
  },
  {
    pattern:
      /(?:verser|contribuer|contributions? (?:volontaires|financieres)|financer|financement|ressources financieres|allouer|ouvrir un credit|repartir|ouvrir, pour inscription|crediter|annoncer des contributions)/,
    deliverable: "funding",
    rule: "funds",
  },
  {
    pattern:
      /(?:elaborer|etablir|rediger|mettre au point|publier|diffuser) [^,;]{0,50}(?:projet|directives|principes|strategie|plan|convention|guide|manuel|base de donnees|publication|texte|version)/,
    deliverable: "text",
    rule: "drafts",
  },
];

export const frenchConditions: LanguagePack["conditions"] = [
  {
    id: "existing-resources",
    pattern:
      /dans (?:la limite|les limites) des ressources (?:existantes|disponibles)|au moyen des ressources existantes/,
  },
  {
    id: "voluntary-funds",
    pattern:
      /sous reserve (?:de la disponibilite|du versement) [^,;]{3,60}|au moyen de contributions volontaires/,
  },
  {
    id: "unless-agreed",
    pattern:
      /sauf s'il en est (?:convenu|decide) autrement|à moins qu'il n'en soit (?:convenu|decide) autrement/,
  },
  {
    id: "as-appropriate",
    pattern: /selon qu'il conviendra|s'il y a lieu|le cas echeant|selon que de besoin|si necessaire/,
  },
  { id: "upon-request", pattern: /sur (?:leur |sa )?demande|à (?:leur|sa) demande/ },
  {
    id: "within-mandate",
    pattern: /dans (?:le cadre|la limite|les limites) de (?:leurs?|son) mandats?(?: respectifs?)?/,
  },
];

export const frenchCadences: LanguagePack["cadences"] = [
  { pattern: /tous les deux ans|biennal|une annee sur deux/, cadence: "biennial" },
  { pattern: /tous les trois ans|triennal/, cadence: "triennial" },
  { pattern: /tous les quatre ans|quadriennal/, cadence: "quadrennial" },
  { pattern: /tous les six mois|deux fois par an|semestriel/, cadence: "every 6 months" },
  { pattern: /tous les trois mois|trimestriel/, cadence: "every 3 months" },
  {
    pattern:
      /chaque annee|tous les ans|annuellement|(?:rapport|compte rendu|expose)s? annuels?|une fois par an/,
    cadence: "annual",
  },
  { pattern: /à chacune de ses sessions|à chaque session|à toutes ses sessions/, cadence: "every session" },
  { pattern: /regulierement|periodiquement|à intervalles reguliers/, cadence: "regular" },
];
