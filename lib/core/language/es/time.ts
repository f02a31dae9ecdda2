import type { LanguagePack } from "../pack";
import { spanishOrdinals } from "./ordinals";

const one = spanishOrdinals.pattern;
const list = `${one}(?:(?:,? y (?:en (?:su|sus|el|los) )?|, (?:en su )?| o | a )${one})*`;
const kinds =
  "(?:(?:ordinarios?|extraordinarios?|anual(?:es)?|sustantivos?|de organizacion|de fondo|especial(?:es)?|de alto nivel|de emergencia) )*";
const months = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "sep?tiembre",
  "octubre",
  "noviembre",
  "diciembre",
];
const month = `(?:${months.join("|")})`;
const year = "(?:19|20)\\d\\d";

/** How Spanish names sessions. */
export const spanishSessions: LanguagePack["sessions"] = {
  word: /sesion/,
  patterns: [
    {
      kind: "numbered",
      pattern: new RegExp(
        `(?<ords>${list}) ${kinds}(?:periodos?|sesion(?:es)?)(?: ${kinds}| )(?:de sesiones)?`,
        "g",
      ),
    },
    { kind: "numbered", pattern: new RegExp(`periodos ${kinds}de sesiones ${kinds}(?<ords>${list})`, "g") },
    {
      kind: "year",
      pattern: new RegExp(
        `periodo ${kinds}de sesiones ${kinds}(?:de |del ano |correspondiente a )(?<year>${year})(?!\\d)`,
        "g",
      ),
    },
    { kind: "same", pattern: /(?:ese|dicho|el mismo|este) periodo de sesiones(?![a-z])/g },
    { kind: "next", pattern: new RegExp(`(?:proximo|siguiente) periodo ${kinds}de sesiones`, "g") },
    { kind: "current", pattern: /(?:actual|presente) periodo de sesiones/g },
  ],
  special: /convoca[^,;]{0,30}extraordinario de sesiones/,
  ownerBehind: / ?(?:ordinario |extraordinario |sustantivo |anual )?(?:de la |del |de los )/y,
  gap: /^[ ,]*(?:(?:a|al|en|de|del|su|sus|la|el|los|las|durante|antes|despues|para|examen|primera|segunda|parte|principal|continuacion|reanudacion|comienzo|inicio|fin|final|finalice|clausura|y|o|que|con|mas|tardar|le|posteriormente)[ ,]*)*$/,
  noLimit:
    /(?:(?<!que (?:l[aeo]s? )?)informes?|trabajos|resultados|documentos?|decision(?:es)?|resolucion(?:es)?|conclusiones|debates?|deliberaciones|recomendaciones)[^,;]{0,60}(?:de|sobre|en|durante) (?:los trabajos de )?(?:su|sus|el|los) $|(?:aprobad|celebrad|adoptad|formulad|expresad|enunciad|convenid|decidid|presentad|examinad|establecid|organizad|realizad|hech)[oa]s? (?:[^,;]{0,40})?(?:en|durante) (?:su|sus|el|los) $|desde (?:su|el) $/,
  doneBefore:
    /(?:aprobad|adoptad|convenid|establecid|acordad|decidid|formulad|puest)[oa]s? (?:en marcha )?(?:por|en) (?:la |el )?$|que (?:aprobo|adopto|establecio) (?:la |el )?$/,
  noLimitBehind: null,
  parts: [
    { pattern: /primera parte de la (?:continuacion|reanudacion)/, part: "first-resumed" },
    { pattern: /segunda parte de la (?:continuacion|reanudacion)/, part: "second-resumed" },
    { pattern: /(?:continuacion|reanudacion) de/, part: "resumed" },
    { pattern: /parte principal/, part: "main" },
    { pattern: /(?:comienzo|inicio|principio|apertura) de/, part: "beginning" },
    { pattern: /(?:fin|final|clausura|conclusion) de|finalice/, part: "end" },
    {
      pattern: /(?:serie de sesiones|debate|reunion|semana) de alto nivel de|debate general/,
      part: "high-level",
    },
    { pattern: /de organizacion/, part: "organizational" },
    { pattern: /sustantivo/, part: "substantive" },
  ],
  operators: [
    {
      pattern: /(?:(?:fin|final|clausura|conclusion) del? (?:su |el )?|finalice (?:su|el) )$/,
      operator: "end",
    },
    { pattern: /(?:comienzo|inicio|apertura) del? (?:su |el )?$/, operator: "beginning" },
    { pattern: /(?:antes de(?: que)?|previo a|con antelacion a)(?: su| el|l)? $/, operator: "before" },
    { pattern: /(?:a mas tardar en|hasta)(?: su| el)? $/, operator: "by" },
    { pattern: /(?:a partir de|despues de)(?: su| el|l)? $/, operator: "after" },
    { pattern: /(?:durante)(?: su| el| sus| los)? $/, operator: "during" },
  ],
};

const words = [
  "un",
  "dos",
  "tres",
  "cuatro",
  "cinco",
  "seis",
  "siete",
  "ocho",
  "nueve",
  "diez",
  "once",
  "doce",
];
const amounts: Record<string, number> = {
  uno: 1,
  una: 1,
  quince: 15,
  dieciocho: 18,
  veinte: 20,
  veinticuatro: 24,
  treinta: 30,
  sesenta: 60,
  noventa: 90,
};
for (const [index, word] of words.entries()) amounts[word] = index + 1;
const amount = `(?<amount>\\d{1,3}|${Object.keys(amounts)
  .sort((a, b) => b.length - a.length)
  .join("|")})`;
const until =
  "(?:a mas tardar(?: el| en| a)?|antes del?|para|hasta|a partir del?|el|no despues del?|con anterioridad al?)";

/** How Spanish names days, months, years and lengths of time. */
export const spanishDates: LanguagePack["dates"] = {
  months,
  patterns: [
    new RegExp(
      `(?<op>${until}) (?:el )?(?<day>\\d{1,2})[º°]? de (?<month>${month}) del? (?<year>${year})`,
      "g",
    ),
    new RegExp(
      `(?<op>${until}|en) (?:fines de |finales de |principios de |el mes de )?(?<month>${month}) del? (?<year>${year})`,
      "g",
    ),
    new RegExp(
      `(?<op>para|a mas tardar(?: en| a)?(?: fin(?:es|ales)? de)?|antes de(?: que finalice| fin(?:es|ales)? de)?|hasta|para (?:fines|finales) de) (?:el ano )?(?<year>${year})(?![\\d-])`,
      "g",
    ),
  ],
  relative: new RegExp(
    `(?:(?:en|dentro de) (?:un plazo (?:maximo )?de |el plazo de |los )?(?:proximos )?|(?<duration>por un (?:nuevo )?periodo(?: adicional)? de )|a mas tardar )${amount} (?<unit>dias?|semanas?|mes(?:es)?|anos?)(?:(?: despues de| siguientes a| a partir de| contados desde) (?<from>[^,;.:()]{3,120}))?`,
    "g",
  ),
  amounts,
  units: [
    { pattern: /^dia/, unit: "day" },
    { pattern: /^semana/, unit: "week" },
    { pattern: /^mes/, unit: "month" },
    { pattern: /^ano/, unit: "year" },
  ],
  operators: [
    { pattern: /antes/, operator: "before" },
    { pattern: /a partir/, operator: "after" },
    { pattern: /fin(?:es|ales)/, operator: "end" },
  ],
};
