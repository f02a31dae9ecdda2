import { deliverables } from "@/lib/core/mandate/candidate-action";
import { noFollowUpReasons } from "@/lib/core/task/review";
import type { Translate } from "@/lib/i18n/translate";

/** The words of the review for its client leaves, in the reader's language. `{para}` is filled in there. */
export function reviewWords(t: Translate) {
  const about = (name: "accepted" | "edited" | "dismissed" | "merged" | "split" | "none" | "added") =>
    t(`review.announce.${name}`, { para: "{para}" });
  return {
    accept: t("review.accept"),
    edit: t("review.edit"),
    reject: t("review.reject"),
    merge: t("review.merge"),
    split: t("review.split"),
    none: t("review.confirmNone"),
    save: t("review.save"),
    saveSplit: t("review.saveSplit"),
    cancel: t("review.cancel"),
    add: t("review.add"),
    newAction: t("review.newAction", { para: "{para}" }),
    selectFirst: t("review.selectFirst"),
    cannotMerge: t("review.cannotMerge"),
    partOne: t("review.partOne"),
    partTwo: t("review.partTwo"),
    why: t("review.why"),
    whyHint: t("review.whyHint"),
    reasonCode: t("review.reasonCode"),
    verb: t("review.verb"),
    lead: t("review.leadField"),
    leadHint: t("review.leadHint"),
    with: t("review.withField"),
    withHint: t("review.withHint"),
    ask: t("review.askField"),
    deadline: t("review.deadlineField"),
    deadlineHint: t("review.deadlineHint"),
    deliverable: t("review.deliverable"),
    agendaTitle: t("task.agendaTitle"),
    undone: t("review.announce.undone"),
    said: {
      accepted: about("accepted"),
      edited: about("edited"),
      dismissed: about("dismissed"),
      merged: about("merged"),
      split: about("split"),
      none: about("none"),
      added: about("added"),
    },
    state: {
      accepted: t("review.state.accepted"),
      edited: t("review.state.edited"),
      dismissed: t("review.state.dismissed"),
      merged: t("review.state.merged"),
      split: t("review.state.split"),
      none: t("review.noFollowUp"),
    },
    reasons: Object.keys(noFollowUpReasons).map((code) => ({
      value: code,
      label: t(`review.reasons.${code as keyof typeof noFollowUpReasons}`),
    })),
    deliverables: deliverables.map((deliverable) => ({
      value: deliverable,
      label: t(`deliverable.${deliverable}`),
    })),
  };
}

export type ReviewWords = ReturnType<typeof reviewWords>;
