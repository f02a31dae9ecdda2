import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolutions } from "@/lib/core/resolution/parse";
import type { ResolutionLanguage } from "@/lib/core/resolution/resolution";

const heads = {
  fr: "A/RES/77/999\n\nL’Assemblée générale,\n\nRappelant ses résolutions,\n\n1. ",
  es: "A/RES/77/999\n\nLa Asamblea General,\n\nRecordando sus resoluciones,\n\n1. ",
  ru: "A/RES/77/999\n\nГенеральная Ассамблея,\n\nссылаясь на свои резолюции,\n\n1. ",
  zh: "A/RES/77/999\n\n大会，\n\n回顾其各项决议，\n\n1. ",
  ar: "A/RES/77/999\n\nإن الجمعية العامة،\n\nإذ تشير إلى قراراتها،\n\n1 - ",
} as const;
type Language = ResolutionLanguage & keyof typeof heads;

function actionsOf(language: Language, paragraph: string) {
  const [resolution] = readResolutions({ text: `${heads[language]}${paragraph}\n`, language });
  if (resolution === undefined) throw new Error("nothing was read");
  return toGuideDocument(resolution, extractMandates(resolution)).actions;
}

describe("who is asked, in the other official languages", () => {
  it.each([
    ["fr", "Encourage chacun, partout dans le monde, à creuser des puits."],
    ["es", "Alienta a todas las personas del mundo a que caven pozos."],
    ["ru", "рекомендует будущим хозяевам колодцев поддержать эту работу."],
    ["zh", "鼓励今后的水井主办国支持这项工作。"],
  ] as const)(
    "takes somebody whom no table names for asked in %s, because something is asked",
    (language, paragraph) => {
      expect(actionsOf(language, paragraph)).toEqual([expect.objectContaining({ verb: "encourage" })]);
    },
  );

  it.each([
    ["fr", "Encourage la mise en valeur des puits dans toutes les régions."],
    ["es", "Alienta el desarrollo de los pozos en todas las regiones."],
    ["ru", "поощряет развитие колодцев во всех регионах."],
    ["zh", "鼓励进一步开展水井合作。"],
    ["ar", "تشجع تعزيز حفر الآبار في جميع المناطق."],
  ] as const)("asks nobody by a noun of doing without a doer in %s, as in English", (language, paragraph) => {
    expect(actionsOf(language, paragraph)).toEqual([]);
  });

  it.each([
    ["fr", "Encourage la coopération accrue entre le Secrétaire général et l’Union africaine."],
    ["es", "Alienta una mayor cooperación entre el Secretario General y la Unión Africana."],
    ["ar", "تشجع زيادة التعاون بين الأمين العام والاتحاد الأفريقي."],
  ] as const)("takes the doers of such a noun for those asked in %s", (language, paragraph) => {
    const lead = actionsOf(language, paragraph).flatMap((action) => action.lead);
    expect(lead).toEqual(expect.arrayContaining(["Secretary-General", "African Union"]));
  });

  it.each([
    ["fr", "Réaffirme la décision qu’elle a prise d’organiser une réunion sur les puits."],
    ["es", "Reafirma su decisión de celebrar una reunión sobre los pozos."],
    ["ru", "подтверждает свое решение провести совещание по колодцам."],
    ["zh", "重申其关于举行水井问题会议的决定。"],
  ] as const)("reads a decision that is reaffirmed as decided in %s", (language, paragraph) => {
    expect(actionsOf(language, paragraph)).toEqual([
      expect.objectContaining({ verb: "decide", lead: ["General Assembly"] }),
    ]);
  });

  it.each([
    ["zh", "决定秘书长应向大会第七十八届会议报告水井情况。"],
    ["ar", "تقرر أن يقدم الأمين العام تقريرا إلى الجمعية العامة في دورتها الثامنة والسبعين عن الآبار."],
  ] as const)("gives what somebody shall do by a decision to that somebody in %s", (language, paragraph) => {
    expect(actionsOf(language, paragraph)).toEqual([
      expect.objectContaining({
        verb: "decide",
        lead: ["Secretary-General"],
        deadlines: [{ type: "session", organ: "GA", session: 78 }],
      }),
    ]);
  });

  it("reads a Chinese name with what belongs to it: the secretary-general of a community is not the community", () => {
    const lead = actionsOf("zh", "促请加勒比共同体秘书长继续支持水井工作。").flatMap((action) => action.lead);
    expect(lead).not.toContain("Caribbean Community");
  });

  it("goes on behind an acronym in parentheses and behind an aside", () => {
    const chinese = actionsOf("zh", "邀请联合国儿童基金会(儿基会)和国际劳工组织支持水井工作。");
    expect(chinese.flatMap((action) => action.lead)).toHaveLength(2);
    const french = actionsOf(
      "fr",
      "Encourage les États Membres, compte tenu de leur situation, et l’Union africaine à creuser des puits.",
    );
    expect(french.flatMap((action) => action.lead)).toContain("African Union");
  });
});

describe("sessions that set no limit, in the other official languages", () => {
  it.each([
    [
      "fr",
      "Engage les pays à appliquer le plan qu’a adopté la Conférence des Parties à la Convention sur la diversité biologique à sa dixième session.",
    ],
    [
      "es",
      "Exhorta a los países a que apliquen el plan aprobado por la Conferencia de las Partes en el Convenio sobre la Diversidad Biológica en su décimo período de sesiones.",
    ],
  ] as const)("leaves what another body adopted at its session alone in %s", (language, paragraph) => {
    expect(actionsOf(language, paragraph).flatMap((action) => action.deadlines)).toEqual([]);
  });

  it("leaves sessions in quoted titles alone", () => {
    const [action] = actionsOf(
      "fr",
      "Décide d’inscrire à l’ordre du jour provisoire de sa soixante-dix-huitième session la question intitulée « Convocation de la quatrième session extraordinaire ».",
    );
    expect(action?.deadlines).toEqual([{ type: "session", organ: "GA", session: 78 }]);
  });
});
