import { chunked, type Table } from "./table";

/** Ours, for what no common vocabulary has a word for. A name, not an address: nothing is fetched. */
const ours = (word: string) => `urn:mandates:vocabulary:${word}`;

/** The words of the linked form: schema.org for what everybody knows, ELI for legal texts, ours for the rest. */
const context = {
  "@vocab": "https://schema.org/",
  eli: "http://data.europa.eu/eli/ontology#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  actionStatus: { "@type": "@vocab" },
  status: ours("status"),
  deliverable: ours("deliverable"),
  dueCertainty: ours("dueCertainty"),
  dueAt: ours("dueAt"),
  dueOn: { "@id": "endTime", "@type": "xsd:date" },
  dueFrom: { "@id": "startTime", "@type": "xsd:date" },
} as const;

/** A table as one JSON document: `about` and `rows`, each row under the keys of the columns. */
export function writeJson<Row>(table: Table<Row>): AsyncGenerator<Uint8Array> {
  const about = JSON.stringify(Object.fromEntries(table.about));
  return chunked(list(`{"about":${about},"rows":[`, table, (row) => plainRow(table, row)));
}

/** A table as JSON-LD: one graph with a node for each row; the context is inside, nothing has to be fetched. */
export function writeJsonLd<Row>(table: Table<Row>): AsyncGenerator<Uint8Array> {
  const node = table.linked ?? ((row: Row) => plainRow(table, row));
  return chunked(list(`{"@context":${JSON.stringify(context)},"@graph":[`, table, node));
}

async function* list<Row>(
  head: string,
  table: Table<Row>,
  node: (row: Row) => Readonly<Record<string, unknown>>,
): AsyncGenerator<string> {
  yield head;
  let separator = "\n";
  for await (const row of table.rows) {
    yield separator + JSON.stringify(node(row));
    separator = ",\n";
  }
  yield "\n]}\n";
}

const plainRow = <Row>(table: Table<Row>, row: Row): Record<string, unknown> =>
  Object.fromEntries(table.columns.map((column) => [column.key, column.value(row)]));
