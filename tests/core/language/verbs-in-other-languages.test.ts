import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolutions } from "@/lib/core/resolution/parse";

const heads = {
  fr: "A/RES/77/999\n\nL’Assemblée générale,\n\nRappelant ses résolutions,\n\n1. ",
  es: "A/RES/77/999\n\nLa Asamblea General,\n\nRecordando sus resoluciones,\n\n1. ",
  ru: "A/RES/77/999\n\nГенеральная Ассамблея,\n\nссылаясь на свои резолюции,\n\n1. ",
  zh: "A/RES/77/999\n\n大会，\n\n回顾其各项决议，\n\n1. ",
  ar: "A/RES/77/999\n\nإن الجمعية العامة،\n\nإذ تشير إلى قراراتها،\n\n1 - ",
} as const;
type Language = keyof typeof heads;

/** How a verb goes on to the Secretary-General, who is to dig wells. */
const asked: Readonly<Record<Language, string>> = {
  fr: "le Secrétaire général à creuser des puits.",
  es: "al Secretario General a que cave pozos.",
  ru: "Генерального секретаря рыть колодцы.",
  zh: "秘书长挖掘水井。",
  ar: "الأمين العام على حفر الآبار.",
};

function actionsOf(language: Language, paragraph: string) {
  const [resolution] = readResolutions({ text: `${heads[language]}${paragraph}\n`, language });
  if (resolution === undefined) throw new Error("nothing was read");
  return toGuideDocument(resolution, extractMandates(resolution)).actions;
}

describe("verbs of the organs, alone and with the words for also, further and once again", () => {
  it.each([
    ["fr", "Prie le Secrétaire général de creuser des puits.", "request"],
    ["fr", "Prie également le Secrétaire général de creuser des puits.", "request"],
    ["fr", "Prie de nouveau le Secrétaire général de creuser des puits.", "request"],
    ["fr", "Prie instamment le Secrétaire général de creuser des puits.", "urge"],
    ["fr", "Demande instamment au Secrétaire général de creuser des puits.", "urge"],
    ["fr", "Demande une fois de plus au Secrétaire général de creuser des puits.", "call upon"],
    ["fr", "Demande aux États Membres de creuser des puits.", "call upon"],
    ["fr", `Exhorte en outre ${asked.fr}`, "urge"],
    ["fr", `Engage vivement ${asked.fr}`, "urge"],
    ["fr", `Invite également ${asked.fr}`, "invite"],
    ["fr", `Encourage à nouveau ${asked.fr}`, "encourage"],
    ["fr", `Autorise ${asked.fr}`, "authorize"],
    ["fr", "Charge le Secrétaire général de creuser des puits.", "entrust"],
    ["fr", "Recommande au Secrétaire général de creuser des puits.", "recommend"],
    ["fr", "Lance de nouveau un appel aux États Membres pour qu’ils creusent des puits.", "call upon"],
    ["fr", "Exige que toutes les parties creusent des puits.", "demand"],
    ["es", "Solicita al Secretario General que cave pozos.", "request"],
    ["es", "Solicita también al Secretario General que cave pozos.", "request"],
    ["es", "Pide nuevamente al Secretario General que cave pozos.", "request"],
    ["es", `Insta una vez más ${asked.es}`, "urge"],
    ["es", `Exhorta además ${asked.es}`, "call upon"],
    ["es", `Alienta asimismo ${asked.es}`, "encourage"],
    ["es", `Invita también ${asked.es}`, "invite"],
    ["es", "Hace un llamamiento a los Estados Miembros para que caven pozos.", "call upon"],
    ["es", "Encarga al Secretario General que cave pozos.", "entrust"],
    ["es", "Exige que todas las partes caven pozos.", "demand"],
    ["es", "Autoriza al Secretario General a cavar pozos.", "authorize"],
    ["es", "Recomienda al Secretario General que cave pozos.", "recommend"],
    ["ru", `просит ${asked.ru}`, "request"],
    ["ru", `просит также ${asked.ru}`, "request"],
    ["ru", `вновь просит ${asked.ru}`, "request"],
    ["ru", `призывает также ${asked.ru}`, "call upon"],
    ["ru", `настоятельно призывает далее ${asked.ru}`, "urge"],
    ["ru", "предлагает также Генеральному секретарю рыть колодцы.", "invite"],
    ["ru", "рекомендует Генеральному секретарю рыть колодцы.", "encourage"],
    ["ru", "поручает Генеральному секретарю рыть колодцы.", "direct"],
    ["ru", `уполномочивает ${asked.ru}`, "authorize"],
    ["ru", "обращается с призывом к государствам-членам рыть колодцы.", "call upon"],
    ["ru", "требует, чтобы все стороны рыли колодцы.", "demand"],
    ["zh", `请${asked.zh}`, "request"],
    ["zh", `又请${asked.zh}`, "request"],
    ["zh", `再次请${asked.zh}`, "request"],
    ["zh", `还请${asked.zh}`, "request"],
    ["zh", `敦促${asked.zh}`, "urge"],
    ["zh", `强烈敦促${asked.zh}`, "urge"],
    ["zh", `促请${asked.zh}`, "call upon"],
    ["zh", `再次吁请${asked.zh}`, "call upon"],
    ["zh", `呼吁${asked.zh}`, "call for"],
    ["zh", `鼓励${asked.zh}`, "encourage"],
    ["zh", `又邀请${asked.zh}`, "invite"],
    ["zh", `授权${asked.zh}`, "authorize"],
    ["zh", `要求${asked.zh}`, "request"],
    ["ar", "تطلب إلى الأمين العام أن يحفر الآبار.", "request"],
    ["ar", "تطلب أيضا إلى الأمين العام أن يحفر الآبار.", "request"],
    ["ar", "تطلب مرة أخرى إلى الأمين العام أن يحفر الآبار.", "request"],
    ["ar", "تكرر طلبها إلى الأمين العام أن يحفر الآبار.", "request"],
    ["ar", `تحث كذلك ${asked.ar}`, "urge"],
    ["ar", `تشجع أيضا ${asked.ar}`, "encourage"],
    ["ar", "تدعو الأمين العام إلى حفر الآبار.", "invite"],
    ["ar", "تهيب بالدول الأعضاء أن تحفر الآبار.", "call upon"],
    ["ar", "تهيب مرة أخرى بالدول الأعضاء أن تحفر الآبار.", "call upon"],
    ["ar", "تناشد الدول الأعضاء أن تحفر الآبار.", "call upon"],
    ["ar", "توصي الأمين العام بأن يحفر الآبار.", "recommend"],
    ["ar", "تأذن للأمين العام بأن يحفر الآبار.", "authorize"],
    ["ar", "تكلف الأمين العام بحفر الآبار.", "entrust"],
    ["ar", "تطالب جميع الأطراف بأن تحفر الآبار.", "demand"],
  ] as const)("%s: %s", (language, paragraph, verb) => {
    expect(actionsOf(language, paragraph).map((one) => [one.para, one.verb])).toEqual([["1", verb]]);
  });
});

