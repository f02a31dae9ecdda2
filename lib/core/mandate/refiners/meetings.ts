import type { Draft } from "../draft";

const theMeeting =
  /\bthe (?:[a-z-]+ )?(?:meeting|panel discussion|seminar|workshop|conference|event|dialogue|symposium|consultation|forum|high-level meeting|briefings?)\b/i;
const arranging =
  /^(?:to )?(?:[a-z]+ly |also )?(?:be responsible for|prepare\b(?! an?\b)|organi[sz]e|facilitate|make (?:the |all )?(?:necessary )?arrangements|assist|support|provide (?:all )?(?:the )?(?:necessary )?(?:support|services|assistance)|arrange|ensure|conduct (?:\w+ )?consultations|convene|hold|service|participate|take part|attend)\b/i;

/** "to prepare the commemorative meeting": the meeting decided just before, with its time. */
export function sameMeeting(drafts: readonly Draft[]): void {
  for (const [index, draft] of drafts.entries()) {
    if (draft.deadlines.length > 0) continue;
    const words = wordsOf(draft);
    const arranges = arranging.test(words.replace(/^to /, ""));
    if (!arranges || !theMeeting.test(words.slice(0, 260))) continue;
    const meeting = [...drafts.slice(0, index)]
      .reverse()
      .find((one) => one.deliverable === "meeting" && one.deadlines.length > 0);
    if (meeting === undefined) continue;
    draft.deadlines.push(...meeting.deadlines.map((one) => ({ ...one, inherited: true })));
    if (draft.deliverable !== "report") {
      draft.deliverable = "meeting";
      draft.deliverableRule = "same-meeting";
      draft.deliverableCertainty = 0.7;
    }
  }
}

const wordsOf = (draft: Draft): string => {
  const ask = draft.asks[0];
  return ask === undefined ? "" : ask.paragraph.text.slice(ask.start, ask.end);
};
