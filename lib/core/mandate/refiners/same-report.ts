import type { Draft, DraftDeadline } from "../draft";

/** "in preparing the above-mentioned report", "in the aforementioned report": what is asked goes with a report asked before. */
const withinReport =
  /\b(?:in (?:preparing|drafting|elaborating|the preparation of)|in|for) (?:the|that|this) (?:above-?mentioned|aforementioned|said|aforesaid) (?:[a-z]+ ){0,2}?report\b/i;

/** "in these reports": those asked in the same paragraph. */
const inTheseReports = /\bin (?:these|those) (?:[a-z]+ )?reports\b/i;

/** How far into the words of a paragraph the report is looked for: behind that it is no term of what is asked. */
const lookedAt = 600;

/** Carries the time of the report asked last over to what is to be done in it or for it, paragraph by paragraph. */
export class SameReport {
  private last: readonly DraftDeadline[] = [];

  /** Takes the drafts of the next paragraph; those that go with the report asked last are given its deadlines. */
  take(drafts: readonly Draft[]): void {
    const before = this.last;
    for (const draft of drafts) {
      const text = draft.verbPlace.paragraph.text.slice(
        draft.verbPlace.start,
        draft.verbPlace.start + lookedAt,
      );
      if (
        draft.deadlines.length === 0 &&
        this.last.length > 0 &&
        (withinReport.test(text) || (this.last !== before && inTheseReports.test(text)))
      )
        draft.deadlines.push(...this.last.map((one) => ({ ...one, inherited: true })));
      if (draft.deliverable === "report" && draft.deadlines.length > 0) this.last = draft.deadlines;
    }
  }
}
