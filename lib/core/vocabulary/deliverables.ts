/** What an action produces; the vocabulary of the labelling guide. */
export const deliverables = [
  "report",
  "meeting",
  "agenda_item",
  "appointment",
  "renewal",
  "funding",
  "text",
  "implementation",
] as const;
export type Deliverable = (typeof deliverables)[number];

/** What each deliverable means, for people who choose one by hand. */
export const deliverableMeanings = {
  report: "A report, note, study, review or information to be submitted to a body, oral updates too.",
  meeting: "A meeting, conference, session, event, panel or observance.",
  agenda_item: "To include or consider an item or question at a session.",
  appointment: "To appoint, elect, nominate or establish a body or a mandate holder.",
  renewal: "To extend or renew a mandate, mission or authorization.",
  funding: "To contribute, allocate or finance.",
  text: "A draft, guidelines, strategy, plan, convention, publication or database to be produced.",
  implementation: "Anything else that is to be done.",
} as const satisfies Record<Deliverable, string>;

/** Deliverables that are a product of their own: an infinitive that asks for one is an action of its own. */
export const separateProducts: ReadonlySet<Deliverable> = new Set<Deliverable>([
  "report",
  "meeting",
  "agenda_item",
  "appointment",
  "renewal",
  "text",
]);
