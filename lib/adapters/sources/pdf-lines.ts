import { isFigures, raiseFigures } from "./raised-figures";

/** A run of characters on a page: lower left corner, width and size in points. */
export type PdfRun = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

/** A line of a page, or the part of it that stands in one column. */
export type PdfLine = {
  readonly text: string;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
};

/** Runs on one baseline; a raised run (a footnote mark) counts with the line it rises above. */
function gatherRows(runs: readonly PdfRun[]): PdfRun[][] {
  const sorted = runs.filter((run) => run.text.trim() !== "").sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: { y: number; size: number; runs: PdfRun[] }[] = [];
  for (const run of sorted) {
    const row = rows[rows.length - 1];
    const reach = row === undefined ? 0 : Math.max(row.size, run.size) * 0.55;
    if (row === undefined || row.y - run.y > reach) rows.push({ y: run.y, size: run.size, runs: [run] });
    else {
      row.runs.push(run);
      // The line stands where its largest letters stand: a raised mark came first.
      if (run.size > row.size) {
        row.size = run.size;
        row.y = run.y;
      }
    }
  }
  return rows.map((row) => row.runs.sort((a, b) => a.x - b.x));
}

/** Writes one row as lines, cut where a gap is wider than any word space. */
function writeRow(row: readonly PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  const size = Math.max(...row.map((run) => run.size));
  const base = row.find((run) => run.size === size)?.y ?? 0;
  let text = "";
  let x = 0;
  let end = 0;
  for (const run of row) {
    const gap = run.x - end;
    if (text !== "" && gap > size * 2.5) {
      lines.push({ text: text.trim(), x, end, y: base, size });
      text = "";
    }
    const isRaised = run.size < size * 0.8 && run.y > base + size * 0.15 && isFigures(run.text.trim());
    if (text === "") x = run.x;
    else if (!isRaised && gap > size * 0.15 && !text.endsWith(" ") && !run.text.startsWith(" ")) text += " ";
    text += isRaised ? raiseFigures(run.text.trim()) : run.text;
    end = run.x + run.width;
  }
  if (text.trim() !== "") lines.push({ text: text.trim(), x, end, y: base, size });
  return lines;
}

/** The lines of a page in reading order: from the top, or first the left and then the right of two columns. */
export function pageLines(runs: readonly PdfRun[], width: number): PdfLine[] {
  const lines = gatherRows(runs).flatMap(writeRow);
  const middle = width / 2;
  const left = lines.filter((line) => line.end <= middle + 6);
  const right = lines.filter((line) => line.x >= middle - 6);
  const across = lines.length - left.length - right.length;
  const isTwoColumns = left.length >= 12 && right.length >= 12 && across < lines.length * 0.25;
  if (!isTwoColumns) return lines;
  const top = Math.max(...right.map((line) => line.y), ...left.map((line) => line.y));
  const crossing = lines.filter((line) => !left.includes(line) && !right.includes(line));
  return [
    ...crossing.filter((line) => line.y >= top),
    ...left,
    ...right,
    ...crossing.filter((line) => line.y < top),
  ];
}
