import type { LanguagePack } from "../pack";
import { frenchOrdinals } from "./ordinals";

const one = frenchOrdinals.pattern;
const list = `${one}(?:(?:,? et (?:à )?(?:sa |ses |la |les )?|, (?:à )?(?:sa |la )?|,? ou | à (?:sa |la ))${one})*`;
const kinds =
  "(?:(?:ordinaires?|extraordinaires?|annuelles?|de fond|d'organisation|generales?|speciales?|de haut niveau|d'urgence) )*";
const months = [
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
];
const month = `(?:${months.join("|")})`;
const year = "(?:19|20)\\d\\d";
const until =
  "(?:d'ici(?: à| au| a|,)?(?: la)?|avant(?: la)?|au plus tard(?: en| le| à la| fin| dans)?|pour|jusqu'(?:à|en|au)(?: la)?|à compter d[ue]|à partir d[ue]|le|des|à la)";

/** How French names sessions. */
export const frenchSessions: LanguagePack["sessions"] = {
  word: /session/,
  patterns: [
    { kind: "numbered", pattern: new RegExp(`(?<ords>${list}) ${kinds}sessions?(?![a-z])`, "g") },
    {
      kind: "year",
      pattern: new RegExp(`session ${kinds}(?:de |d'|pour |en )(?:l'annee )?(?<year>${year})(?!\\d)`, "g"),
    },
    { kind: "same", pattern: /(?:cette|ladite|la meme|à cette|de cette) session(?![a-z])/g },
    {
      kind: "next",
      pattern: new RegExp(`(?:prochaine session|session suivante|prochaine ${kinds}session)`, "g"),
    },
    { kind: "current", pattern: /(?:presente session|session en cours|session actuelle)/g },
  ],
  special: /convo(?:cation|quer)[^,;]{0,40}session extraordinaire/,
  ownerBehind:
    / (?:ordinaire |extraordinaire |annuelle |de fond |d'organisation )?(?:de la |de l'|du |des )/y,
  gap: /^[ ,]*(?:(?:à|au|aux|lors|de|d'|du|sa|ses|la|les|l'|pendant|durant|avant|apres|au cours|en|marge|pour|examen|premiere|seconde|deuxieme|partie|principale|reprise|debut|fin|ouverture|cloture|et|ulterieurement|ou|cours|des|prochaine|par|plus|tard|notamment|dans|le|cadre)[ ,]*|(?<='))*$/,
  noLimit:
    /(?:(?<!(?:fai(?:re|t)|fasse(?:nt)?) )rapports?|travaux|resultats|documents?|decisions?|resolutions?|conclusions|debats?|deliberations|recommandations?)[^,;]{0,60}(?:de|sur|à|lors de|pendant) (?:les travaux de )?(?:sa|ses|la|les) $|(?:adopte|tenu|pris|formule|exprime|enonce|convenu|approuve|presente|examine|etabli|organise|mene|fait)e?s? (?:[^,;]{0,40})?(?:à|lors de|pendant|au cours de|durant) (?:sa|ses|la|les) $|depuis (?:sa|la) $/,
  doneBefore:
    /(?:adopte|approuve|convenu|arrete|pris|lance|etabli|enonce|issu|decide|formule|conclu)e?s? (?:par |lors de |à )?(?:la |le |l')?$|qu'(?:a|ont) (?:adopte|approuve|arrete|pris|lance|etabli)e?s? (?:la |le |l')?$/,
  noLimitBehind: null,
  parts: [
    { pattern: /premiere partie de (?:la|sa) reprise/, part: "first-resumed" },
    { pattern: /(?:deuxieme|seconde) partie de (?:la|sa) reprise/, part: "second-resumed" },
    { pattern: /reprise de/, part: "resumed" },
    { pattern: /partie principale/, part: "main" },
    { pattern: /(?:debut|ouverture) de/, part: "beginning" },
    { pattern: /(?:fin|cloture|terme|issue) de/, part: "end" },
    {
      pattern: /(?:debat|reunion|semaine|segment) de haut niveau (?:de|tenu)|debat general/,
      part: "high-level",
    },
    { pattern: /session d'organisation/, part: "organizational" },
    { pattern: /session de fond/, part: "substantive" },
  ],
  operators: [
    { pattern: /(?:fin|cloture|terme|issue) de (?:la |sa )?$/, operator: "end" },
    { pattern: /(?:debut|ouverture) de (?:la |sa )?$/, operator: "beginning" },
    { pattern: /(?:avant|prealablement à|en prevision de)(?: la| sa)? $/, operator: "before" },
    { pattern: /(?:d'ici à|au plus tard (?:à|lors de)|jusqu'à)(?: la| sa)? $/, operator: "by" },
    { pattern: /(?:à partir de|à compter de|apres|des)(?: la| sa)? $/, operator: "after" },
    { pattern: /(?:pendant|durant|au cours de|lors de)(?: la| sa| les| ses)? $/, operator: "during" },
  ],
};

const words = [
  "un",
  "deux",
  "trois",
  "quatre",
  "cinq",
  "six",
  "sept",
  "huit",
  "neuf",
  "dix",
  "onze",
  "douze",
];
const amounts: Record<string, number> = {
  une: 1,
  quinze: 15,
  "dix-huit": 18,
  vingt: 20,
  "vingt-quatre": 24,
  trente: 30,
  soixante: 60,
  "quatre-vingt-dix": 90,
};
for (const [index, word] of words.entries()) amounts[word] = index + 1;
const amount = `(?<amount>\\d{1,3}|${Object.keys(amounts)
  .sort((a, b) => b.length - a.length)
  .join("|")})`;

/** How French names days, months, years and lengths of time. */
export const frenchDates: LanguagePack["dates"] = {
  months,
  patterns: [
    new RegExp(
      `(?<op>${until}) (?:le |au )?(?<day>\\d{1,2})(?:er)? (?<month>${month}) (?<year>${year})`,
      "g",
    ),
    new RegExp(`(?<op>${until}|en) (?:fin (?:de )?|debut (?:de )?)?(?<month>${month}) (?<year>${year})`, "g"),
    new RegExp(
      `(?<op>d'ici(?: à|,)?(?: la)?(?: fin(?: de)?)?|avant(?: la)?(?: fin(?: de)?)?|au plus tard(?: en| fin| à la fin de)?|à l'horizon|à l'echeance de|jusqu'en|à la fin de) (?:l'annee |l'an )?(?<year>${year})(?![\\d-])`,
      "g",
    ),
  ],
  relative: new RegExp(
    `(?:dans (?:un delai (?:maximal |maximum )?(?:de |d')|les )|(?<duration>pour une (?:nouvelle |derniere )?(?:periode|duree)(?: supplementaire)? (?:de |d'))|au plus tard )${amount} (?<unit>jours?|semaines?|mois|ans?|annees?)(?:(?: suivant| apres| à compter de) (?<from>[^,;.:()]{3,120}))?`,
    "g",
  ),
  amounts,
  units: [
    { pattern: /^jour/, unit: "day" },
    { pattern: /^semaine/, unit: "week" },
    { pattern: /^mois/, unit: "month" },
    { pattern: /^an/, unit: "year" },
  ],
  operators: [
    { pattern: /avant/, operator: "before" },
    { pattern: /à compter|à partir|des/, operator: "after" },
    { pattern: /fin/, operator: "end" },
  ],
};
