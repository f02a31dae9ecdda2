/** Verbs in the third person with which an operative paragraph opens, alone or behind an adverb. */
const operativeVerbs = new Set(
  (
    "accepts acknowledges addresses adopts advises affirms agrees allocates amends announces anticipates appeals applauds appoints appreciates " +
    "apportions appropriates approves asks assigns assures attaches authorizes authorises bears believes brings calls censures certifies " +
    "commemorates commends commits concludes concurs condemns confirms congratulates considers continues convenes convinces dedicates decides " +
    "declares defers defines delegates demands denounces deplores designates desires determines directs dissolves draws elects emphasizes " +
    "emphasises empowers encourages endorses enjoins entrusts envisages establishes exhorts expects expresses extends finds fixes gives " +
    "grants hails highlights holds honours hopes identifies implores includes incorporates informs insists instructs intends invites issues keeps " +
    "launches lays lifts looks maintains makes mandates mourns names notes notices observes offers opens opposes orders pays places pledges praises " +
    "proclaims prohibits promises proposes protests provides re-emphasizes reaffirms realizes reappoints recalls receives recognizes recognises recommends " +
    "recommits reconfirms recounts records refers reflects regards regrets reiterates rejects remains reminds renews repeats repudiates requests requires resolves " +
    "respects restates retains reviews salutes seeks sends sets shares shows solicits states stresses strengthens submits suggests " +
    "supports suspends takes terminates thanks transfers transmits trusts underlines underscores understands undertakes upholds urges values views voices votes " +
    "warns welcomes wishes withdraws"
  ).split(" "),
);

/** Adverbs and short phrases that stand before the operative verb: "Also requests", "Once again calls upon". */
const leadingWords = new Set(
  (
    "also further again once strongly urgently firmly fully deeply gravely solemnly specifically particularly especially accordingly " +
    "therefore furthermore moreover hereby finally sincerely earnestly resolutely unequivocally emphatically vigorously greatly highly " +
    "likewise similarly formally once more still now and meanwhile nevertheless thus equally additionally consequently warmly categorically additionally expressly " +
    "respectfully cordially gratefully duly explicitly unreservedly once unanimously energetically most very so insistently"
  ).split(" "),
);

/** Participles and adjectives with which a preambular paragraph opens. */
const preambularAdjectives = new Set(
  (
    "alarmed anxious appalled appreciative aware cognizant cognisant committed concerned confident conscious convinced deeply desirous determined " +
    "disappointed distressed disturbed dismayed eager encouraged gratified grateful guided horrified impressed inspired mindful outraged " +
    "persuaded pleased prepared reassured resolved satisfied saddened seized shocked struck troubled worried fully gravely profoundly " +
    "seriously extremely keenly strongly acutely firmly greatly particularly especially faithful moved pursuant bearing"
  ).split(" "),
);

/** Nouns in "-ing" that open a sentence without making it preambular. */
const notParticiples = new Set([
  "during",
  "nothing",
  "everything",
  "something",
  "notwithstanding",
  "according",
  "spring",
  "king",
  "meeting",
  "meetings",
  "housing",
  "training",
]);

const wordPattern = /[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f-]*/g;

const firstWords = (text: string, count: number): string[] => {
  const words: string[] = [];
  for (const match of text.slice(0, 120).matchAll(wordPattern)) {
    words.push(match[0].toLowerCase());
    if (words.length === count) break;
  }
  return words;
};

/** Quotation marks, brackets, list marks and emphasis before the first word. */
const beforeFirstWord = /^[\s*_"“‘'([•–—-]*/;

export type Opening = "operative" | "preambular" | "other";

/**
 * Tells by its first words whether a paragraph speaks as an operative ("Also requests …", "DECIDES …") or a
 * preambular one ("Recalling …", "Deeply concerned …", "Having considered …"). Anything else is "other".
 */
export function readOpening(text: string): Opening {
  const head = text.slice(0, 160).replace(beforeFirstWord, "");
  const initial = head.charCodeAt(0);
  const isCapital = (initial >= 65 && initial <= 90) || (initial >= 0xc0 && initial <= 0xde);
  if (!isCapital) return "other";
  const words = firstWords(head, 6);
  for (const word of words) {
    if (operativeVerbs.has(word)) return "operative";
    if (!leadingWords.has(word)) break;
  }
  for (const word of words.slice(0, 4)) {
    if (preambularAdjectives.has(word)) return "preambular";
    if (word.endsWith("ing") && word.length > 4 && !notParticiples.has(word)) return "preambular";
    if (!leadingWords.has(word) && !word.endsWith("ly")) break;
  }
  return "other";
}
