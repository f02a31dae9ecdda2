import { type PackParty, type PartyReader, readChain } from "./parties";

/** A stretch of the folded text. */
export type Stretch = { readonly start: number; readonly end: number };

/** What a clause asks, and of whom. */
export type PackAsk = {
  /** `thing`: somebody is asked to do something; `that`: something shall be; `noun`: a thing is called for; `open`: nothing follows. */
  readonly mode: "thing" | "that" | "noun" | "open";
  readonly parties: readonly PackParty[];
  /** The things asked, in order; where one begins with a further infinitive it is a part of its own. */
  readonly parts: readonly Stretch[];
  /** Between the verb and the thing: addressees, conditions, time limits that count for all parts. */
  readonly shared: Stretch;
};

/** Reads the stretch behind an operative verb. */
export function readPackAsk(reader: PartyReader, from: number, to: number, isDecision: boolean): PackAsk {
  const { pack, text } = reader;
  if (pack.letters === "") return readUnspaced(reader, from, to, isDecision);
  const at = complementAt(reader, from, to, isDecision);
  if (at === null) {
    const parties = isDecision ? [] : readChain(reader, from, to);
    const isOpen = pack.ask.chapeau.test(text.slice(from, to));
    return {
      mode: isOpen ? "open" : "noun",
      parties,
      parts: [{ start: from, end: to }],
      shared: { start: from, end: from },
    };
  }
  // "تقرر أن يقدم الأمين العام": the verb stands before the one who shall act.
  const verb = isDecision ? pack.ask.shall.exec(text.slice(at.start, Math.min(to, at.start + 80))) : null;
  const subject = verb === null ? [] : readChain(reader, at.start + verb[0].length, to);
  if (subject.length > 0)
    return {
      mode: "that",
      parties: subject,
      parts: partsOf(reader, at.end, to),
      shared: { start: from, end: at.start },
    };
  const before = readChain(reader, from, at.start);
  if (at.isThat && (before.length === 0 || isDecision)) {
    const parties = readChain(reader, at.end, to);
    return {
      mode: "that",
      parties,
      parts: partsOf(reader, at.end, to),
      shared: { start: from, end: at.start },
    };
  }
  return {
    mode: "thing",
    parties: before,
    parts: partsOf(reader, at.start, to),
    shared: { start: from, end: at.start },
  };
}

/** Chinese sets no mark between the one who is asked and the thing asked: it begins where the names end. */
function readUnspaced(reader: PartyReader, from: number, to: number, isDecision: boolean): PackAsk {
  const { pack, text } = reader;
  const parties = readChain(reader, from, to);
  const subjectEnd = parties[parties.length - 1]?.end;
  // "决定秘书长应向大会报告": somebody shall do something.
  if (isDecision && subjectEnd !== undefined && pack.ask.shall.test(text.slice(subjectEnd, subjectEnd + 40)))
    return { mode: "that", parties, parts: partsOf(reader, from, to), shared: { start: from, end: from } };
  const end = isDecision ? from : (parties[parties.length - 1]?.end ?? from);
  const isOpen = pack.ask.chapeau.test(text.slice(from, to));
  const rest = text.slice(end, to).replace(/[：:；;。]/g, "");
  const mode = isOpen && rest.length < 16 ? "open" : parties.length > 0 || isDecision ? "thing" : "noun";
  return { mode, parties, parts: partsOf(reader, end, to), shared: { start: from, end } };
}

type Complement = { readonly start: number; readonly end: number; readonly isThat: boolean };

/** The first complement of the verb's own in a stretch. */
function complementAt(
  { pack, text }: PartyReader,
  from: number,
  to: number,
  isDecision: boolean,
): Complement | null {
  const own = (isDecision ? pack.decisions.complement : null) ?? pack.ask.complement;
  const pattern = new RegExp(own.source, own.flags);
  pattern.lastIndex = Math.max(0, from - 1);
  for (let match = pattern.exec(text); match !== null && match.index < to; match = pattern.exec(text)) {
    if (match[0] === "") pattern.lastIndex++;
    if (match.index + match[0].length > to) return null;
    if (match.index + match[0].length <= from) continue;
    if (
      !(isDecision && pack.decisions.complement !== null) &&
      pack.ask.notComplementBefore.test(text.slice(Math.max(from, match.index - 40), match.index))
    )
      continue;
    return {
      start: Math.max(from, match.index),
      end: match.index + match[0].length,
      isThat: match.groups?.that !== undefined,
    };
  }
  return null;
}

/** Cuts a stretch where a further thing is asked: "… et de lui présenter un rapport". */
function partsOf({ pack, text }: PartyReader, from: number, to: number): Stretch[] {
  const cuts = [from];
  const pattern = new RegExp(pack.ask.further.source, pack.ask.further.flags);
  pattern.lastIndex = from + 1;
  for (let match = pattern.exec(text); match !== null && match.index < to; match = pattern.exec(text)) {
    if (match[0] === "") pattern.lastIndex++;
    if (match.index > (cuts[cuts.length - 1] ?? from) + 6) cuts.push(match.index);
  }
  return cuts.map((start, index) => ({ start, end: cuts[index + 1] ?? to }));
}
