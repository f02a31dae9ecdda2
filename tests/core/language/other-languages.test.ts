import { describe, expect, it } from "vitest";
import { extractionWarnings, extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolutions } from "@/lib/core/resolution/parse";
import type { ResolutionLanguage } from "@/lib/core/resolution/resolution";

const heads = {
  fr: "S/RES/2812 (2026)\n\nLe Conseil de sécurité,\n\nRappelant ses résolutions,\n\n1. ",
  es: "S/RES/2812 (2026)\n\nEl Consejo de Seguridad,\n\nRecordando sus resoluciones,\n\n1. ",
  ru: "S/RES/2812 (2026)\n\nСовет Безопасности,\n\nссылаясь на свои резолюции,\n\n1. ",
  zh: "S/RES/2812 (2026)\n\n安全理事会，\n\n回顾其各项决议，\n\n1. ",
  ar: "S/RES/2812 (2026)\n\nإن مجلس الأمن،\n\nإذ يشير إلى قراراته،\n\n1 - ",
} as const;

function reading(language: ResolutionLanguage & keyof typeof heads, body: string) {
  const [resolution] = readResolutions({ text: `${heads[language]}${body}\n`, language });
  if (resolution === undefined) throw new Error("nothing was read");
  return { resolution, document: toGuideDocument(resolution, extractMandates(resolution)) };
}

describe("resolutions in the other official languages", () => {
  it.each([
    ["fr", "Proroge jusqu’au 15 juillet 2026 le mandat de la Mission."],
    ["es", "Prorroga hasta el 15 de julio de 2026 el mandato de la Misión."],
    ["ru", "продлевает мандат Миссии до 15 июля 2026 года."],
    ["zh", "将特派团的任务期限延长至2026年7月15日。"],
    ["ar", "يمدد ولاية البعثة حتى 15 تموز/ يوليه 2026."],
  ] as const)(
    "reads what the organ prolongs by the verb itself in %s, as English reads 'Extends'",
    (language, body) => {
      expect(reading(language, body).document.actions).toEqual([
        expect.objectContaining({
          verb: "decide",
          lead: ["Security Council"],
          deliverable: "renewal",
          deadlines: [{ type: "date", date: "2026-07-15" }],
        }),
      ]);
    },
  );

  it.each([
    [
      "fr",
      "Invite toutes les parties prenantes, notamment la Banque mondiale, ainsi que le Secrétaire général, à coopérer.",
    ],
    [
      "es",
      "Invita a todas las partes interesadas, incluido el Banco Mundial, así como al Secretario General, a cooperar.",
    ],
    [
      "ru",
      "предлагает всем заинтересованным сторонам, включая Всемирный банк, а также Генеральному секретарю сотрудничать.",
    ],
  ] as const)(
    "takes those named as examples in %s for none of those asked, and goes on with 'as well as'",
    (language, body) => {
      const lead = reading(language, body).document.actions.flatMap((action) => action.lead);
      expect(lead).not.toContain("World Bank");
      expect(lead).toContain("Secretary-General");
    },
  );

  it("reads an Arabic paragraph behind its number and dash, as plain text prints it", () => {
    const { document } = reading(
      "ar",
      "تشجع الدول الأعضاء على التعاون؛\n\n2 - يطلب إلى الأمين العام أن يقدم تقريرا.",
    );
    expect(document.actions.map((action) => [action.para, action.verb])).toEqual([
      ["1", "encourage"],
      ["2", "request"],
    ]);
  });

  it("says that a paragraph too long to be read was left to a person, instead of passing it over in silence", () => {
    const long = reading(
      "fr",
      `Prie le Secrétaire général de lui faire rapport ${"sur la question ".repeat(900)}.`,
    );
    expect(extractionWarnings(long.resolution).map(({ code }) => code)).toEqual(["long-paragraph"]);
    const short = reading("fr", "Prie le Secrétaire général de lui faire rapport.");
    expect(extractionWarnings(short.resolution)).toEqual([]);
  });
});
