import { isBaseVerb } from "./base-verbs";

/** An infinitive: where "to" stands and where its verb stands ("to also report": the verb is "report"). */
export type Infinitive = { readonly start: number; readonly verbStart: number; readonly verb: string };

/** Words after which "to" belongs to what stands before it: "in a position to do so", "in order to". */
const innerBefore = new Set(
  (
    "position able wishing willing wish wishes ready order as continue continues need needs seek seeks seeking intend intends intending fail failed yet capacity ability right rights unable " +
    "responsibility responsibilities obligation obligations duty view needed required entitled used likely expected committed opportunity opportunities designed aimed necessary how whether invited due prepared continuing deciding agreed sought obliged bound tend take taken undertaken"
  ).split(" "),
);

const candidate =
  /\b[Tt]o(?: \([a-z]\))?((?:,? (?:(?!(?:comply|apply|reapply|supply|rely|reply|imply|multiply|ally|rally|tally|fly|bully)\b)(?:more |most )?[a-z-]+ly(?: and [a-z-]+ly)?|also|further|inter alia|not|better|at (?:the very )?least|no longer|once again|jointly|again|promptly|thus|in particular|where appropriate|as appropriate|as necessary|if necessary|in turn|so|fast|co-?)\b,?)*)( |:|$)(?=([a-z][a-z-]*|))/g;

/** A parenthesis between "to" and its verb: "to, within existing resources, prepare". */
const parenthesis =
  /\b[Tt]o, (?:(?:[^,;:]{2,160}, ){1,2}|and that [^,;:]{2,60} shall, (?:[^,;:]{2,160}, ){0,4})(?=([a-z][a-z-]*))/g;

/** "to dredge their canals": a word that no list knows is a verb where a noun with its article or owner follows. */
function isVerbByObject(word: string, region: string, at: number): boolean {
  return (
    word.length > 2 &&
    !noVerb.test(word) &&
    objectFollows.test(region.slice(at + word.length, at + word.length + 12))
  );
}

const objectFollows = /^ (?:the|an?|all|any|each|every|such|their|its|his|her|these|those) /;
const noVerb =
  /(?:ing|tion|sion|ment|ness|ity|ance|ence|ism|ship|ies|ors|ers|es|self|selves)$|^(?:time|all|and|any|both|such|which|whom|whose|what|that|this|them|him|her|half|only|even|date|justice|peace|one|two|three|some|most|many|each|other|others|further|end|under|within|through|over|across|from|for|with|where|when|how|whether|about|around|beyond|include|service|services)$/;

/**
 * The infinitives between two offsets, in order. Those that belong to the words before them ("in a position to do so")
 * are left out; "to:" at the end of a chapeau counts, with an empty verb.
 */
export function findInfinitives(text: string, from: number, to: number): Infinitive[] {
  const found: Infinitive[] = [];
  const region = text.slice(from, to);
  let isPaired = false;
  for (const match of region.matchAll(candidate)) {
    const verb = match[3] ?? "";
    const isOpen = match[2] === ":" || (match[2] === "" && verb === "");
    const isVerb = isBaseVerb(verb) || isVerbByObject(verb, region, match.index + match[0].length);
    if (!isOpen && (match[2] !== " " || !isVerb)) continue;
    const before = wordBefore(region, match.index);
    // "both to strengthen … and to consolidate": the second belongs where the first does.
    if (before === "both") isPaired = true;
    else if (isPaired && before === "and") {
      isPaired = false;
      continue;
    }
    if (
      before === "both" ||
      (innerBefore.has(before) &&
        !/\b(?:human rights|as well as)\s*$/.test(region.slice(Math.max(0, match.index - 20), match.index)))
    )
      continue;
    found.push({
      start: from + match.index,
      verbStart: from + match.index + match[0].length,
      verb: isOpen ? "" : verb,
    });
  }
  for (const match of region.matchAll(parenthesis)) {
    const verb = match[1] ?? "";
    const start = from + match.index;
    if (isBaseVerb(verb) && !found.some((one) => one.start === start))
      found.push({ start, verbStart: start + match[0].length, verb });
  }
  return found.sort((a, b) => a.start - b.start);
}

function wordBefore(region: string, at: number): string {
  let end = at;
  while (end > 0 && region.charCodeAt(end - 1) === 32) end--;
  let start = end;
  while (start > 0 && end - start < 20 && /[A-Za-z-]/.test(region.charAt(start - 1))) start--;
  // "the High Commissioner for Human Rights to end …": a name is no inner word.
  return region.slice(start, end);
}
