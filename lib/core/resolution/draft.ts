import type { Reading } from "../text/reading";
import type { Span } from "../text/span";
import type { ParagraphKind } from "./resolution";

/** A paragraph while the outline grows. */
export type Draft = {
  kind: ParagraphKind;
  spans: Span[];
  reading: Reading;
  /** The words read last: those of the last stretch where several were joined. */
  tail: string;
  /** Number of the top paragraph it belongs to; null for what has none. */
  top: number | null;
  /** Marks below the top paragraph: ["b", "ii"]; an unmarked sub-paragraph has the mark "". */
  path: readonly string[];
  parent: Draft | null;
  depth: number;
  label: string;
  part: string;
  section: string;
  heading: string;
};

/** What must be said of a new paragraph; the rest follows from the place where it stands. */
export type NewDraft = Pick<Draft, "kind"> &
  Partial<Pick<Draft, "top" | "path" | "parent" | "depth" | "label">>;

/** Where a second section begins without a numeral, what stood before it was the first. */
export function nameFirstSection(drafts: readonly Draft[], part: string): void {
  for (const draft of drafts)
    if (draft.part === part && draft.section === "" && draft.kind === "operative") draft.section = "I";
}

/** The paragraphs of a resolution in order, with the place (part, section, heading) at which the next one stands. */
export class DraftList {
  readonly all: Draft[] = [];
  part = "";
  section = "";
  heading = "";
  /** The paragraph last opened at each depth. */
  private readonly open: Draft[] = [];

  get last(): Draft | undefined {
    return this.all[this.all.length - 1];
  }

  add(span: Span, reading: Reading, made: NewDraft): Draft {
    const { top = null, path = [], parent = null, depth = 0, label = "" } = made;
    const draft: Draft = {
      kind: made.kind,
      spans: [span],
      reading,
      tail: reading.text,
      top,
      path,
      parent,
      depth,
      label,
      part: this.part,
      section: this.section,
      heading: this.heading,
    };
    this.all.push(draft);
    if (draft.kind === "operative" && (label !== "" || depth === 0)) {
      this.open.length = Math.min(this.open.length, depth);
      this.open[depth] = draft;
    }
    return draft;
  }

  /** The nearest marked paragraph above one of this depth. */
  above(depth: number): Draft | null {
    for (let level = depth - 1; level >= 0; level--) {
      const draft = this.open[level];
      if (draft !== undefined) return draft;
    }
    return null;
  }

  /** Operative paragraphs of the section at hand become preambular: they stood before its "1.". */
  demoteSection(): void {
    for (let index = this.all.length - 1; index >= 0; index--) {
      const draft = this.all[index];
      if (
        draft === undefined ||
        draft.kind === "heading" ||
        draft.part !== this.part ||
        draft.section !== this.section
      )
        return;
      if (draft.kind !== "operative") continue;
      Object.assign(draft, {
        kind: "preambular",
        top: null,
        path: [],
        parent: null,
        depth: 0,
      } satisfies Partial<Draft>);
    }
  }
}
