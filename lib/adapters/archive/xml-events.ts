import { SaxesParser, type SaxesTagNS } from "saxes";
import { ArchiveError } from "./zip";

/** What to do at the tags and words of an XML file. Names come without their prefix. */
export type XmlHandlers = {
  readonly open?: (name: string, attribute: (name: string) => string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/** Deeper nesting than this is no office document: each level is kept until it is closed. */
const deepest = 200;

/**
 * Reads XML as it comes. Throws `ArchiveError` with a sentence for the person where it is not well-formed or declares
 * a document type: entities are how XML attacks work, and no office document needs one.
 * Nesting without end is refused too.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("doctype", () => {
    throw new ArchiveError(
      "This file declares a document type, which is refused. Save it again with Excel or LibreOffice.",
    );
  });
  parser.on("error", (error) => {
    throw new ArchiveError(`This file is damaged inside: ${error.message.slice(0, 120)}`);
  });
  const { open, close, text } = handlers;
  let depth = 0;
  parser.on("opentag", (tag: SaxesTagNS) => {
    depth += 1;
    if (depth > deepest) throw new ArchiveError("The elements of this file are nested too deeply.");
    open?.(tag.local, (name) => attributeOf(tag, name));
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    close?.(tag.local);
  });
  if (text) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof TypeError)
      throw new ArchiveError("This file is damaged inside: its text is not UTF-8.");
    throw error;
  }
}

function attributeOf(tag: SaxesTagNS, name: string): string {
  const direct = tag.attributes[name];
  if (direct) return direct.value;
  return Object.values(tag.attributes).find((attribute) => attribute.local === name)?.value ?? "";
}
