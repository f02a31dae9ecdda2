import type { Line, SizeReport } from "./measure-size";

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const cells = (row: readonly string[], widths: readonly number[]): string =>
  row
    .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    .join("  ");

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_head, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) => cells(row, widths)).join("\n");
}

/** The figures of one size. "x floor" is the app's median over the floor's of the same minute, "x bare" that over a bare Next page of the same weight. */
export function sizeInWords(report: SizeReport): string {
  const rows = report.lines.map(({ name, connections, app, floor, bare }) => [
    name,
    String(connections),
    ms(app.median),
    ms(app.p99),
    app.perSecond.toFixed(0),
    app.bytes.toLocaleString("en"),
    String(app.failures),
    floor ? ms(floor.median) : "",
    floor ? ms(floor.p99) : "",
    floor ? (app.median / floor.median).toFixed(1) : "",
    bare ? ms(bare.median) : "",
    bare ? (app.median / bare.median).toFixed(1) : "",
  ]);
  return [
    `${report.tasks.toLocaleString("en")} tasks: cold start ${report.coldStartSeconds.toFixed(1)} s, memory of the web server ${report.memoryBefore} MB before and ${report.memoryAfter} MB after`,
    table([
      [
        "",
        "conn",
        "median ms",
        "p99 ms",
        "req/s",
        "bytes",
        "failed",
        "floor ms",
        "floor p99",
        "x floor",
        "bare ms",
        "x bare",
      ],
      ...rows,
    ]),
  ].join("\n");
}

/** How each series grows from one size to the next, by its median at one connection. */
export function growthInWords(reports: readonly SizeReport[]): string {
  const [first] = reports;
  if (first === undefined || reports.length < 2) return "";
  const medianOf = (report: SizeReport, line: Line): number | undefined =>
    report.lines.find((one) => one.name === line.name && one.connections === line.connections)?.app.median;
  const rows = first.lines
    .filter((line) => line.connections === 1)
    .map((line) => [
      line.name,
      ...reports.map((report) => ms(medianOf(report, line) ?? 0)),
      ...reports.slice(1).map((report, at) => {
        const [now, before] = [medianOf(report, line), medianOf(reports[at] ?? report, line)];
        return now && before ? `x ${(now / before).toFixed(2)}` : "";
      }),
    ]);
  const sizes = reports.map((report) => report.tasks.toLocaleString("en"));
  return [
    "Growth of the median at one connection, in milliseconds",
    table([["", ...sizes, ...sizes.slice(1).map((size) => `to ${size}`)], ...rows]),
  ].join("\n");
}
