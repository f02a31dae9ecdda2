import { drawer } from "./chance";

const subjects = [
  "technical cooperation among developing countries", "the right to food", "the law of the sea", "international migration and development",
  "human resources development", "the eradication of poverty", "disarmament and development", "the situation of older persons",
  "the rights of the child", "financing for development", "the oceans and coastal zones", "desertification and drought",
  "information and communications technologies", "the peaceful uses of outer space", "the pattern of conferences", "assistance in mine action",
  "the elimination of racism", "women in development", "external debt sustainability", "commodities and trade",
  "the protection of civilians", "natural disasters and vulnerability", "the human rights of migrants", "science and technology for development",
  "the International Law Commission", "the administration of justice", "the programme budget", "special political missions",
  "malaria control in Africa", "small island developing States", "landlocked developing countries", "the least developed countries",
] as const; // biome-ignore format: a list of words
const acts = [
  "to continue to strengthen", "to take all necessary measures for", "to consider further", "to submit a comprehensive report on", "to promote", "to provide adequate resources for",
  "to intensify cooperation in", "to review the arrangements for", "to mobilize support for", "to facilitate the participation of developing countries in", "to ensure the effective implementation of",
  "to convene an expert meeting on",
] as const; // biome-ignore format: a list of words
const tails = [
  "taking into account the needs of developing countries, in particular the least developed among them, and the views expressed by Member States",
  "within existing resources and in consultation with the relevant organizations of the United Nations system, in accordance with their mandates",
  "bearing in mind the outcomes of the major United Nations conferences and summits and the internationally agreed development goals",
  "with a view to enhancing coherence, coordination and accountability, and to report thereon under the item entitled “Operational activities for development”",
  "including through South-South and triangular cooperation, capacity-building and the transfer of technology on mutually agreed terms",
  "in full compliance with the Charter and international law, and with due regard for equitable geographical representation and gender balance",
] as const; // biome-ignore format: a list of words
const regions = [
  "Africa", "Asia and the Pacific", "Latin America and the Caribbean", "Western Asia", "Europe", "Central America", "the Great Lakes region", "the Sahel", "South-Eastern Asia", "the Pacific islands",
] as const; // biome-ignore format: a list of words

const drawSubject = drawer(subjects.map((subject, rank) => [subject, 1 / (rank + 2)] as const));

/** What a resolution is about. */
export const topicOf = (chance: () => number): string => `${drawSubject(chance)} in ${pick(regions, chance)}`;

/** An operative paragraph of about fifty words and the ask in it; one in ten names a place that few others name. */
export function paragraphText(
  { verb, addressee, topic }: { readonly verb: string; readonly addressee: string; readonly topic: string },
  chance: () => number,
): { text: string; ask: string } {
  const subject = chance() < 0.6 ? topic : drawSubject(chance);
  const ask = `${pick(acts, chance)} ${subject}`;
  const place = chance() < 0.1 ? `, including in ${placeName(Math.floor(chance() * chance() * 20_000))}` : "";
  return { ask, text: `${verb} the ${addressee} ${ask}${place}, ${pick(tails, chance)};` };
}

const syllables = ["ba", "de", "ki", "lo", "mu", "na", "pe", "ri", "sa", "to", "vu", "za", "gha", "sho", "tla", "wen"] as const; // biome-ignore format: a list

/** A made-up name for a number: "Bakilo", "Denasho" … */
export function placeName(number: number): string {
  let name = "";
  let rest = number + 4096;
  while (rest > 0) {
    name += syllables[rest % syllables.length] ?? "";
    rest = Math.floor(rest / syllables.length);
  }
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

const pick = <T>(list: readonly T[], chance: () => number): T => {
  const one = list[Math.floor(chance() * list.length)];
  if (one === undefined) throw new Error("Nothing to pick from.");
  return one;
};
