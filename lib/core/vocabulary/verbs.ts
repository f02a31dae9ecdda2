/**
 * What an operative verb does: `ask` something of somebody, `decide` (which may ask or may only declare),
 * or `declare` (nothing is asked).
 */
export type VerbClass = "ask" | "decide" | "declare";

/** The verbs of the labelling guide that ask for follow-up, in base form. */
export const followUpVerbs = {
  request: "ask",
  invite: "ask",
  urge: "ask",
  encourage: "ask",
  "call upon": "ask",
  "call for": "ask",
  appeal: "ask",
  recommend: "ask",
  authorize: "ask",
  ask: "ask",
  direct: "ask",
  demand: "ask",
  mandate: "ask",
  instruct: "ask",
  entrust: "ask",
  decide: "decide",
} as const satisfies Record<string, VerbClass>;
export type FollowUpVerb = keyof typeof followUpVerbs;

/** How strongly a verb binds: a request or a decision is due, an invitation or encouragement is open to the one asked. */
export const verbStrengths = {
  decide: "binding",
  demand: "binding",
  direct: "binding",
  instruct: "binding",
  mandate: "binding",
  entrust: "binding",
  request: "binding",
  authorize: "permissive",
  ask: "urging",
  urge: "urging",
  "call upon": "urging",
  "call for": "urging",
  appeal: "urging",
  recommend: "inviting",
  invite: "inviting",
  encourage: "inviting",
} as const satisfies Record<FollowUpVerb, "binding" | "permissive" | "urging" | "inviting">;

/** Why a paragraph asks for nothing. */
export const noFollowUpReasons = {
  "takes-note": "It takes note of a document or fact.",
  notes: "It notes.",
  welcomes: "It welcomes.",
  stresses: "It stresses, emphasizes or underlines.",
  recalls: "It recalls.",
  reaffirms: "It affirms or reaffirms.",
  recognizes: "It recognizes or acknowledges.",
  expresses: "It expresses concern, appreciation or another view.",
  commends: "It commends, thanks or congratulates.",
  condemns: "It condemns, deplores or regrets.",
  supports: "It supports or endorses.",
  considers: "It considers or holds a view.",
  "looks-forward": "It looks forward to something.",
  commits: "The organ commits itself.",
  "decides-at-once": "The decision takes effect at once: nothing remains to be done.",
  "sets-a-rule": "The decision declares, defines or sets a rule and asks nobody to act.",
  "remains-seized": "The organ remains seized of the matter.",
  "calls-for-without-doer": "It calls for or encourages something and names nobody who should do it.",
  enumerates: "Its list only enumerates.",
  "no-operative-verb": "No operative verb was recognised.",
} as const;
export type NoFollowUpReason = keyof typeof noFollowUpReasons;
