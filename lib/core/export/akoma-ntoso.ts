import type { ReportResolution, ReportTask } from "./report/report-task";

/** A paragraph as it goes out. */
export type TextParagraph = {
  /** "A/RES/52/205#op9" */
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly depth: number;
  readonly text: string;
};

const akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/** Ours, for what Akoma Ntoso has no words for. A name, not an address: nothing is fetched. */
const ours = "urn:mandates:analysis:1";

/**
 * A resolution in Akoma Ntoso 3.0 with our reading of it in `analysis`: for each action its paragraph, verb,
 * addressees, deliverable and deadline. The text itself stays free of our marks, and our own reader gets it back as it was.
 */
export function writeAkomaNtoso(
  resolution: ReportResolution,
  text: { readonly language: string; readonly paragraphs: readonly TextParagraph[] },
  tasks: readonly ReportTask[],
  madeOn: string,
): string {
  const known = new Set(text.paragraphs.map((one) => one.id));
  const [preamble, body] = divided(text.paragraphs);
  const placed = tasks.filter((task) => known.has(paragraphOf(task)));
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${akn}" xmlns:m="${ours}">
<statement name="resolution">
${meta(resolution, text.language, placed, madeOn)}
<preface><p><docNumber refersTo="#symbol">${xml(resolution.symbol)}</docNumber></p><p><docTitle refersTo="#resolutionTitle">${xml(resolution.title)}</docTitle></p></preface>
${preamble.length === 0 ? "" : `<preamble>${preamble.map((one) => container("preambular", one)).join("\n")}</preamble>`}
<mainBody>
${body.length === 0 ? "<p/>" : bodyXml(body)}
</mainBody>
</statement>
</akomaNtoso>
`;
}

/** The paragraphs before the first that acts, and the others. What is in parts has no preamble of the whole. */
function divided(paragraphs: readonly TextParagraph[]): [readonly TextParagraph[], readonly TextParagraph[]] {
  const first = paragraphs.findIndex((one) => one.kind !== "preambular" || partOf(one) !== "");
  const end = first === -1 ? paragraphs.length : first;
  return [paragraphs.slice(0, end), paragraphs.slice(end)];
}

/** The part that a paragraph stands in, "A" of "A/RES/80/236#A.op1"; sections count in Roman numerals. */
const partOf = (one: TextParagraph): string => /#([A-HJ-UWYZ](?: [^.#]+)?)\./.exec(one.id)?.[1] ?? "";

const container = (name: string, one: TextParagraph, refersTo = ""): string =>
  `<container name="${name}" eId="${eId(one.id)}"><p${refersTo}>${xml(one.text)}</p></container>`;

/**
 * Paragraphs in order, those below a heading in its section. A heading with nothing below it is a section without words.
 * A part begins with its letter, and a preamble within the text says that it is one.
 */
function bodyXml(body: readonly TextParagraph[]): string {
  const lines: string[] = [];
  let section: "none" | "empty" | "filled" = "none";
  let part = "";
  const end = () => {
    if (section !== "none")
      lines.push(section === "empty" ? "<content><p/></content></section>" : "</section>");
    section = "none";
  };
  for (const one of body) {
    if (partOf(one) !== part) {
      end();
      part = partOf(one);
      if (part !== "")
        lines.push(`<container name="part" eId="${eId(`part-${part}`)}"><p>${xml(part)}</p></container>`);
    }
    if (one.kind === "operative") {
      if (section === "empty") section = "filled";
      lines.push(paragraphXml(one));
      continue;
    }
    end();
    if (one.kind === "heading") {
      section = "empty";
      lines.push(`<section eId="${eId(one.id)}"><heading>${xml(one.text)}</heading>`);
    } else if (one.kind === "preambular") lines.push(container("preambular", one, ' refersTo="#preamble"'));
    else lines.push(container("annex", one));
  }
  end();
  return lines.join("\n");
}

const paragraphXml = (one: TextParagraph): string =>
  `<paragraph eId="${eId(one.id)}">${one.number === "" ? "" : `<num>${xml(printedNumber(one.number))}</num>`}<content><p>${xml(one.text)}</p></content></paragraph>`;

/** The number as it is printed at the paragraph: "12" -> "12.", "III/2" -> "2.", "7(b)" -> "(b)". */
const printedNumber = (number: string): string =>
  /\([^()]+\)$/.exec(number)?.[0] ?? `${number.split("/").at(-1) ?? number}.`;

/** Languages as ISO 639-2 names them. */
const threeLetters: Readonly<Record<string, string>> = {
  en: "eng",
  fr: "fra",
  es: "spa",
  ru: "rus",
  zh: "zho",
  ar: "ara",
};

function meta(
  resolution: ReportResolution,
  language: string,
  tasks: readonly ReportTask[],
  madeOn: string,
): string {
  const work = `/akn/un/statement/deliberation/${resolution.organ === "GA" ? "unga" : xml(resolution.organ.toLowerCase())}/${resolution.adopted ?? "undated"}/${xml(resolution.symbol.replace(/^[A-Z]+\/(?:HRC\/)?RES\//, "").replace(/\W+/g, "-"))}`;
  const level = (name: string, suffix: string, day: string, kind: string) =>
    `<FRBR${name}><FRBRthis value="${work}${suffix}/!main"/><FRBRuri value="${work}${suffix}"/><FRBRdate date="${day}" name="${kind}"/><FRBRauthor href="#organ"/>`;
  // A date there must be: of adoption, or else of this file.
  const [date, dateName] =
    resolution.adopted === null ? [madeOn, "markup"] : [resolution.adopted, "adoption"];
  const tongue = threeLetters[language] ?? "und";
  const organizations = [...new Set(tasks.flatMap((task) => task.leads))];
  return `<meta>
<identification source="#tracker">${level("Work", "", date, dateName)}<FRBRcountry value="un"/></FRBRWork>${level("Expression", `/${tongue}@`, date, dateName)}<FRBRlanguage language="${tongue}"/></FRBRExpression>${level("Manifestation", `/${tongue}@.xml`, madeOn, "markup")}</FRBRManifestation></identification>
<analysis source="#tracker"><otherAnalysis source="#tracker">${tasks.map((task) => actionXml(task, organizations)).join("\n")}</otherAnalysis></analysis>
<references source="#tracker"><TLCOrganization eId="organ" href="/akn/ontology/organization/un/${xml(resolution.organ.toLowerCase())}" showAs="${xml(resolution.organ)}"/><TLCOrganization eId="tracker" href="/akn/ontology/organization/un/mandate-tracker" showAs="Mandate tracker"/><TLCConcept eId="symbol" href="/akn/ontology/concept/un/symbol" showAs="Symbol"/><TLCConcept eId="preamble" href="/akn/ontology/concept/un/preamble" showAs="Preamble"/><TLCConcept eId="resolutionTitle" href="/akn/ontology/concept/un/resolutionTitle" showAs="Title"/>${organizations
    .map(
      (name, index) =>
        `<TLCOrganization eId="addressee-${index + 1}" href="/akn/ontology/organization/un/${encodeURIComponent(name.toLowerCase().replace(/\W+/g, "-"))}" showAs="${xml(name)}"/>`,
    )
    .join("")}</references>
</meta>`;
}

function actionXml(task: ReportTask, organizations: readonly string[]): string {
  const addressees = task.leads
    .map(
      (name) =>
        `<m:addressee refersTo="#addressee-${organizations.indexOf(name) + 1}">${xml(name)}</m:addressee>`,
    )
    .join("");
  const session = task.target ? ` organ="${xml(task.target.organ)}" session="${task.target.session}"` : "";
  const due = task.dueOn === null ? "" : ` on="${task.dueOn}" certainty="${xml(task.dueCertainty)}"`;
  const deadline = session === "" && due === "" ? "" : `<m:deadline${session}${due}/>`;
  return `<m:action id="${xml(task.reference)}" href="#${eId(paragraphOf(task))}" verb="${xml(task.verb)}" deliverable="${xml(task.deliverable)}" status="${task.status}"><m:ask>${xml(task.ask)}</m:ask>${addressees}${deadline}</m:action>`;
}

/** "A/RES/52/205#op9/2" stands in "A/RES/52/205#op9". */
const paragraphOf = (task: ReportTask): string => task.reference.replace(/\/\d+$/, "");

/** An id as Akoma Ntoso writes it: "A/RES/52/205#op12.a" -> "op12-a". */
const eId = (id: string): string => (id.split("#").at(-1) ?? id).replace(/[^\w-]+/g, "-");

const xml = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
