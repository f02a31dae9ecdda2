import { statedCadence } from "../../vocabulary/cadence";
import type { Deliverable } from "../../vocabulary/deliverables";
import { separateProducts } from "../../vocabulary/deliverables";
import type { Draft, DraftDeadline, DraftPartner, DraftParty, Place } from "../draft";
import type { Stretch } from "./ask";
import type { Engine, FoldedParagraph } from "./paragraph";
import { type PackParty, readChain } from "./parties";
import type { FoldedDeadline } from "./sessions";

/** One paragraph being read: everything looked up in it once. */
export type PackReading = {
  readonly engine: Engine;
  readonly folded: FoldedParagraph;
  readonly deadlines: readonly (FoldedDeadline & { readonly isDuration: boolean })[];
};

export type PackVerbUse = {
  readonly verb: string;
  readonly rule: string;
  readonly place: Place;
  readonly inherited: boolean;
  /** The verb itself prolongs something. */
  readonly renews?: boolean;
};

/** The rows for the things asked of one addressee: several are one, unless one is a product of its own. */
export function draftThings(
  reading: PackReading,
  use: PackVerbUse,
  parts: readonly Stretch[],
  leads: readonly DraftParty[],
  shared: Stretch,
): Draft[] {
  const rows: Draft[] = [];
  for (const part of parts) {
    const draft = draftThing(reading, use, part, leads, shared);
    const last = rows[rows.length - 1];
    const isOwn =
      last === undefined ||
      (draft.deliverable !== last.deliverable && separateProducts.has(draft.deliverable)) ||
      (draft.deadlines.length > 0 && last.deadlines.length > 0 && keyOf(draft) !== keyOf(last));
    if (isOwn || last === undefined) rows.push(draft);
    else absorb(last, draft);
  }
  return rows;
}

const keyOf = (draft: Draft): string =>
  draft.deadlines
    .map((one) => JSON.stringify(one.rule))
    .sort()
    .join();

function absorb(row: Draft, part: Draft): void {
  row.asks.push(...part.asks);
  for (const deadline of part.deadlines)
    if (!row.deadlines.some((one) => JSON.stringify(one.rule) === JSON.stringify(deadline.rule)))
      row.deadlines.push(deadline);
  for (const partner of part.partners)
    if (!row.partners.some((one) => one.name === partner.name)) row.partners.push(partner);
  row.conditions.push(...part.conditions);
  row.cadence ??= part.cadence;
}

function draftThing(
  reading: PackReading,
  use: PackVerbUse,
  part: Stretch,
  leads: readonly DraftParty[],
  shared: Stretch,
): Draft {
  const { engine, folded } = reading;
  const { pack } = engine;
  const words = folded.text.slice(part.start, Math.min(part.end, part.start + 320));
  const product = use.renews
    ? ({ deliverable: "renewal", rule: "renews" } as const)
    : pack.deliverables.find(({ pattern }) => pattern.test(words));
  const deliverable: Deliverable = product?.deliverable ?? "implementation";
  const stretch = folded.text.slice(shared.start, part.end);
  const cadence = pack.cadences
    .map(({ pattern, cadence: id }) => ({ match: pattern.exec(stretch), id }))
    .find((one) => one.match !== null);
  const at =
    cadence?.match === undefined || cadence.match === null ? null : shared.start + cadence.match.index;
  return {
    verb: use.verb,
    verbRule: use.rule,
    verbPlace: use.place,
    verbInherited: use.inherited,
    leads,
    partners: [...partnersIn(reading, shared), ...partnersIn(reading, part)],
    deliverable,
    deliverableRule: `${pack.language}:${product?.rule ?? "no-product-named"}`,
    deliverableCertainty: (product === undefined ? 0.7 : 0.85) * pack.sureness,
    deliverableAlternatives: deliverable === "implementation" ? [] : ["implementation"],
    deadlines: unique(
      reading.deadlines.filter(
        (one) =>
          ((one.start >= part.start && one.start < part.end) ||
            (one.start >= shared.start && one.start < shared.end)) &&
          (!one.isDuration ||
            deliverable === "renewal" ||
            deliverable === "appointment" ||
            use.verb === "authorize"),
      ),
    ).map((one): DraftDeadline => {
      const place = folded.place(one.start, one.end);
      return {
        rule: one.rule,
        start: place.start,
        end: place.end,
        by: one.by,
        basis: one.basis,
        certainty: one.certainty,
        alternatives: [],
        isDuration: one.isDuration,
        ofEvent: false,
        paragraph: folded.paragraph,
        inherited: false,
      };
    }),
    cadence:
      cadence === undefined || at === null
        ? null
        : {
            recurrence: statedCadence(cadence.id),
            ...folded.place(at, at + (cadence.match?.[0].length ?? 0)),
          },
    conditions: pack.conditions.flatMap(({ pattern, id }) => {
      const match = pattern.exec(stretch);
      return match === null
        ? []
        : [{ id, ...folded.place(shared.start + match.index, shared.start + match.index + match[0].length) }];
    }),
    asks: [folded.place(part.start, part.end)],
  };
}

function unique<T extends FoldedDeadline>(deadlines: readonly T[]): T[] {
  const seen = new Set<string>();
  return deadlines.filter(({ rule }) => {
    const key = JSON.stringify(rule.kind === "session" ? [rule.organ, rule.session] : rule);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function partnersIn({ engine, folded }: PackReading, stretch: Stretch): DraftPartner[] {
  const { pack, lexicon } = engine;
  const found: DraftPartner[] = [];
  for (const { pattern, role } of pack.parties.partners) {
    const match = pattern.exec(folded.text.slice(stretch.start, stretch.end));
    if (match === null) continue;
    const from = stretch.start + match.index + match[0].length;
    const chain = readChain({ pack, lexicon, text: folded.text }, from, Math.min(stretch.end, from + 400));
    for (const party of chain)
      if (party.by !== "pronoun") found.push({ ...partyOf(folded, engine, party), role });
  }
  return found;
}

/** A party found in folded text as a party of a draft: named ones by their English name, others as printed. */
export function partyOf(folded: FoldedParagraph, engine: Engine, party: PackParty): DraftParty {
  const place = folded.place(party.start, party.end);
  const printed = folded.paragraph.text.slice(place.start, place.end).trim();
  const { language, sureness } = engine.pack;
  return party.by === "named"
    ? {
        name: party.name,
        printed: party.name,
        isClass: party.isClass,
        basis: "exact",
        rule: `${language}:name-table`,
        certainty: 0.9 * sureness,
        place,
      }
    : {
        name: printed,
        printed,
        isClass: true,
        basis: "exact",
        rule: `${language}:as-printed`,
        certainty: 0.6 * sureness,
        place,
      };
}
