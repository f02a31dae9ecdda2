import type { PackVerb } from "../pack";
import { asks, declares } from "../pack-verbs";

/** Words that may stand before, inside and behind an operative verb. */
export const spanishAdverbs =
  "(?:,? ?(?:tambien|ademas|asimismo|nuevamente|de nuevo|una vez mas|otra vez|igualmente|a este respecto|a ese respecto|en este sentido|en ese sentido|en este contexto|en ese contexto|con este fin|con ese fin|a tal fin|a tal efecto|por lo tanto|por tanto|por consiguiente|por ende|en consecuencia|en particular|en especial|encarecidamente|enfaticamente|firmemente|energicamente|vivamente|vehementemente|urgentemente|expresamente|solemnemente|por ultimo|sin embargo|no obstante|al mismo tiempo|a la vez|entre otras cosas|mas aun|en la presente resolucion),? ?)";

const repeated = "(?:reitera|renueva|reafirma|repite|recuerda)";

/** Operative verbs as the organs use them in Spanish. */
export const spanishVerbs: readonly PackVerb[] = [
  ...asks("urge", "insta", "exhorta vivamente", "pide encarecidamente", "solicita encarecidamente", "apremia", "urge", "conmina"),
  ...asks("request", "solicita", "pide(?= al? | a la | que )", "ruega", `${repeated} (?:la|su|las|sus) (?:peticion|solicitud)(?:es)?(?= (?:de que|que|a|al|dirigida|formulada))`),
  ...asks("ask", "requiere(?= a| al| que)"),
  ...asks("invite", "invita", `${repeated} (?:la|su) invitacion(?= (?:a|al|de que|formulada))`),
  ...asks("encourage", "alienta", "anima", "estimula", "sigue alentando"),
  ...asks("call upon", "exhorta", "hace un llamamiento", "hace un llamado", "formula un llamamiento", "insta al?", "dirige un llamamiento", "apela", `${repeated} (?:el|su|los|sus) (?:llamamientos?|llamados?|exhortacion(?:es)?)(?= (?:a(?! apoyar)|al|para que|de que|formulad|hech))`),
  ...asks("call for", "pide"),
  ...asks("recommend", "recomienda", "sugiere(?= que| a)", "propone(?= que)"),
  ...asks("authorize", "autoriza", "faculta"),
  ...asks("direct", "ordena", "encomienda", "imparte instrucciones", "da instrucciones", "dispone que"),
  ...asks("entrust", "encarga", "confia(?= a| al)"),
  ...asks("demand", "exige", "reclama", "insiste en que"),
  ...asks("decide", "decide", "resuelve", "acuerda", "conviene en"),
  ...declares("takes-note", "toma nota", "toma conocimiento", "se da por enterad[ao]"),
  ...declares("notes", "observa", "hace notar", "nota", "constata", "senala", "advierte", "consigna"),
  ...declares("welcomes", "acoge", "celebra", "se congratula", "se felicita", "se complace", "ve con (?:agrado|beneplacito|satisfaccion)"),
  ...declares("stresses", "destaca", "subraya", "pone de relieve", "recalca", "hace hincapie", "insiste", "enfatiza", "pone de manifiesto", "resalta", "señala a la atencion", "senala a la atencion", "hace ver"),
  ...declares("recalls", "recuerda", "rememora", "señala una vez mas", "evoca"),
  ...declares("reaffirms", "reafirma", "afirma", "reitera", "confirma", "ratifica", "renueva", "reconfirma", "mantiene"),
  ...declares("recognizes", "reconoce", "es consciente", "admite", "comprende", "aprecia"),
  ...declares("expresses", "expresa", "manifiesta", "se declara", "expone", "lamenta", "se muestra", "transmite su", "hace constar", "tiene la esperanza"),
  ...declares("commends", "encomia", "felicita", "elogia", "agradece", "rinde homenaje", "da las gracias", "valora", "aplaude"),
  ...declares("condemns", "condena", "deplora", "denuncia", "rechaza", "repudia", "reprueba", "se opone", "le preocupa", "objeta"),
  ...declares("supports", "hace suy[ao]s?", "apoya", "respalda", "suscribe", "hace propi[ao]s?", "comparte", "secunda", "aprueba"),
  ...declares("considers", "considera", "tiene en cuenta", "tiene presente", "toma en consideracion", "estima", "cree", "concluye", "opina", "conviene(?! en)", "sigue", "continua", "permanece", "juzga", "entiende"),
  ...declares("looks-forward", "aguarda", "espera", "confia en", "confia(?= que)", "expresa la esperanza", "desea"),
  ...declares("commits", "se compromete", "esta decidid[ao]", "promete"),
  ...declares("remains-seized", "(?:sigue|seguira) ocupandose", "(?:permanece|mantiene) (?:activamente )?"),
  ...declares("decides-at-once", "adopta", "acepta", "proclama", "declara", "designa", "establece", "crea", "nombra", "elige", "admite", "pone fin", "prorroga", "modifica", "deroga", "transmite", "fija", "levanta", "aprueba", "concuerda"),
];
