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
 * addressees, deliverable and deadline. The text itself stays free of our marks.
 */
export function writeAkomaNtoso(
  resolution: ReportResolution,
  paragraphs: readonly TextParagraph[],
  tasks: readonly ReportTask[],
  madeOn: string,
): string {
  const known = new Set(paragraphs.map((one) => one.id));
  const preamble = paragraphs.filter((one) => one.kind === "preambular");
  const body = paragraphs.filter((one) => one.kind !== "preambular");
  return `<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="${akn}" xmlns:m="${ours}">
<statement name="resolution">
${meta(
  resolution,
  tasks.filter((task) => known.has(paragraphOf(task))),
  madeOn,
)}
<preface><p><docNumber>${xml(resolution.symbol)}</docNumber></p><p><docTitle>${xml(resolution.title)}</docTitle></p></preface>
${preamble.length === 0 ? "" : `<preamble>${preamble.map((one) => `<container name="preambular" eId="${eId(one.id)}"><p>${xml(one.text)}</p></container>`).join("\n")}</preamble>`}
<mainBody>
${body.map(paragraphXml).join("\n")}
</mainBody>
</statement>
</akomaNtoso>
`;
}

const paragraphXml = (one: TextParagraph): string =>
  one.kind === "heading"
    ? `<crossHeading eId="${eId(one.id)}">${xml(one.text)}</crossHeading>`
    : `<paragraph eId="${eId(one.id)}">${one.number === "" ? "" : `<num>${xml(one.number)}${/\d$/.test(one.number) ? "." : ""}</num>`}<content><p>${xml(one.text)}</p></content></paragraph>`;

function meta(resolution: ReportResolution, tasks: readonly ReportTask[], madeOn: string): string {
  const work = `/akn/un/statement/deliberation/${resolution.organ === "GA" ? "unga" : xml(resolution.organ.toLowerCase())}/${resolution.adopted ?? "undated"}/${xml(resolution.symbol.replace(/^[A-Z]+\/(?:HRC\/)?RES\//, "").replace(/\W+/g, "-"))}`;
  const level = (name: string, suffix: string, day: string, kind: string) =>
    `<FRBR${name}><FRBRthis value="${work}${suffix}/main"/><FRBRuri value="${work}${suffix}"/><FRBRdate date="${day}" name="${kind}"/><FRBRauthor href="#organ"/>`;
  const adopted = resolution.adopted ?? madeOn;
  const organizations = [...new Set(tasks.flatMap((task) => task.leads))];
  return `<meta>
<identification source="#tracker">${level("Work", "", adopted, "adoption")}<FRBRcountry value="un"/></FRBRWork>${level("Expression", "/eng@", adopted, "adoption")}<FRBRlanguage language="eng"/></FRBRExpression>${level("Manifestation", "/eng@.xml", madeOn, "markup")}</FRBRManifestation></identification>
<analysis source="#tracker"><otherAnalysis source="#tracker">${tasks.map((task) => actionXml(task, organizations)).join("\n")}</otherAnalysis></analysis>
<references source="#tracker"><TLCOrganization eId="organ" href="/akn/ontology/organization/un/${xml(resolution.organ.toLowerCase())}" showAs="${xml(resolution.organ)}"/><TLCOrganization eId="tracker" href="/akn/ontology/organization/un/mandate-tracker" showAs="Mandate tracker"/>${organizations
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
