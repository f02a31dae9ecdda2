import { bodies } from "@/lib/core/bodies/registry";
import type { Deliverable } from "@/lib/core/vocabulary/deliverables";

// Shares counted on public resolutions (43,056 numbered paragraphs of the General Assembly in Akoma Ntoso, 3,064
// documents in JSON): how often a verb leads a paragraph that asks, who is asked, how many sessions ahead.

/** Verbs that ask, by the paragraphs they lead. */
export const verbShares = [
  ["encourage", 6450],
  ["request", 6438],
  ["call upon", 5288],
  ["urge", 3630],
  ["invite", 2386],
  ["call for", 528],
  ["recommend", 291],
  ["demand", 272],
] as const;

/** The most asked, by occurrence; what is left goes to the bodies of the registry, fewer and fewer. */
const mostAsked = [
  ["Member States", 10_675],
  ["Secretary-General", 5612],
  ["Governments", 1083],
  ["United Nations Office on Drugs and Crime", 234],
  ["Office of the United Nations High Commissioner for Human Rights", 554],
] as const;

/** Who is asked: the most asked, and the registry's bodies by Zipf's law. */
export const addresseeShares: readonly (readonly [string, number])[] = [
  ...mostAsked,
  ...bodies
    .filter((body) => body.status !== "historical")
    .map((body, rank): readonly [string, number] => [body.name, 1500 / (rank + 3)]),
];

/** Sessions ahead of the one that asks: 0 the same session. */
export const sessionsAhead = [
  [0, 14],
  [1, 839],
  [2, 387],
  [3, 47],
  [4, 12],
  [5, 11],
] as const;

/** A task without any session or date: calls on States mostly have none. */
export const undatedShare = 0.45;

/** Numbered paragraphs that join a second operative verb. */
export const secondVerbShare = 0.203;

export const deliverableShares: readonly (readonly [Deliverable, number])[] = [
  ["implementation", 70],
  ["report", 18],
  ["agenda_item", 6],
  ["meeting", 3],
  ["text", 3],
];
