import type { FollowUpVerb, NoFollowUpReason } from "../vocabulary/verbs";
import type { PackVerb } from "./pack";

/** Forms of verbs that ask for something, with the English base form they stand for. */
export const asks = (verb: FollowUpVerb, ...forms: readonly string[]): PackVerb[] =>
  forms.map((words) => ({ means: "follow-up", verb, words }));

/** Forms by which the organ prolongs something by the verb itself: "Extends the mandate of …". */
export const renews = (...forms: readonly string[]): PackVerb[] =>
  forms.map((words) => ({ means: "follow-up", verb: "decide", renews: true, words }));

/** Forms of verbs that ask for nothing, with the reason. */
export const declares = (reason: NoFollowUpReason, ...forms: readonly string[]): PackVerb[] =>
  forms.map((words) => ({ means: "nothing-asked", reason, words }));
