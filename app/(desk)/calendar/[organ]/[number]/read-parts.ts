type Part = { from: string; to: string | null; name: string };

/** "1999-03-01 to 1999-03-31 first resumed part", one a line; gives the line back that cannot be read. */
export function readParts(text: string): Part[] | string {
  const parts: Part[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const found = /^(\d{4}-\d{2}-\d{2})\s+to\s*(\d{4}-\d{2}-\d{2})?\s*(.*)$/u.exec(line);
    if (!found?.[1]) return line;
    parts.push({ from: found[1], to: found[2] ?? null, name: found[3] ?? "" });
  }
  return parts;
}
