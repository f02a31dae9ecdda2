import type { KeepsHyphen } from "./normalize";

/** Every hyphenated or plain word, to learn how a document writes its compounds. */
const anyWord = /[A-Za-z\u00c0-\u024f]+(?:-[A-Za-z\u00c0-\u024f]+)?/g;

/** First parts that almost always keep their hyphen in United Nations spelling. */
const compoundStarts = new Set(
  (
    "all anti cease co counter cross decision ex extra fact follow gender half high human inter-agency " +
    "least life long low mid middle multi non off on peace post pre policy pro quasi result rights risk round second secretary self semi " +
    "short so sub twenty thirty forty fifty sixty seventy eighty ninety third time under vice well wide world year"
  ).split(" "),
);

/** Of these, the ones that are also plain prefixes written solid ("cooperation", "subregional") unless the document says otherwise. */
const oftenSolid = new Set(
  "anti co counter extra high inter multi off on over post pre pro sub under human all second least".split(
    " ",
  ),
);

/**
 * Decides for one document whether a word broken at a line end keeps its hyphen: a capital after the break
 * keeps it ("Secretary-/General"); else the document's own spelling elsewhere; else the first part.
 * The document is read once, when the first doubtful word comes.
 */
export function hyphenJudge(source: string): KeepsHyphen {
  let compounds: Set<string> | null = null;
  let solid: Set<string> | null = null;
  const learn = (): void => {
    compounds = new Set();
    solid = new Set();
    for (const [word] of source.matchAll(anyWord)) {
      const lower = word.toLowerCase();
      (lower.includes("-") ? compounds : solid).add(lower);
    }
  };
  return (before, after) => {
    const first = after.charCodeAt(0);
    if (first >= 65 && first <= 90) return !isAllCapitals(before);
    if (before === "" || after === "") return true;
    if (compounds === null || solid === null) learn();
    const left = before.toLowerCase();
    const right = after.toLowerCase();
    if ((compounds as Set<string> | null)?.has(`${left}-${right}`)) return true;
    if ((solid as Set<string> | null)?.has(left + right)) return false;
    return compoundStarts.has(left) && !oftenSolid.has(left);
  };
}

const isAllCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase();
