import type { Draft } from "./draft";
import type { Paragraph } from "./resolution";

/** Which prefixes a resolution's numbers need to tell its paragraphs apart. */
type Restarts = { readonly parts: boolean; readonly sections: boolean };

/** Numbers restart in parts or sections where the same number stands in two of them. */
function findRestarts(drafts: readonly Draft[]): Restarts {
  const places = new Map<string, Set<string>>();
  const partsOf = new Map<string, Set<string>>();
  for (const draft of drafts) {
    if (draft.kind !== "operative" || draft.depth > 0 || draft.top === null) continue;
    add(places, `${draft.part}/${draft.top}`, draft.section);
    add(partsOf, String(draft.top), draft.part);
  }
  return { parts: hasSeveral(partsOf), sections: hasSeveral(places) };
}

const add = (map: Map<string, Set<string>>, key: string, value: string): void => {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
};

const hasSeveral = (map: Map<string, Set<string>>): boolean => [...map.values()].some((set) => set.size > 1);

/** Turns drafts into paragraphs with their numbers ("9", "7(b)(ii)", "III/2") and stable ids under `symbol`. */
export function nameParagraphs(drafts: readonly Draft[], symbol: string): Paragraph[] {
  const restarts = findRestarts(drafts);
  const taken = new Map<string, number>();
  const idOf = new Map<Draft, string>();
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const prefix = [restarts.parts ? draft.part : "", restarts.sections ? draft.section : ""].filter(
      (one) => one !== "",
    );
    const wanted = `${symbol}#${[...prefix, localId(draft, prefix, counts)].join(".")}`;
    const times = (taken.get(wanted) ?? 0) + 1;
    taken.set(wanted, times);
    const id = times === 1 ? wanted : `${wanted}~${times}`;
    idOf.set(draft, id);
    return {
      id,
      kind: draft.kind,
      number: numberOf(draft, prefix),
      parentId: draft.parent === null ? null : (idOf.get(draft.parent) ?? null),
      depth: draft.depth,
      text: draft.reading.text,
      segments: draft.reading.segments,
      spans: draft.spans,
      label: draft.label,
      section: [draft.part, draft.section].filter((one) => one !== "").join("/"),
      heading: draft.heading,
    };
  });
}

const nextCount = (counts: Map<string, number>, key: string): number => {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
};

/** "op9.b.ii", "pp3", "h2", "annex4"; an unmarked sub-paragraph counts on within its parent: "op9.p1". */
function localId(draft: Draft, prefix: readonly string[], counts: Map<string, number>): string {
  const place = prefix.join(".");
  switch (draft.kind) {
    case "preambular":
      return `pp${nextCount(counts, `${place} pp`)}`;
    case "heading":
      return `h${nextCount(counts, `${place} h`)}`;
    case "annex":
      return `annex${nextCount(counts, "annex")}`;
    case "operative": {
      const marks = draft.path.map((mark) =>
        mark === "" ? `p${nextCount(counts, `${place} ${draft.top} ${draft.path.join(".")}`)}` : mark,
      );
      return [
        draft.top === null ? `op-${nextCount(counts, `${place} op`)}` : `op${draft.top}`,
        ...marks,
      ].join(".");
    }
  }
}

/** The number of the labelling guide; "" for preambular paragraphs, headings, annexes and unmarked sub-paragraphs. */
function numberOf(draft: Draft, prefix: readonly string[]): string {
  if (draft.kind !== "operative" || draft.top === null || draft.path.includes("")) return "";
  return [...prefix, `${draft.top}${draft.path.map((mark) => `(${mark})`).join("")}`].join("/");
}
