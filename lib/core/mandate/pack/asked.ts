import type { DraftParty } from "../draft";
import type { PackAsk } from "./ask";
import type { PackClause } from "./clauses";
import { type PackParty, type PartyReader, readChain } from "./parties";
import { type PackReading, partyOf } from "./parts";

/** "Encourage chacun, partout, à jouer": whoever stands between verb and infinitive is asked, though no table names them. */
export function unnamedAddressee(reading: PackReading, ask: PackAsk): DraftParty | null {
  const { engine, folded } = reading;
  const { parties, ask: rules } = engine.pack;
  const isUnspaced = engine.pack.letters === "";
  if (ask.mode !== (isUnspaced ? "noun" : "thing")) return null;
  const start = ask.shared.start;
  const end = isUnspaced ? actAt(reading, ask) : ask.shared.end;
  parties.determiners.lastIndex = start;
  const from = start + (parties.determiners.exec(folded.text)?.[0].length ?? 0);
  const words =
    folded.text
      .slice(from, end)
      .split(/[,;:(，；：、]/)[0]
      ?.trim() ?? "";
  if (words.length < (isUnspaced ? 2 : 4) || rules.deeds.test(folded.text.slice(start, end).trim()))
    return null;
  return partyOf(folded, engine, {
    name: words,
    isClass: true,
    start: from,
    end: from + words.length,
    by: "head",
  });
}

/** Where, in a language that sets words together, the thing asked begins; nowhere: the place itself. */
function actAt({ engine, folded }: PackReading, ask: PackAsk): number {
  const from = ask.shared.start;
  const acts = new RegExp(engine.pack.ask.complement.source, "g");
  acts.lastIndex = from;
  const match = acts.exec(folded.text.slice(0, from + 40));
  return match === null ? from : match.index;
}

/** "Encourages further cooperation between A and B": who is to do what a noun names. */
export function doersOf(reading: PackReading, ask: PackAsk): DraftParty[] {
  const { engine, folded } = reading;
  const first = ask.parts[0];
  if (ask.mode === "open" || first === undefined) return [];
  const from = Math.min(ask.shared.start, first.start);
  const to = ask.parts[ask.parts.length - 1]?.end ?? first.end;
  const doers = new RegExp(engine.pack.ask.doers.source, "g");
  doers.lastIndex = from;
  const match = doers.exec(folded.text.slice(0, Math.min(to, from + 260)));
  if (match === null) return [];
  const chain = readChain(readerOf(reading), match.index + match[0].length, to);
  return chain.filter((one) => one.by !== "pronoun").map((one) => partyOf(folded, engine, one));
}

/** "вновь обращается к Генеральному секретарю с просьбой": those asked stand within the verb. */
export function insideVerb(reading: PackReading, clause: PackClause): DraftParty[] {
  const { engine, folded } = reading;
  const words = folded.text.slice(clause.start, clause.verbEnd);
  const inside = /^\S+ (?:вновь |также )?ко? /.exec(
    words.replace(/^(?:вновь|также|далее|еще раз) /, (one) => "_".repeat(one.length)),
  );
  if (inside === null) return [];
  const chain = readChain(readerOf(reading), clause.start + inside[0].length, clause.verbEnd);
  return chain.filter((one) => one.by === "named").map((one) => partyOf(folded, engine, one));
}

/** The names that stand together last in a stretch: "the role of the United Nations and of the financial institutions". */
export function lastGroup({ engine, folded }: PackReading, from: number, to: number): PackParty[] {
  const hits = engine.lexicon.all(folded.text, from, Math.min(to, from + 600));
  const group: PackParty[] = [];
  for (let index = hits.length - 1; index >= 0; index--) {
    const hit = hits[index];
    const next = group[0];
    if (hit === undefined || (next !== undefined && next.start - hit.end > 30)) break;
    if (next !== undefined && !joins(engine, folded.text.slice(hit.end, next.start))) break;
    group.unshift({ ...hit, by: "named" });
  }
  return group;
}

/** "Encourage les gouvernements, et invite les donateurs, à …": nothing stands behind those asked but the next verb. */
export function sharesNext({ folded }: PackReading, ask: PackAsk, clause: PackClause): boolean {
  const last = ask.parties[ask.parties.length - 1];
  return (
    last !== undefined &&
    clause.end < folded.text.length &&
    folded.clauses.some((one) => one.linkStart === clause.end && one.verb.means === "follow-up") &&
    folded.text.slice(last.end, clause.end).trim().length < 3
  );
}

const joins = ({ pack }: PackReading["engine"], between: string): boolean =>
  new RegExp(pack.parties.joints.source).test(between);

/** What chains of addressees read from. */
export const readerOf = ({ engine, folded }: PackReading): PartyReader => ({
  pack: engine.pack,
  lexicon: engine.lexicon,
  text: folded.text,
});
