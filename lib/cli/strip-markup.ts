/**
 * The words of an XML file with the mark-up taken away, as somebody would paste them: no element, attribute or
 * number mark-up is used. `keepNotes` sets footnotes as print does, the mark glued to the word and the notes at the end.
 */
export function stripMarkup(xml: string, keepNotes: boolean): string {
  const notes: string[] = [];
  const words = xml
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<meta>[\s\S]*?<\/meta>/g, "")
    .replace(
      /<authorialNote marker="([^"]*)"[^>]*>([\s\S]*?)<\/authorialNote>/g,
      (_whole, mark: string, note: string) => {
        if (!keepNotes) return "";
        notes.push(`${mark} ${plain(note).replace(/\s+/g, " ").trim()}`);
        return mark;
      },
    )
    .replace(/<\/num>\s*/g, " ")
    .replace(/<\/docNumber>\s*/g, " ")
    .replace(/<(?:eol|br)\b[^>]*>/g, "\n\n")
    .replace(/<(?:p|heading|subheading|crossHeading)\b[^>]*>\s*/g, " ")
    .replace(/<\/(?:p|heading|subheading|crossHeading|td)>/g, "\u0001");
  const lines = plain(words)
    .split("\u0001")
    .map((line) =>
      line
        .replace(/[^\S\n]+/g, " ")
        .replace(/ ?\n[ \n]*/g, (breaks) => (breaks.includes("\n\n") ? "\n\n" : " "))
        .trim(),
    )
    .filter((line) => line !== "");
  return [...lines, ...notes].join("\n\n");
}

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, "&");
