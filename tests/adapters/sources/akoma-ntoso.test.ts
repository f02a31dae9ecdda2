import { describe, expect, it } from "vitest";
import { readAkomaNtoso } from "@/lib/adapters/sources/akoma-ntoso";
import { readResolutions } from "@/lib/core/resolution/parse";
import { expectAllFaithful } from "../../core/resolution/spans";

type Words = {
  code: string;
  organ: string;
  title: string;
  pre: string;
  first: string;
  chapeau: string;
  a: string;
  b: string;
  marks: readonly [string, string, string, string];
};

const documentOf = (
  words: Words,
): string => `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification source="#x"><FRBRWork><FRBRdate date="2031-05-04" name="adoption"/></FRBRWork><FRBRExpression><FRBRlanguage language="${words.code}"/></FRBRExpression></identification><keyword showAs="not printed"/></meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/85/901</docNumber></p><p><session value="85">85</session></p></coverPage>
<preface><p><docNumber>85/901.</docNumber><docTitle refersTo="#resolutionTitle"><span>	${words.title}</span></docTitle></p></preface>
<preamble><formula name="enactingFormula"><p><span class="italic">${words.organ}</span>,</p></formula><container name="x"><p>	${words.pre}</p></container></preamble>
<mainBody>
<paragraph eId="p1"><num>${words.marks[0]}</num><content><p>	${words.first}<authorialNote marker="1"><p>A/85/4.</p></authorialNote>;</p></content></paragraph>
<paragraph eId="p2"><num>${words.marks[1]}</num><list><intro><p>	${words.chapeau}</p></intro>
<point><num>${words.marks[2]}</num><content><p>	${words.a}</p></content></point><point><num>${words.marks[3]}</num><content><p>	${words.b}</p></content></point></list></paragraph>
</mainBody>
<conclusions><p><event><location refersTo="#adoptionMeeting">90</location><eol/><docDate date="2031-05-04" refersTo="#adoptionDate">4.5.2031</docDate></event></p></conclusions>
</statement></akomaNtoso>`;

const english: Words = {
  code: "eng",
  organ: "The General Assembly",
  title: "Lamps",
  pre: "Recalling &amp; noting,",
  first: "Decides to act",
  chapeau: "Requests:",
  a: "To report;",
  b: "To light.",
  marks: ["1.", "2.", "(a)", "(b)"],
};
const languages: readonly (readonly [string, Words])[] = [
  ["en", english],
  [
    "fr",
    {
      ...english,
      code: "fra",
      organ: "L’Assemblée générale",
      title: "Lampes",
      chapeau: "Prie :",
      marks: ["1.", "2.", "a)", "b)"],
    },
  ],
  [
    "es",
    {
      ...english,
      code: "spa",
      organ: "La Asamblea General",
      title: "Lámparas",
      marks: ["1.", "2.", "a)", "b)"],
    },
  ],
  [
    "ru",
    {
      ...english,
      code: "rus",
      organ: "Генеральная Ассамблея",
      title: "Лампы",
      marks: ["1.", "2.", "а)", "b)"],
    },
  ],
  [
    "zh",
    {
      ...english,
      code: "zho",
      organ: "大会",
      title: "灯",
      chapeau: "请：",
      marks: ["1.", "2.", "(a)", "(b)"],
    },
  ],
  [
    "ar",
    {
      ...english,
      code: "ara",
      organ: "الجمعية العامة",
      title: "مصابيح",
      marks: ["1 -", "2 -", "(أ)", "(ب)"],
    },
  ],
];

const readXml = (xml: string) => {
  const read = readAkomaNtoso(xml);
  if (!read.ok) throw new Error(read.error.message);
  const [main] = readResolutions({
    text: read.value.text,
    hints: read.value.hints,
    language: read.value.language ?? "en",
  });
  if (main === undefined) throw new Error("nothing was read");
  return { ...read.value, main };
};

describe("Akoma Ntoso", () => {
  it.each(languages)("in %s gives the header, and paragraphs numbered as in English", (language, words) => {
    const { main, text } = readXml(documentOf(words));
    expect(main).toMatchObject({
      symbol: "A/RES/85/901",
      organ: "GA",
      session: 85,
      adopted: "2031-05-04",
      title: words.title,
      language,
      isResolution: true,
    });
    expect(main.paragraphs.filter((one) => one.kind === "operative").map((one) => one.number)).toEqual([
      "1",
      "2",
      "2(a)",
      "2(b)",
    ]);
    expect(main.paragraphs.filter((one) => one.kind === "preambular")).toHaveLength(1);
    expect(text).not.toContain("not printed");
    expectAllFaithful(text, main);
  });

  it("sets footnotes apart and ties them to their paragraph", () => {
    const { main } = readXml(documentOf(english));
    expect(main.paragraphs.find((one) => one.number === "1")?.text).toBe("Decides to act;");
    expect(main.footnotes).toMatchObject([
      { mark: "1", text: "A/85/4.", paragraphIds: ["A/RES/85/901#op1"] },
    ]);
  });

  it("reads the five predefined entities", () => {
    expect(readXml(documentOf(english)).main.paragraphs[0]?.text).toBe("Recalling & noting,");
  });

  it("reads a number that stands within the words, as Arabic files print it", () => {
    const xml = documentOf(english)
      .replace("<num>1.</num>", "")
      .replace("Decides to act", "1 -	Decides to act");
    expect(
      readXml(xml)
        .main.paragraphs.filter((one) => one.kind === "operative")
        .map((one) => one.number),
    ).toEqual(["1", "2", "2(a)", "2(b)"]);
  });

  it("reads XML that breaks its own rules as far as it can, with a warning", () => {
    const { main, warnings } = readXml(documentOf(english).replace("</preamble>", "</docTitle></preamble>"));
    expect(warnings.map((one) => one.code)).toEqual(["malformed-xml"]);
    expect(main.symbol).toBe("A/RES/85/901");
    expect(main.paragraphs.length).toBeGreaterThan(0);
  });

  it.each([
    ["a document type", `<!DOCTYPE akomaNtoso SYSTEM "http://example.org/x.dtd">${documentOf(english)}`],
    [
      "an external entity",
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`,
    ],
    ["nested entities", '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><a>&b;</a>'],
  ])("refuses %s", (_what, xml) => {
    const read = readAkomaNtoso(xml);
    expect(read.ok ? "accepted" : read.error.message).toMatch(/document type/);
  });

  it("refuses elements nested too deeply, and files without words", () => {
    const deep = readAkomaNtoso(`<akomaNtoso>${"<a>".repeat(30_000)}`);
    expect(deep.ok ? "accepted" : deep.error.message).toMatch(/too deeply/);
    const empty = readAkomaNtoso("<akomaNtoso></akomaNtoso>");
    expect(empty.ok ? "accepted" : empty.error.message).toMatch(/No text/);
  });
});
