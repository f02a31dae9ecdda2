import { describe, expect, it } from "vitest";
import { packs } from "@/lib/core/language/packs";
import { extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolutions } from "@/lib/core/resolution/parse";

type Language = keyof typeof packs;

const heads = {
  fr: "L’Assemblée générale,\n\nRappelant ses résolutions,\n\n1. ",
  es: "La Asamblea General,\n\nRecordando sus resoluciones,\n\n1. ",
  ru: "Генеральная Ассамблея,\n\nссылаясь на свои резолюции,\n\n1. ",
  zh: "大会，\n\n回顾其各项决议，\n\n1. ",
  ar: "إن الجمعية العامة،\n\nإذ تشير إلى قراراتها،\n\n1 - ",
} as const;

function deadlinesOf(language: Language, paragraph: string, symbol = "A/RES/77/999") {
  const text = `${symbol}\n\n${heads[language]}${paragraph}\n`;
  const [resolution] = readResolutions({ text, language });
  if (resolution === undefined) throw new Error("nothing was read");
  return toGuideDocument(resolution, extractMandates(resolution)).actions.flatMap((one) => one.deadlines);
}

/** A request of a report at a session, with the number as the language writes it. */
const requests: Readonly<Record<Language, (ordinal: string) => string>> = {
  fr: (n) => `Prie le Secrétaire général de lui présenter à sa ${n} session un rapport sur les puits.`,
  es: (n) =>
    `Solicita al Secretario General que le presente, en su ${n} período de sesiones, un informe sobre los pozos.`,
  ru: (n) =>
    `просит Генерального секретаря представить Генеральной Ассамблее на ее ${n} сессии доклад о колодцах.`,
  zh: (n) => `请秘书长向大会${n}届会议提交一份关于水井的报告。`,
  ar: (n) => `تطلب إلى الأمين العام أن يقدم إليها في دورتها ${n} تقريرا عن الآبار.`,
};

/** Russian declines the last word behind "на ее". */
const inSentence = (language: Language, number: number): string => {
  const words = packs[language].ordinals.format(number);
  return language === "ru" ? words.replace(/третья$/, "третьей").replace(/ая$/, "ой") : words;
};

describe.each(Object.keys(packs) as Language[])("a session of the Assembly in %s", (language) => {
  it("is read in a sentence, whatever its number from 1 to 120", () => {
    const wrong = Array.from({ length: 120 }, (_, index) => index + 1).filter((number) => {
      // A session is due when the resolution is one of the session before it.
      const symbol = `A/RES/${Math.max(1, number - 1)}/999`;
      const [deadline] = deadlinesOf(language, requests[language](inSentence(language, number)), symbol);
      return deadline?.type !== "session" || deadline.session !== number || deadline.organ !== "GA";
    });
    expect(wrong).toEqual([]);
  });
});

const at = (session: number, organ = "GA") => [{ type: "session", organ, session }];

describe("ways of naming a session", () => {
  it.each([
    ["fr", "Prie le Secrétaire général de lui faire rapport à sa prochaine session.", 78],
    ["fr", "Prie le Secrétaire général de lui faire rapport à sa 79e session.", 79],
    [
      "fr",
      "Prie le Secrétaire général de lui faire rapport à la reprise de sa soixante-dix-septième session.",
      77,
    ],
    [
      "fr",
      "Prie le Secrétaire général de lui faire rapport durant la partie principale de sa soixante-dix-neuvième session.",
      79,
    ],
    [
      "fr",
      "Prie le Secrétaire général de lui faire rapport au plus tard à sa quatre-vingt-unième session.",
      81,
    ],
    [
      "fr",
      "Prie le Secrétaire général de présenter à l’Assemblée générale, à sa quatre-vingt-onzième session, un rapport.",
      91,
    ],
    ["es", "Solicita al Secretario General que le informe en su próximo período de sesiones.", 78],
    [
      "es",
      "Solicita al Secretario General que le informe en la continuación de su septuagésimo séptimo período de sesiones.",
      77,
    ],
    [
      "es",
      "Solicita al Secretario General que le informe a más tardar en su octogésimo primer período de sesiones.",
      81,
    ],
    [
      "es",
      "Solicita al Secretario General que le informe en la parte principal de su 79º período de sesiones.",
      79,
    ],
    [
      "es",
      "Pide al Presidente de la Asamblea General que convoque una reunión en el octogésimo período de sesiones de la Asamblea.",
      80,
    ],
    ["ru", "просит Генерального секретаря доложить ей об этом на ее следующей сессии.", 78],
    ["ru", "просит Генерального секретаря доложить ей об этом на ее 79-й сессии.", 79],
    [
      "ru",
      "просит Генерального секретаря доложить ей об этом в ходе основной части ее семьдесят девятой сессии.",
      79,
    ],
    ["ru", "просит Генерального секретаря доложить ей об этом не позднее ее восемьдесят первой сессии.", 81],
    [
      "ru",
      "просит Председателя Генеральной Ассамблеи созвать совещание на восьмидесятой сессии Ассамблеи.",
      80,
    ],
    ["zh", "请秘书长向大会下届会议提出报告。", 78],
    ["zh", "请秘书长至迟在大会第八十一届会议提出报告。", 81],
    ["zh", "请秘书长在大会第79届会议主要会期提出报告。", 79],
    ["zh", "请秘书长向大会第七十七届会议续会第二期会议提出报告。", 77],
    ["ar", "تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها المقبلة.", 78],
    ["ar", "تطلب إلى الأمين العام أن يقدم إليها تقريرا في الجزء الرئيسي من دورتها التاسعة والسبعين.", 79],
    ["ar", "تطلب إلى الأمين العام أن يقدم إليها تقريرا في موعد لا يتجاوز دورتها الحادية والثمانين.", 81],
    ["ar", "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة تقريرا في دورتها 79.", 79],
  ] as const)("%s: %s", (language, paragraph, session) => {
    const found = deadlinesOf(language, paragraph);
    expect(found.map((one) => (one.type === "session" ? [one.organ, one.session] : one))).toEqual([
      ["GA", session],
    ]);
  });

  it.each([
    ["fr", "Prie le Conseil économique et social d’examiner la question à sa session de 2024."],
    ["fr", "Prie le Conseil économique et social d’examiner la question à sa session de fond de 2024."],
    [
      "es",
      "Solicita al Consejo Económico y Social que examine la cuestión en su período de sesiones de 2024.",
    ],
    [
      "es",
      "Solicita al Consejo Económico y Social que examine la cuestión en su período de sesiones sustantivo de 2024.",
    ],
    ["ru", "просит Экономический и Социальный Совет рассмотреть этот вопрос на его сессии 2024 года."],
    [
      "ru",
      "просит Экономический и Социальный Совет рассмотреть этот вопрос на его основной сессии 2024 года.",
    ],
    ["zh", "请经济及社会理事会2024年届会审议这一问题。"],
    ["zh", "请经济及社会理事会2024年实质性会议审议这一问题。"],
    ["ar", "تطلب إلى المجلس الاقتصادي والاجتماعي أن ينظر في المسألة في دورته لعام 2024."],
    ["ar", "تطلب إلى المجلس الاقتصادي والاجتماعي أن ينظر في المسألة في دورته الموضوعية لعام 2024."],
  ] as const)("by its year in %s: %s", (language, paragraph) => {
    const [deadline] = deadlinesOf(language, paragraph);
    expect(deadline).toMatchObject(at(2024, "ECOSOC")[0] ?? {});
  });
});
