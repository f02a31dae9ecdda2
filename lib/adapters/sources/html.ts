import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { fail, ok, type Result } from "@/lib/core/result";
import { decodeText } from "./plain-text";
import { isFigures, raiseFigures } from "./raised-figures";
import { largestSource, longestText, type SourceReading } from "./source-reading";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements whose content is no part of the document. */
const silent = new Set([
  "script",
  "style",
  "head",
  "nav",
  "template",
  "noscript",
  "svg",
  "form",
  "button",
  "select",
  "iframe",
  "object",
]);
/** Elements that begin and end a paragraph. */
const blocks = new Set(
  "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul".split(
    " ",
  ),
);

/**
 * The words of a web page or of HTML made from another format: one paragraph a block, list numbers written out,
 * raised figures as footnote marks. Nothing is fetched or run.
 */
export function readHtml(input: string | Uint8Array): Result<SourceReading> {
  if (input.length > largestSource)
    return fail("invalid-input", "This file is larger than 20 MB. Upload the resolution alone.");
  const { text: html, warnings } =
    typeof input === "string" ? { text: input, warnings: [] } : decodeText(input);
  const writer = new HtmlWriter();
  writer.walk(parse(html));
  const text = writer.finish();
  if (text === "") return fail("invalid-input", "No text was found in this web page.");
  return ok({
    text: text.slice(0, longestText),
    mediaType: "text/html",
    language: languageOf(html),
    hints: {},
    warnings,
  });
}

function languageOf(html: string): SourceReading["language"] {
  const code = /<html\b[^>]{0,300}\blang\s*=\s*["']?([a-z]{2})/i
    .exec(html.slice(0, 4000))?.[1]
    ?.toLowerCase();
  return code === "en" || code === "fr" || code === "es" || code === "ru" || code === "zh" || code === "ar"
    ? code
    : null;
}

type Step = { readonly node: Node; readonly leaving: boolean };

class HtmlWriter {
  private readonly paragraphs: string[] = [];
  private words = "";
  private length = 0;
  /** For each open list its next number; null for bullets. */
  private readonly lists: { next: number | null; style: string }[] = [];

  /** Goes through the tree with a stack of its own: deeply nested input must not exhaust the call stack. */
  walk(root: Node): void {
    const steps: Step[] = [{ node: root, leaving: false }];
    while (steps.length > 0 && this.length < longestText) {
      const step = steps.pop();
      if (step === undefined) break;
      const { node } = step;
      if (step.leaving) {
        this.leave(node as Element);
        continue;
      }
      if (node.nodeName === "#text") {
        this.words += (node as DefaultTreeAdapterTypes.TextNode).value;
        continue;
      }
      if (silent.has(node.nodeName) || !("childNodes" in node)) continue;
      if (node.nodeName === "sup" && this.takeRaised(node as Element)) continue;
      this.enter(node as Element);
      steps.push({ node, leaving: true });
      for (let index = node.childNodes.length - 1; index >= 0; index--) {
        const child = node.childNodes[index];
        if (child !== undefined) steps.push({ node: child, leaving: false });
      }
    }
  }

  finish(): string {
    this.endParagraph();
    return this.paragraphs.join("\n\n");
  }

  private enter(element: Element): void {
    const name = element.nodeName;
    if (blocks.has(name)) this.endParagraph();
    if (name === "br") this.words += "\n";
    if (name === "td" || name === "th") this.words += "\t";
    if (name === "ol")
      this.lists.push({
        next: Number(attribute(element, "start") ?? 1) || 1,
        style: attribute(element, "type") ?? "1",
      });
    if (name === "ul") this.lists.push({ next: null, style: "" });
    if (name === "li") this.startItem(element);
  }

  private startItem(element: Element): void {
    const list = this.lists[this.lists.length - 1];
    if (list === undefined || list.next === null) return;
    const number = Number(attribute(element, "value") ?? list.next) || list.next;
    list.next = number + 1;
    // A footnote list made by a converter: its items are notes, not paragraphs.
    const isNote = /^(?:foot|end)note/i.test(attribute(element, "id") ?? "");
    const depth = this.lists.filter((one) => one.next !== null).length;
    this.words = isNote ? `${raiseFigures(String(number))} ` : itemMark(number, list.style, depth);
  }

  private leave(element: Element): void {
    const name = element.nodeName;
    if (name === "ol" || name === "ul") this.lists.pop();
    if (blocks.has(name)) this.endParagraph();
  }

  private takeRaised(element: Element): boolean {
    const figures = textWithin(element).replace(/[[\]\s]/g, "");
    if (!isFigures(figures)) return false;
    this.words += raiseFigures(figures);
    return true;
  }

  private endParagraph(): void {
    const lines = this.words
      .split("\n")
      .map((line) => line.replace(/[^\S\u00a0]+/g, " ").trim())
      .filter((line) => line !== "");
    this.words = "";
    const text = lines.join("\n").replace(/\s*↑$/, "");
    // A mark alone waits for the words of the element inside the list item.
    if (/^(?:\d{1,3}\.|\([a-z]{1,4}\)|[⁰¹²³⁴-⁹]{1,3})$/.test(text)) {
      this.words = `${text} `;
      return;
    }
    if (text === "") return;
    this.paragraphs.push(text);
    this.length += text.length + 2;
  }
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs?.find((one) => one.name === name)?.value;

/** "1." for the outermost list, "(a)" within it, unless the list says how it counts. */
function itemMark(number: number, style: string, depth: number): string {
  if (style === "a" || (style === "1" && depth === 2))
    return `(${String.fromCharCode(96 + ((number - 1) % 26) + 1)}) `;
  return `${number}. `;
}

function textWithin(element: Element): string {
  let text = "";
  const open: Node[] = [element];
  while (open.length > 0 && text.length < 40) {
    const node = open.pop();
    if (node === undefined) break;
    if (node.nodeName === "#text") text += (node as DefaultTreeAdapterTypes.TextNode).value;
    else if ("childNodes" in node) open.push(...[...node.childNodes].reverse());
  }
  return text;
}
