import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsInAnyLanguage } from "@/lib/db/expression-words";
import { ingestText } from "@/lib/services/ingest";
import { reviewPage } from "@/lib/services/review";
import { aWorld, type World } from "./a-world";

const english = `A/RES/79/901

Resolution adopted by the General Assembly on 19 December 2024

79/901. Lighthouses and their keepers

The General Assembly,

Recalling its resolution 78/12,

1. Welcomes the report of the Secretary-General;

2. Requests the Secretary-General to submit to the General Assembly at its eighty-first session a report on lighthouses.
`;
const french = `A/RES/79/901

Résolution adoptée par l’Assemblée générale le 19 décembre 2024

79/901. Les phares et leurs gardiens

L’Assemblée générale,

Rappelant sa résolution 78/12,

1. Se félicite du rapport du Secrétaire général ;

2. Prie le Secrétaire général de lui présenter, à sa quatre-vingt-unième session, un rapport sur les phares.
`;
const arabic = `A/RES/79/901

قرار اتخذته الجمعية العامة في 19 كانون الأول/ديسمبر 2024

79/901. المنارات وحراسها

إن الجمعية العامة،

إذ تشير إلى قرارها 78/12،

1 - ترحب بتقرير الأمين العام؛

2 - تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الحادية والثمانين تقريرا عن المنارات.
`;
const chinese = `A/RES/79/901

2024年12月19日大会决议

79/901. 灯塔及其看守人

大会，

回顾其第78/12号决议，

1. 欢迎秘书长的报告；

2. 请秘书长向大会第八十一届会议提交一份关于灯塔的报告。
`;

describe("a resolution in several languages", () => {
  let world: World;
  beforeAll(async () => {
    world = await aWorld("2025-01-10");
  });
  afterAll(() => world.close());
  const take = (text: string, symbol = "A/RES/79/901") =>
    ingestText(world.deps, world.secretary, { text, symbol });

  it("keeps a text in another language as an expression: no new version, no second resolution", async () => {
    expect(await take(english)).toMatchObject({ ok: true, value: { outcome: "created" } });
    for (const text of [french, arabic, chinese])
      expect(await take(text)).toMatchObject({ ok: true, value: { outcome: "expression", version: 1 } });
    expect(await world.db.resolution.count()).toBe(1);
    expect(await world.db.resolutionVersion.count()).toBe(1);
  });

  it("changes nothing when the same text in that language comes again", async () => {
    expect(await take(french)).toMatchObject({ ok: true, value: { outcome: "unchanged" } });
    expect(await take(`${french}\n`)).toMatchObject({ ok: true, value: { outcome: "expression" } });
    expect(await world.db.expression.count({ where: { language: "fr" } })).toBe(2);
  });

  it("gives the paragraph of the same number in each language", async () => {
    const page = await reviewPage(world.deps, world.secretary, { symbol: "A/RES/79/901" });
    if (!page.ok) throw new Error(page.error.message);
    expect(page.value.inLanguages.map((one) => one.language).sort()).toEqual(["ar", "fr", "zh"]);
    const second = page.value.paragraphs.find((one) => one.number === "2")?.stableId ?? "";
    const texts = new Map(page.value.inLanguages.map((one) => [one.language, one.paragraphs[second]]));
    expect(texts.get("fr")).toContain("un rapport sur les phares");
    expect(texts.get("ar")).toContain("تقريرا عن المنارات");
    expect(texts.get("zh")).toContain("关于灯塔的报告");
  });

  const found = async (words: string): Promise<string[]> =>
    (
      await world.db.$queryRaw<{ number: string }[]>`
        select distinct p.number from expression_paragraph x
        join paragraph p on p.resolution_id = x.resolution_id and p.stable_id = x.stable_id
        where x.words @@ ${wordsInAnyLanguage(words)} and p.kind = 'operative' order by 1`
    ).map((row) => row.number);

  it.each([
    ["phare", "another form of the French word"],
    ["المنارات", "an Arabic word"],
    ["灯塔", "a Chinese word, though Chinese sets no blanks"],
    ["quatre-vingt-unième session", "the session's number as French writes it"],
  ])("finds paragraph 2 by %s (%s)", async (words) => {
    expect(await found(words)).toContain("2");
  });

  it("does not find what no language says", async () => {
    expect(await found("navires")).toEqual([]);
    expect(await found("塔灯")).toEqual([]);
  });

  it("takes a resolution that comes in French first, proposes from it, and says that it is less sure", async () => {
    const first = await take(french.replaceAll("79/901", "79/902"), "A/RES/79/902");
    if (!first.ok) throw new Error(first.error.message);
    expect(first.value).toMatchObject({ outcome: "created", proposals: 1 });
    expect(first.value.warnings.map((one) => one.code)).toContain("read-in-other-language");
    const later = await take(english.replaceAll("79/901", "79/902"), "A/RES/79/902");
    expect(later).toMatchObject({ ok: true, value: { outcome: "expression" } });
  });
});
