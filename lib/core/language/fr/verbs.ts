import type { PackVerb } from "../pack";
import { asks, declares } from "../pack-verbs";

/** Words that may stand before, inside and behind an operative verb. */
export const frenchAdverbs =
  "(?:,? ?(?:egalement|aussi|en outre|de nouveau|a nouveau|à nouveau|une fois de plus|une fois encore|une nouvelle fois|derechef|par ailleurs|de plus|en meme temps|à cet egard|à cette fin|à ce sujet|dans ce contexte|dans cette optique|dans cet esprit|en consequence|par consequent|à ce propos|en particulier|notamment|donc|toutefois|cependant|encore|enfin|pour sa part|à cet effet|ainsi|expressement|solennellement|fermement|energiquement|vigoureusement|resolument|par la presente resolution),? ?)";

const repeated = "(?:renouvelle|reitere|reaffirme|reprend|rappelle)";

/** Operative verbs as the organs use them in French. */
export const frenchVerbs: readonly PackVerb[] = [
  ...asks("urge", "prie instamment", "prie vivement", "demande instamment", "demande avec insistance", "exhorte", "engage instamment", "engage vivement", "invite instamment", "invite vivement", "encourage vivement", "encourage instamment", "presse", "conjure", "adjure", "insiste aupres"),
  ...asks("request", "prie", "demande au secretaire general", "sollicite", `${repeated} (?:la demande|sa demande|la priere|sa priere|les demandes)(?= (?:qu|a|à|au|tendant|adressee|faite))`, "reitere sa demande"),
  ...asks("invite", "invite", `${repeated} (?:l'|son )invitation(?= (?:qu|a|à|au|faite|adressee))`),
  ...asks("encourage", "encourage", "engage", "continue d'(?:encourager|engager)", "incite"),
  ...asks("call upon", "demande (?=a |à |aux? |a l'|à l')", "demande", "appelle(?= (?:a |à |l|tou|les|de ))", "lance un appel", "fait appel", "appelle instamment", "en appelle", `${repeated} (?:l'|son |ses )appels?(?: pressant| urgent)?(?= (?:qu|a|à|au|lance|adresse|en faveur))`),
  ...asks("recommend", "recommande", "suggere(?= que| qu'| de| d')", "propose(?= que| qu'| de| d')"),
  ...asks("authorize", "autorise", "habilite", "donne pouvoir"),
  ...asks("direct", "donne pour instruction", "donne instruction", "donne mandat", "enjoint"),
  ...asks("entrust", "charge", "confie"),
  ...asks("demand", "exige", "reclame", "somme", "insiste pour que"),
  ...asks("decide", "decide", "convient(?= de| d'| que| qu')", "resout"),
  ...declares("takes-note", "prend note", "prend acte", "prend bonne note", "prend connaissance"),
  ...declares("notes", "note", "constate", "observe", "releve", "fait observer", "fait remarquer", "remarque", "fait valoir"),
  ...declares("welcomes", "se felicite", "salue", "accueille", "se rejouit", "se montre satisfaite?"),
  ...declares("stresses", "souligne", "insiste", "met l'accent", "met en relief", "met en avant", "met en lumiere", "met en evidence", "fait ressortir", "attire l'attention", "appelle l'attention"),
  ...declares("recalls", "rappelle", "evoque", "signale", "recommande (?:les|le|la|l')[^,;]{3,60} à l'attention", "soumet", "appelle de nouveau l'attention"),
  ...declares("reaffirms", "reaffirme", "affirme", "reitere", "confirme", "renouvelle", "s'en tient", "tient à reaffirmer", "demeure attachee?", "proclame de nouveau"),
  ...declares("recognizes", "reconnait", "considere", "estime", "sait(?! gre)", "est consciente?", "mesure", "a conscience", "n'ignore pas", "convient(?= du| de la| des)", "conscient[e]?(?= )"),
  ...declares("expresses", "se declare", "se dit", "exprime", "fait part", "s'inquiete", "s'alarme", "se preoccupe", "deplore vivement", "manifeste", "tient à exprimer", "se soucie", "forme le voeu", "emet l'avis"),
  ...declares("commends", "felicite", "remercie", "rend hommage", "sait gre", "loue", "apprecie", "adresse ses", "complimente", "donne acte"),
  ...declares("condemns", "condamne", "deplore", "regrette", "denonce", "rejette", "met en garde", "reprouve", "refuse", "s'oppose", "s'eleve"),
  ...declares("supports", "souscrit", "appuie", "soutient", "fait (?:sien|sienne|siens|siennes)", "fait de nouveau (?:sien|sienne|siens|siennes)", "approuve", "se rallie", "partage", "se range", "apporte son (?:appui|soutien)", "est favorable", "se prononce"),
  ...declares("considers", "tient compte", "prend en (?:consideration|compte)", "juge", "garde à l'esprit", "a à l'esprit", "croit", "pense", "conclut", "tient pour", "demeure", "continue de(?! demander| prier)", "reste (?:profondement |gravement |vivement )?(?:preoccupee?|convaincue?|resolue?|attachee?)"),
  ...declares("looks-forward", "attend", "compte", "espere", "escompte", "souhaite", "veut croire"),
  ...declares("commits", "s'engage", "s'emploie", "est resolue?", "entend"),
  ...declares("remains-seized", "(?:reste|demeure) (?:activement )?saisie?"),
  ...declares("decides-at-once", "adopte", "accepte", "proclame", "declare", "designe", "ouvre", "etablit", "cree", "institue", "nomme", "elit", "admet", "met fin", "proroge", "modifie", "abroge", "transmet", "fixe", "leve", "arrete", "approuve l'"),
];
