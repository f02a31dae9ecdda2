import { describe, expect, it } from "vitest";
import { readerOf } from "@/app/_ui/reader";
import { becauseCodes } from "@/lib/core/calendar/because";
import { stepInWords, warningCodes } from "@/lib/core/calendar/plan-words";
import { workStatuses } from "@/lib/core/task/status";
import { formatDay, formatOrdinal } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locale";
import { speakerOf } from "@/lib/i18n/speaker";
import { spoken } from "@/lib/i18n/spoken/catalogue";

const others = locales.filter((locale) => locale !== "en");

describe("sentences that come as codes", () => {
  it.each(others)(
    "has every reason, warning and status in %s, so that no page falls back to English",
    (locale) => {
      const own = spoken[locale];
      expect(becauseCodes.filter((code) => own?.because[code] === undefined)).toEqual([]);
      expect(warningCodes.filter((code) => own?.warning[code] === undefined)).toEqual([]);
      expect(workStatuses.filter((code) => own?.status[code] === undefined)).toEqual([]);
    },
  );

  it.each(others)(
    "has the same lists and codes in %s as in French, so that a new sentence is not forgotten",
    (locale) => {
      const codes = (of: (typeof spoken)[typeof locale]) =>
        Object.entries(of ?? {}).flatMap(([part, words]) =>
          Object.keys(words).map((code) => `${part} ${code}`),
        );
      expect(codes(spoken[locale]).sort()).toEqual(codes(spoken.fr).sort());
    },
  );

  it.each(others)("names every step of a plan in %s, and none in English", (locale) => {
    const { word } = speakerOf(locale);
    const left = Object.entries(stepInWords).filter(([code, words]) => word("step", code, words) === words);
    expect(left).toEqual([]);
  });

  it("says a derivation in each language with its days, its session and its source", () => {
    const opens = {
      code: "session-opens",
      params: { organ: "GA", session: 53, day: "1998-09-09", standing: "fixed" },
      source: "A/53/PV.1",
    };
    expect(speakerOf("fr").because(opens, "1999-01-01")).toBe(
      "La 53e session de l’Assemblée générale s’est ouverte le mercredi 9 septembre 1998 (A/53/PV.1).",
    );
    expect(speakerOf("es").because(opens, "1998-08-03")).toBe(
      "El 53º período de sesiones de la Asamblea General se inaugura el miércoles, 9 de septiembre de 1998 (A/53/PV.1).",
    );
    expect(speakerOf("ru").because(opens)).toBe(
      "Открытие 53-й сессии Генеральной Ассамблеи: среда, 9 сентября 1998 года (A/53/PV.1).",
    );
    expect(speakerOf("zh").because(opens)).toBe("大会第53届会议于1998年9月9日星期三开幕 (A/53/PV.1)。");
    expect(speakerOf("ar").because(opens)).toContain("أيلول/سبتمبر 1998");
  });

  it("says a deadline rule with its operator and part", () => {
    const rule = {
      kind: "session",
      organ: "GA",
      session: 53,
      part: "beginning",
      operator: "beginning",
    } as const;
    expect(speakerOf("en").rule(rule)).toBe("at the beginning of the 53rd session of the General Assembly");
    expect(speakerOf("fr").rule(rule)).toBe("au début de la 53e session de l’Assemblée générale");
    expect(speakerOf("ru").rule(rule)).toBe("в начале 53-й сессии Генеральной Ассамблеи");
    expect(speakerOf("zh").rule(rule)).toBe("在大会第53届会议开始时");
  });

  it("says a history line with who, when, which evidence and why", () => {
    const line = {
      code: "event.status.submit",
      params: { actor: "Ana Silva", day: "1998-07-30", evidence: "A/53/226", reason: "Sent.", job: "" },
    };
    expect(speakerOf("fr").event(line)).toBe("Remise — Ana Silva, le 30 juillet 1998 : A/53/226. Sent.");
  });

  it.each(others)("fills every sentence of %s without a hole, whatever the values", (locale) => {
    const say = speakerOf(locale);
    const params = {
      organ: "GA", session: 53, part: "main", day: "1998-09-09", from: "1998-09-09", to: "1998-12-18",
      start: "1997-12-18", month: "1998-06", year: "1998", text: "x", name: "x", count: 2, every: 2, unit: "year",
      label: "x", weeks: 10, days: 21, amount: 3, station: "Geneva", why: "weekend", since: "2004", standing: "fixed",
      slot: "1998-07-29", adopted: "1997-12-18", meeting: "1998-10-07", issue: "1998-08-26", agenda: "1998-07-10",
      request: "1998-08-10", names: "x", report: "x", words: 9000, limit: 8500,
    }; // biome-ignore format: a list of values
    const said = [
      ...becauseCodes.map((code) => say.because({ code, params }, "1998-08-03")),
      ...warningCodes.map((code) => say.warning({ code, params })),
    ];
    expect(said.filter((words) => /[{}]|undefined|NaN/.test(words) || words.length < 4)).toEqual([]);
  });
});

describe("days and ordinals", () => {
  it("writes the ordinal of a session as each language does beside its noun", () => {
    expect(locales.map((locale) => formatOrdinal(locale, 53))).toEqual([
      "53rd",
      "53e",
      "53º",
      "53-я",
      "第53",
      "53",
    ]);
    expect(formatOrdinal("fr", 1)).toBe("1re");
  });

  it("names months twice in Arabic, as the documents do, and keeps one set of digits", () => {
    expect(formatDay("ar", "1998-09-09", "long")).toContain("أيلول/سبتمبر");
    expect(formatDay("ar", "1998-09-09", "long")).toContain("1998");
  });
});

describe("names of bodies with sessions of their own", () => {
  it.each([
    ["fr", "Commission du développement social"],
    ["es", "Comisión de Desarrollo Social"],
    ["ru", "Комиссия социального развития"],
    ["zh", "社会发展委员会"],
    ["ar", "لجنة التنمية الاجتماعية"],
  ] as const)("are those that the UN prints in %s", (locale, name) => {
    expect(speakerOf(locale).organ("Commission for Social Development")).toBe(name);
    expect(speakerOf(locale).session("Commission for Social Development", 62)).toContain(name.split(" ")[0]);
  });

  it("stay as they are where nobody knows them in that language", () => {
    expect(speakerOf("fr").organ("Board on Wells")).toBe("Board on Wells");
  });

  it("stand in lists and tables too, and in English as the registry has them", () => {
    expect(readerOf("fr").body("General Assembly")).toBe("Assemblée générale");
    expect(readerOf("fr").body("Board on Wells")).toBe("Board on Wells");
    expect(readerOf("en").body("General Assembly")).toBe("General Assembly");
  });
});
