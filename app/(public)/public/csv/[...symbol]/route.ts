import { visit } from "@/app/_server/visit";
import { symbolOf } from "@/app/_ui/addresses";
import { getReader } from "@/app/_ui/reader";
import { writeCsv } from "@/lib/core/export/csv";
import { problem } from "@/lib/http/problem";
import { publicResolution, publicResolutionInput } from "@/lib/services/public";

/** The actions of a published resolution as a table, for anybody. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ symbol: string[] }> },
): Promise<Response> {
  const [{ symbol }, { t }] = await Promise.all([params, getReader()]);
  const result = await visit(publicResolution, publicResolutionInput, { symbol: symbolOf(symbol) });
  if (!result.ok) return problem(result.error);
  const resolution = result.value;
  const rows = resolution.paragraphs.flatMap((paragraph) =>
    paragraph.actions.map((action) => ({ paragraph, action })),
  );
  type Row = (typeof rows)[number];
  const column = (
    key: "symbol" | "paragraph" | "ask" | "who" | "state" | "by",
    value: (row: Row) => string | null,
  ) => ({ key, title: t(`public.column.${key}`), kind: "text", width: 20, value }) as const;
  const chunks = writeCsv<Row>({
    title: resolution.symbol,
    columns: [
      column("symbol", () => resolution.symbol),
      column("paragraph", (row) => row.paragraph.number),
      column("ask", (row) => row.action.ask),
      column("who", (row) => row.action.leads.join("; ")),
      column("state", (row) => t(`public.status.${row.action.status}`)),
      column("by", (row) => row.action.dueOn),
    ],
    rows,
    about: [],
  });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) parts.push(new Uint8Array(chunk));
  return new Response(new Blob(parts), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${resolution.symbol.replace(/[^A-Za-z0-9]+/g, "-")}.csv"`,
    },
  });
}
