import { describe, expect, it } from "vitest";
import { extractMandates } from "@/lib/core/mandate/extract";
import { toGuideDocument } from "@/lib/core/mandate/guide";
import { readResolution } from "@/lib/core/resolution/parse";

/** The same invented resolution in three languages: what each paragraph asks must not depend on the language. */
const texts = {
  fr: `A/RES/79/950

Résolution adoptée par l’Assemblée générale le 19 décembre 2024

79/950. Les phares et leurs gardiens

L’Assemblée générale,

Rappelant sa résolution 78/12,

1. Prend acte du rapport du Secrétaire général ;

2. Encourage les États Membres et la société civile à entretenir leurs phares ;

3. Souligne l’importance des phares, et prie le Programme des Nations Unies pour l’environnement de les protéger ;

4. Encourage la poursuite des recherches sur les phares ;

5. Prie le Secrétaire général de lui présenter, durant la partie principale de sa quatre-vingt-unième session, un rapport sur les phares ;

6. Décide d’inscrire à l’ordre du jour provisoire de sa quatre-vingt-deuxième session la question intitulée « Phares » ;

7. Décide de rester saisie de la question.
`,
  es: `A/RES/79/950

Resolución aprobada por la Asamblea General el 19 de diciembre de 2024

79/950. Los faros y sus guardianes

La Asamblea General,

Recordando su resolución 78/12,

1. Toma nota del informe del Secretario General;

2. Alienta a los Estados Miembros y a la sociedad civil a que mantengan sus faros;

3. Destaca la importancia de los faros, y solicita al Programa de las Naciones Unidas para el Medio Ambiente que los proteja;

4. Alienta la continuación de las investigaciones sobre los faros;

5. Solicita al Secretario General que le presente, en la parte principal de su octogésimo primer período de sesiones, un informe sobre los faros;

6. Decide incluir en el programa provisional de su octogésimo segundo período de sesiones el tema titulado “Faros”;

7. Decide seguir ocupándose de la cuestión.
`,
  ru: `A/RES/79/950

Резолюция, принятая Генеральной Ассамблеей 19 декабря 2024 года

79/950. Маяки и их смотрители

Генеральная Ассамблея,

ссылаясь на свою резолюцию 78/12,

1. принимает к сведению доклад Генерального секретаря;

2. рекомендует государствам-членам и гражданскому обществу содержать свои маяки в порядке;

3. подчеркивает важность маяков и просит Программу Организации Объединенных Наций по окружающей среде охранять их;

4. призывает к продолжению исследований маяков;

5. просит Генерального секретаря представить Генеральной Ассамблее в ходе основной части ее восемьдесят первой сессии доклад о маяках;

6. постановляет включить в предварительную повестку дня своей восемьдесят второй сессии пункт, озаглавленный «Маяки»;

7. постановляет продолжать заниматься этим вопросом.
`,
} as const;

describe.each(Object.entries(texts))("an invented resolution in %s", (language, text) => {
  const resolution = readResolution(text);
  const extraction = extractMandates(resolution);
  const document = toGuideDocument(resolution, extraction);

  it("is read in its own language, told from its words alone", () => {
    expect(resolution.language).toBe(language);
  });

  it("asks in the paragraphs in which every language asks, and gives the others a reason", () => {
    expect(document.actions.map((one) => one.para)).toEqual(["2", "3", "5", "6"]);
    expect(document.none).toEqual(["1", "4", "7"]);
  });

  it("names those asked by their English names, so that languages can be compared", () => {
    expect(document.actions.map((one) => one.lead)).toEqual([
      ["Member States", "civil society"],
      ["United Nations Environment Programme"],
      ["Secretary-General"],
      ["General Assembly"],
    ]);
  });

  it("reads session deadlines in words with the part of the session", () => {
    expect(document.actions.map((one) => one.deadlines)).toEqual([
      [],
      [],
      [{ type: "session", organ: "GA", session: 81, part: "main" }],
      [{ type: "session", organ: "GA", session: 82 }],
    ]);
  });

  it("gives base verbs and deliverables", () => {
    expect(document.actions.slice(1).map((one) => [one.verb, one.deliverable])).toEqual([
      ["request", "implementation"],
      ["request", "report"],
      ["decide", "agenda_item"],
    ]);
  });

  it("is less sure than in English, and every value stands where it says", () => {
    for (const action of extraction.actions) {
      expect(action.verb.certainty).toBeLessThan(0.97);
      for (const found of [action.verb, ...action.lead, ...action.deadlines])
        if (found.quote.spans.length === 1)
          expect(
            found.quote.spans
              .map(({ start, end }) => text.slice(start, end))
              .join("")
              .replace(/\s+/g, " "),
          ).toBe(found.quote.text);
    }
  });
});
