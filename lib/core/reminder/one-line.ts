/** Control characters and line breaks become spaces: nothing that a person typed can start a header or a line. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

/** What is asked, in one line of at most `most` characters, cut between words. */
export function inBrief(ask: string, most = 140): string {
  const line = oneLine(ask).replace(/[;.]$/, "");
  if (line.length <= most) return line;
  const cut = line.lastIndexOf(" ", most - 2);
  return `${line.slice(0, cut > 0 ? cut : most - 2)} …`;
}
