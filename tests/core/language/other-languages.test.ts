import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
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

function extracted(language: ResolutionLanguage & keyof typeof heads, body: string) {
  const text = `${heads[language]}${body}\n`;
  const [resolution] = readResolutions({ text, language });
  if (resolution === undefined) throw new Error("nothing was read");
  return { text, ...extractMandates(resolution) };
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

  it.each([
    ["fr", "Prie le Secrétaire général d’agir, et prie l’Union africaine de creuser des puits, "],
    ["es", "Solicita al Secretario General que actúe, y solicita a la Unión Africana que cave pozos, "],
    ["ru", "просит Генерального секретаря действовать и просит Африканский союз рыть колодцы, "],
    ["zh", "请秘书长采取行动，并请非洲联盟挖掘水井，"],
    ["ar", "تطلب إلى الأمين العام أن يعمل، وتطلب إلى الاتحاد الأفريقي أن يحفر الآبار، "],
  ] as const)("reads a paragraph longer than anybody drafts to its last clause in %s", (language, words) => {
    const body = words.repeat(Math.ceil(30_000 / words.length));
    const { text, actions, none } = extracted(language, body);
    expect(none).toEqual([]);
    const furthest = Math.max(...actions.flatMap((one) => one.ask.spans.map((span) => span.end)));
    expect(furthest).toBeGreaterThan(text.length - 100);
    expect(new Set(actions.map((one) => one.id)).size).toBe(actions.length);
    expect(new Set(actions.flatMap((one) => one.lead.map((lead) => lead.value.name)))).toEqual(
      new Set(["Secretary-General", "African Union"]),
    );
  });

  it("counts an overlong paragraph that asks nothing once", () => {
    const { actions, none } = extracted("fr", `Prend note ${"de la longue liste des puits ".repeat(800)}.`);
    expect(actions).toEqual([]);
    expect(none.map((one) => one.para)).toEqual(["1"]);
  });
});
