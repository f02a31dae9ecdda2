import type { LanguagePack } from "../pack";
import { spanishOrdinals } from "./ordinals";
import { spanishParties } from "./parties";
import { spanishCadences, spanishConditions, spanishDeliverables } from "./things";
import { spanishDates, spanishSessions } from "./time";
import { spanishAdverbs, spanishVerbs } from "./verbs";

/** Nouns and adjectives with the look of an infinitive. */
const noInfinitive =
  "(?!(?:lugar|mujer|poder|deber|bienestar|militar|nuclear|singular|particular|regular|escolar|hogar|familiar|similar|ejemplar|popular|mar|taller|ultramar|insular|bilar|pilar|pulmonar|preliminar|auxiliar|titular|titulares|azar|interior|ulterior|mayor|menor|peor|mejor|anterior|posterior|exterior|nivel)(?![a-z]))";
const infinitive = `${noInfinitive}[a-z]{2,}(?:ar|er|ir)(?:se|l[aeo]s?|nos)?(?![a-z])`;
const inner = "(?:(?:no|no solo|tambien|asimismo|[a-z]+mente),? )?";

/** Spanish. */
export const spanishPack: LanguagePack = {
  language: "es",
  sureness: 0.95,
  letters: "a-zà",
  verbs: spanishVerbs,
  adverbs: spanishAdverbs,
  links:
    /[,;:.] (?:y |e |pero |y que )?|(?<weak> (?:y|e) )|,? a (?:los|las|la|el) (?:que|cuales) (?=(?:invita|alienta|exhorta|insta|solicita)(?![a-z]))/g,
  pronouns: /(?:l[aeo]s? )/y,
  parties: spanishParties,
  ask: {
    complement: new RegExp(`(?: a que | para que |(?:^| )(?<that>que )| a ${inner}${infinitive})`, "g"),
    notComplementBefore:
      /(?:^|[ ,])(?:encaminad[oa]s?|destinad[oa]s?|dirigid[oa]s?|orientad[oa]s?|tendientes?|dedicad[oa]s?|con miras|con vistas|conducentes?|relativ[oa]s?|derecho|contribuyen?|ayud[ae]n?|lleg[ae]n?|referentes?|frente|respecto|gracias|debido|obligad[oa]s?|dispuest[oa]s?|en cuanto|tanto|acceso|apoyo|compromiso|asi como|ya|lo|los|las|el|la|aun|[a-z]+mente|aunque|dado|puesto|mientras|salvo|siempre|hasta|medida en|forma|manera|modo|para|a fin de|sin|con|por|segun|desde|hecho de|efecto de|fin de|razon por la|en la|en el|en los|en las|al|a la|a los|a las|del|de la|de los|de las|decisiones|medidas|estados que|observando|considerando|teniendo en cuenta|reconociendo|reafirmando|recordando|destacando)$/,
    shall: /(?!)/,
    deeds:
      /^(?:(?:a|al|el|la|los|las|un|una|sus?|ese|esta|este|tod[oa]s?|mas|otros?|otras?|nuevos?|nuevas?|mayor|que se) ?)*(?:[a-z]+(?:iva|ivo|al|ales|oso|osa|ivas|ivos) )?(?:[a-z]*(?:cion|ciones|sion|siones|miento|mientos|ancia|encia|aje|dad|dades)|esfuerzos?|medidas?|iniciativas?|actividades?|labor|uso|apoyo|respeto|acceso|dialogos?|progresos?|avances?|intercambios?|proyectos?|estudios?|debates?|visitas?|retorno|seguimiento|examen|empleo|desarrollo|fomento|aumento|logro|establecimiento|ingreso|trabajos?|enfoques?|transferencia|ayuda|busqueda|puesta|firma|entrada)(?![a-z])/,
    doers:
      /(?:cooperacion|colaboracion|coordinacion|concertacion|dialogo|intercambios?|alianzas?|sinergias?|asociacion(?:es)?) (?:[^,;]{0,40} )?entre |(?:esfuerzos?|contribuciones|contribucion|participacion|apoyo|asistencia|compromiso|medidas|iniciativas|actividades|aplicacion|ejecucion|ratificacion|firma|adhesion)[^,;]{0,60}? (?:que (?:realizan|despliegan|llevan a cabo|adoptan)|por|por parte de|realizad[oa]s por|desplegad[oa]s por) |(?:participacion|contribucion|apoyo|compromiso|asistencia|implicacion) (?=(?:activ[oa] |constante |continu[oa] |plen[oa] )*(?:de los |de las |del |de la )(?:naciones|estados|gobiernos|comunidad|paises|union|sector|sociedad|medios|instituciones|organismos|partes|sistema))/g,
    further: new RegExp(
      `,? (?:y|e|o) (?:a que|que|a ${inner}${infinitive})|, (?:a que|que (?=[a-z]+(?:e|a|en|an) ))|,? y (?=(?:la|le|lo|los) (?:informen?|presenten?))|,? y (?=(?:inform|present|rind)(?:e|en|a|an|ar) )`,
      "g",
    ),
    chapeau: /:\s*$/,
    continues: new RegExp(`^[\\s"]*(?:(?:a que|que|a) |${inner}${infinitive}|[a-z]+(?:en|an|e|a) )`),
  },
  decisions: {
    complement: new RegExp(`(?:^| )(?:(?<that>que )|${inner}${infinitive})`, "g"),
    atOnce:
      /^ ?(?:tambien |ademas )?(?:aceptar|adoptar|aprobar|hacer suy|suscribir|tomar nota|confirmar|reafirmar|admitir|modificar|derogar|disolver|anular|suprimir|levantar|poner fin|reemplazar|enmendar)/,
    remainsSeized: /seguir ocupandose|(?:permanecer|mantener) [^,;]{0,30}(?:examen|cuestion)$/,
    event:
      /(?:conferencia|reunion|periodo de sesiones|sesion|cumbre|debate|foro|dialogo|acto|examen|congreso|seminario|consultas|dia|semana|ano|tema|cuestion|mandato)[^;]{0,260}(?:se celebrar|se convocar|se organizar|tendra lugar|tendran lugar|se examinar|se incluir|se prorrog|sea prorrogad|se dedicar|sera prorrogad)/,
    obligation:
      /^[^;]{0,220}?(?:debera[n]?|deben?|presentara[n]?|hara[n]?|tomara[n]?|adoptara[n]?|seguira[n]?|continuara[n]?|se encargara[n]?|velara[n]?|preparara[n]?|examinara[n]?|informara[n]?|tendra[n]? el mandato|proporcionara[n]?|elaborara[n]?|organizara[n]?|quede autorizad|siga[n]?(?= )|continue[n]?(?= )|presente[n]?(?= )|examine[n]?(?= )|informe[n]?(?= a)|prepare[n]?(?= )|elabore[n]?(?= )|adopte[n]?(?= )|rinda[n]?(?= )|realice[n]?(?= )|lleve[n]?(?= a cabo)|preste[n]?(?= )|facilite[n]?(?= )|proporcione[n]?(?= )|asuma[n]?(?= ))/,
  },
  ordinals: spanishOrdinals,
  sessions: spanishSessions,
  dates: spanishDates,
  cadences: spanishCadences,
  deliverables: spanishDeliverables,
  conditions: spanishConditions,
};
