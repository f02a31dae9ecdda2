/**
 * The words by which an organ begins to speak ("The General Assembly,"), in the languages other than English,
 * and how paragraphs open in them. Enough to tell preamble from operative part; verbs are the business of a full pack.
 */

import { type Opening, readOpening } from "./en/openings";
import { enactingLine, enactingStart } from "./en/structure";

export type TextLanguage = "en" | "fr" | "es" | "ru" | "zh" | "ar";

/** The organ's name alone on its line. Example of each: "L’Assemblée générale,", "La Asamblea General,", "Генеральная Ассамблея,", "大会，", "إن الجمعية العامة،". */
const enactingLines: readonly (readonly [Exclude<TextLanguage, "en">, RegExp])[] = [
  [
    "fr",
    /^[*_]*l[’'e] ?(assemblée générale|conseil de sécurité|conseil économique et social|conseil des droits de l[’']homme|assemblée des nations unies pour l[’']environnement)[*_]*\s?[,.:]?[*_]*$/i,
  ],
  [
    "es",
    /^[*_]*(?:la|el) (asamblea general|consejo de seguridad|consejo económico y social|consejo de derechos humanos|asamblea de las naciones unidas sobre el medio ambiente)[*_]*\s?[,.:]?[*_]*$/i,
  ],
  [
    "ru",
    /^[*_]*(генеральная ассамблея|совет безопасности|экономический и социальный совет|совет по правам человека|ассамблея организации объединенных наций по окружающей среде)[*_]*\s?[,.:]?[*_]*$/i,
  ],
  ["zh", /^[*_]*(大会|安全理事会|经济及社会理事会|人权理事会|联合国环境大会)[*_]*\s?[,，:：]?[*_]*$/],
  [
    "ar",
    /^[*_]*(?:إن )?(الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان|جمعية الأمم المتحدة للبيئة)[*_]*\s?[,،:]?[*_]*$/,
  ],
];

/** The language of a line of enacting words and the organ's name in it; null where the line is none. */
export function readEnactingLine(
  head: string,
): { readonly language: TextLanguage; readonly name: string } | null {
  if (head.length > 130) return null;
  const english = enactingLine.exec(head)?.[1];
  if (english !== undefined) return { language: "en", name: english };
  const first = head.charCodeAt(0);
  // "L", "l", "E", "e", Markdown, or a letter beyond ASCII: no other line can be French, Spanish, Russian, Chinese or Arabic.
  if (
    first < 128 &&
    first !== 76 &&
    first !== 108 &&
    first !== 69 &&
    first !== 101 &&
    first !== 42 &&
    first !== 95
  )
    return null;
  const plain = head.replace(/\u0640/g, "");
  for (const [language, pattern] of enactingLines) {
    const name = pattern.exec(plain)?.[1];
    if (name !== undefined) return { language, name };
  }
  return null;
}

/** True for enacting words alone on their line, in any of the six languages. */
export const isEnactingLine = (head: string): boolean => readEnactingLine(head) !== null;

/** True where a line begins with enacting words. */
export const startsEnacting = (head: string): boolean => isEnactingLine(head) || enactingStart.test(head);

/** First words of a preambular paragraph: "Rappelant", "Recordando", "Ссылаясь", "回顾", "إذ تشير". */
const preambularOpenings: Readonly<Record<Exclude<TextLanguage, "en">, RegExp>> = {
  fr: /^(?:\p{L}+ (?:en outre |également |aussi |vivement |profondément )?)?\p{L}*(?:ant|ants|ante)\b|^(?:consciente?|convaincue?|préoccupée?|alarmée?|soucieuse?|soucieux|résolue?|guidée?|inspirée?|encouragée?|profondément|vivement|gravement|ayant|se déclarant|se félicitant)(?=\s)/iu,
  es: /^(?:\p{L}+(?:ando|endo|iendo|ándose|iéndose|ándolo)|consciente|convencid[ao]|preocupad[ao]|alarmad[ao]|profundamente|gravemente|resuelt[ao]|guiad[ao]|inspirad[ao]|alentad[ao]|deseos[ao]|teniendo|habiendo)(?=\s)/iu,
  ru: /^(?:\p{L}+(?:ясь|аясь|юсь|ая|яя|уя|ывая|ивая|ив|ав|ев|яв|вшись|мая|имая|дя|ся)|будучи|сознавая|памятуя|исходя|учитывая|руководствуясь|заслушав|рассмотрев)(?=[\s,])/iu,
  zh: /^(?:又|还|也|并|深为|严重|深信|铭记|回顾|重申|注意|认识|认定|考虑|欢迎|强调|确认|关切|赞赏|感谢|表示|遵循|遵照|意识|决心|审议|审查|念及|着重|承认|相信|希望|深表|依照|本着|震惊|忆及|谴责|鼓励)/,
  ar: /^(?:و)?(?:إذ|إذا|وقد|قد)(?=\s)/,
};

/** Tells by its first words how a paragraph of any of the six languages opens. Without the preambular mark it is operative. */
export function readOpeningIn(language: TextLanguage, text: string): Opening {
  if (language === "en") return readOpening(text);
  const head = text.slice(0, 80).replace(/^[\s*_"“«‘'(]+/, "");
  if (head.length < 2) return "other";
  if (preambularOpenings[language].test(head)) return "preambular";
  return language === "zh" || language === "ar" || /^\p{Lu}/u.test(head) ? "operative" : "other";
}