describe("names in the forms that a sentence gives them", () => {
  it.each([
    [
      "fr",
      "Prie l’UNESCO de creuser des puits.",
      "United Nations Educational, Scientific and Cultural Organization",
    ],
    ["fr", "Invite le PNUD à creuser des puits.", "United Nations Development Programme"],
    ["fr", "Invite la Banque asiatique de développement à creuser des puits.", "Asian Development Bank"],
    [
      "fr",
      "Prie la Rapporteuse spéciale sur le droit à l’alimentation de creuser des puits.",
      "Special Rapporteur on the right to food",
    ],
    ["es", "Invita a la Liga de los Estados Árabes a que cave pozos.", "League of Arab States"],
    ["es", "Solicita a la OIT que cave pozos.", "International Labour Organization"],
    [
      "es",
      "Invita a la Relatora Especial sobre el derecho a la educación a que cave pozos.",
      "Special Rapporteur on the right to education",
    ],
    ["ru", "просит ЮНЕСКО рыть колодцы.", "United Nations Educational, Scientific and Cultural Organization"],
    ["ru", "предлагает Азиатскому банку развития рыть колодцы.", "Asian Development Bank"],
    [
      "ru",
      "призывает Организацию исламского сотрудничества рыть колодцы.",
      "Organization of Islamic Cooperation",
    ],
    [
      "ru",
      "просит Специального докладчика по вопросу о праве на питание рыть колодцы.",
      "Special Rapporteur on the right to food",
    ],
    ["zh", "请教科文组织挖掘水井。", "United Nations Educational, Scientific and Cultural Organization"],
    ["zh", "邀请东盟挖掘水井。", "Association of Southeast Asian Nations"],
    ["zh", "请食物权问题特别报告员挖掘水井。", "Special Rapporteur on the right to food"],
    [
      "ar",
      "تطلب إلى اليونسكو أن تحفر الآبار.",
      "United Nations Educational, Scientific and Cultural Organization",
    ],
    ["ar", "تدعو جامعة الدول العربية إلى حفر الآبار.", "League of Arab States"],
    ["ar", "تهيب بمصرف التنمية الآسيوي أن يحفر الآبار.", "Asian Development Bank"],
    [
      "ar",
      "تطلب إلى المقررة الخاصة المعنية بالحق في الغذاء أن تحفر الآبار.",
      "Special Rapporteur on the right to food",
    ],
  ] as const)("%s: %s", (language, paragraph, name) => {
    expect(actionsOf(language, paragraph).flatMap((one) => one.lead)).toEqual([name]);
  });
});
