import type { LanguagePack } from "../pack";

/** What Spanish words ask for. */
export const spanishDeliverables: LanguagePack["deliverables"] = [
  {
    pattern:
      /inclu(?:ir|ya|yan) [^,;]{0,60}(?:programa provisional|programa de su)|programa provisional|(?:examinar|seguir examinando|examine|siga examinando)[^;]{0,160}en su [^;]{0,60}periodo/,
    deliverable: "agenda_item",
    rule: "takes-up-at-session",
  },
  {
    pattern:
      /(?:informes?(?! del)|informar|informen?|la informe|rinda cuentas|estudio|nota|informacion actualizada|exposicion oral|present(?:e|en|ar) (?:sus |un |una )?(?:conclusiones|recomendaciones|informacion)|mantener informad)/,
    deliverable: "report",
    rule: "report",
  },
  {
    pattern: /(?:prorrogar|renovar|extender|prolongar) [^,;]{0,60}(?:mandato|mision|autorizacion|medidas)/,
    deliverable: "renewal",
    rule: "renews",
  },
  {
    pattern:
      /(?:convocar|organizar|organice|celebrar|celebre|se celebrara|acoger|realizar)[^,;]{0,80}(?:reunion|conferencia|sesion|seminario|taller|dialogo|mesa redonda|coloquio|acto|cumbre|foro|debate|consultas|dia|semana|ano)|proclamar/,
    deliverable: "meeting",
    rule: "holds",
  },
  {
    pattern:
      /(?:nombrar|nombre|designar|elegir|crear|establecer|constituir) [^,;]{0,60}(?:representante|relator|experto|grupo|comite|comision|organo|mecanismo|oficina|coordinador|miembros|fondo)/,
    deliverable: "appointment",
    rule: "appoints",
  },
  {
    pattern:
      /(?:aport(?:ar|en|e)|contribu(?:ir|yan|ya)|contribuciones (?:voluntarias|financieras)|financiar|financiacion|recursos financieros|asignar|consignar|prorratear)/,
    deliverable: "funding",
    rule: "funds",
  },
  {
    pattern:
      /(?:elabor(?:ar|e|en)|prepar(?:ar|e|en)|redact(?:ar|e)|public(?:ar)|publique) [^,;]{0,50}(?:proyecto|directrices|principios|estrategia|plan|convencion|guia|manual|base de datos|publicacion|texto)/,
    deliverable: "text",
    rule: "drafts",
  },
];

export const spanishConditions: LanguagePack["conditions"] = [
  {
    id: "existing-resources",
    pattern:
      /dentro de los (?:limites de los )?recursos (?:existentes|disponibles)|con cargo a los recursos existentes|dentro de los limites de los recursos existentes/,
  },
  {
    id: "voluntary-funds",
    pattern:
      /(?:con sujecion a|en funcion de|sujeto a) la disponibilidad de [^,;]{3,60}|mediante contribuciones voluntarias/,
  },
  {
    id: "unless-agreed",
    pattern: /a menos que se (?:acuerde|decida|convenga) otra cosa|salvo que se (?:acuerde|decida) otra cosa/,
  },
  {
    id: "as-appropriate",
    pattern: /segun (?:proceda|corresponda)|cuando proceda|si procede|en su caso|segun sea necesario/,
  },
  {
    id: "upon-request",
    pattern: /(?:previa|a) (?:su )?(?:solicitud|peticion)|a quienes (?:la|lo) soliciten/,
  },
  { id: "within-mandate", pattern: /en el marco de sus? (?:respectivos )?mandatos?/ },
];

export const spanishCadences: LanguagePack["cadences"] = [
  { pattern: /cada dos anos|bienal/, cadence: "biennial" },
  { pattern: /cada tres anos|trienal/, cadence: "triennial" },
  { pattern: /cada cuatro anos|cuatrienal/, cadence: "quadrennial" },
  { pattern: /cada seis meses|dos veces al ano|semestral/, cadence: "every 6 months" },
  { pattern: /cada tres meses|trimestral/, cadence: "every 3 months" },
  { pattern: /cada ano|todos los anos|anualmente|informes? anual(?:es)?|una vez al ano/, cadence: "annual" },
  {
    pattern: /en cada uno de sus periodos|en cada periodo de sesiones|en todos sus periodos/,
    cadence: "every session",
  },
  { pattern: /periodicamente|con regularidad|regularmente|de forma periodica/, cadence: "regular" },
];
