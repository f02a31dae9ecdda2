import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { writeJsonLd } from "@/lib/core/export/json";
import { linkedTask, type TaskLine, taskColumns } from "@/lib/core/export/task-columns";
import { bytesOf } from "./a-table";

const base = "https://mandates.example.org";
const task: TaskLine = {
  number: 12,
  reference: "A/RES/52/205#op12/2",
  symbol: "A/RES/52/205",
  para: "12",
  ask: 'to submit a "report" \\ on <archives>',
  verb: "request",
  deliverable: "report",
  agendaTitle: "",
  status: "IN_PROGRESS",
  statusSince: "1998-01-05",
  timeliness: "ON_TRACK",
  blockedReason: "",
  leads: [{ name: "Secretary-General" }, { name: "UNCTAD" }],
  responsible: { name: "Special Unit" },
  owner: null,
  target: { organ: "GA", session: 54 },
  dueFrom: "1999-09-14",
  dueOn: "2000-09-04",
  dueCertainty: "expected",
  nextStep: null,
  internalTarget: null,
  version: 3,
};
const bare: TaskLine = {
  ...task,
  number: 13,
  leads: [],
  responsible: null,
  target: null,
  dueFrom: null,
  dueOn: null,
};

/** The file as a processor of linked data reads it, which may fetch nothing. */
async function expanded(rows: readonly TaskLine[]) {
  const table = { title: "Tasks", columns: taskColumns, rows, about: [], linked: linkedTask(base) };
  const document = JSON.parse(new TextDecoder().decode(await bytesOf(writeJsonLd(table))));
  const documentLoader = async (url: string) => Promise.reject(new Error(`Would fetch ${url}`));
  return {
    nodes: (await jsonld.expand(document, { documentLoader })) as Record<string, unknown>[],
    quads: String(await jsonld.toRDF(document, { documentLoader, format: "application/n-quads" })),
  };
}

const schema = "https://schema.org/";
/** Every property that a task may have, by the vocabulary it is of. */
const known = new Set([
  ...[
    "identifier",
    "name",
    "actionStatus",
    "agent",
    "provider",
    "object",
    "legislationIdentifier",
    "startTime",
    "endTime",
  ].map((word) => schema + word),
  ...["status", "deliverable", "dueCertainty", "dueAt"].map((word) => `urn:mandates:vocabulary:${word}`),
  "http://data.europa.eu/eli/ontology#number",
]);

function* propertiesOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* propertiesOf(one);
  else if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (!key.startsWith("@")) yield key;
      yield* propertiesOf(inner);
    }
}

describe("JSON-LD", () => {
  it("is read by a processor that fetches nothing, each word in a vocabulary that has it", async () => {
    const { nodes } = await expanded([task, bare]);
    expect(nodes.map((node) => node["@id"])).toEqual([`${base}/tasks/12`, `${base}/tasks/13`]);
    expect([...propertiesOf(nodes)].filter((property) => !known.has(property))).toEqual([]);
    // Nothing of the task is lost on the way: a word that no context knows would be dropped in silence.
    expect(new Set(propertiesOf(nodes[0]))).toEqual(known);
  });

  it("says days as days, states as things, and words as they are", async () => {
    const { quads } = await expanded([task]);
    const subject = `<${base}/tasks/12>`;
    expect(quads).toContain(
      `${subject} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${schema}Action> .`,
    );
    expect(quads).toContain(
      `${subject} <${schema}endTime> "2000-09-04"^^<http://www.w3.org/2001/XMLSchema#date> .`,
    );
    expect(quads).toContain(`${subject} <${schema}actionStatus> <${schema}ActiveActionStatus> .`);
    expect(quads).toContain(`${subject} <${schema}name> "to submit a \\"report\\" \\\\ on <archives>" .`);
    expect(quads.match(/<https:\/\/schema.org\/agent>/g)).toHaveLength(2);
  });
});
