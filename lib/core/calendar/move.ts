import { ok, type Result } from "../result";
import { daysBetween } from "./day";
import type { ResolveContext } from "./operators";
import { planBackward } from "./plan";
import type { Plan, PlanInput, PlanStepId } from "./plan-shapes";
import { resolveDeadlines } from "./resolve-several";
import type { CalendarSession, DeadlineRule, IsoDate, ResolvedDeadline, SessionCalendar } from "./rule";
import { type ChangedCalendar, changeSession, type SessionChange } from "./session-change";

/** An action as far as its dates go. */
export type DatedItem = {
  readonly id: string;
  readonly rules: readonly DeadlineRule[];
  readonly context: ResolveContext;
  /** Null where the action has no backward plan. The deadline and the session are worked out here. */
  readonly plan: Omit<PlanInput, "deadline" | "session" | "host"> | null;
  /** For a section: the id of the item whose report carries it. */
  readonly hostId?: string | null;
};

/** The dates of an item against one calendar. */
export type ItemDates = { readonly resolved: ResolvedDeadline | null; readonly plan: Plan | null };

export type MovedItem = {
  readonly id: string;
  readonly before: ItemDates;
  readonly after: ItemDates;
  /** Days that the due day moves: negative is earlier; null where it had or has none. */
  readonly dueMovesByDays: number | null;
  readonly steps: readonly {
    readonly id: PlanStepId;
    readonly from: IsoDate | null;
    readonly to: IsoDate | null;
  }[];
  /** Codes of warnings that the move brings. */
  readonly newWarnings: readonly string[];
};

export type MovePreview = ChangedCalendar & {
  /** Only items whose dates change, in the order given. */
  readonly moved: readonly MovedItem[];
  readonly unchanged: number;
};

/**
 * What a new date for a session would move, before anybody confirms it: every item whose deadline or plan changes, with
 * its dates before and after. Writes nothing. Items that share rule, adoption and plan data are worked out once, so a
 * hundred thousand items take a fraction of a second (`lib/cli/bench-calendar.ts`).
 */
export function moveSession(
  calendar: SessionCalendar,
  change: SessionChange,
  items: readonly DatedItem[],
): Result<MovePreview> {
  const changed = changeSession(calendar, change);
  if (!changed.ok) return changed;
  const keyOf = itemKeys();
  const before = datesBy(calendar, items, keyOf);
  const after = datesBy(changed.value.calendar, items, keyOf);
  const isTouched = touchedBy(calendar, changed.value.calendar);
  const compared = new Map<ItemDates, Map<ItemDates, Omit<MovedItem, "id"> | null>>();
  const moved: MovedItem[] = [];
  for (const item of items) {
    // A section moves with its host, whatever its own deadline names.
    if (!item.hostId && !item.rules.some(isTouched)) continue;
    const from = before(item);
    const to = after(item);
    const inner = compared.get(from) ?? new Map<ItemDates, Omit<MovedItem, "id"> | null>();
    compared.set(from, inner);
    let difference = inner.get(to);
    if (difference === undefined) {
      difference = compare(from, to);
      inner.set(to, difference);
    }
    if (difference) moved.push({ id: item.id, ...difference });
  }
  return ok({ ...changed.value, moved, unchanged: items.length - moved.length });
}

/** A function that answers an item's dates against one calendar, working out equal ones only once. */
export function datesBy(
  calendar: SessionCalendar,
  items: readonly DatedItem[],
  keyOf: (item: DatedItem) => string = itemKeys(),
): (item: DatedItem) => ItemDates {
  const byKey = new Map<string, ItemDates>();
  const byItem = new Map<string, ItemDates>();
  const withHosts = items.some((item) => item.hostId);
  const byId = withHosts
    ? new Map(items.map((item) => [item.id, item] as const))
    : new Map<string, DatedItem>();
  const open = new Set<string>();

  const answer = (item: DatedItem): ItemDates => {
    if (item.hostId) return ofSection(item);
    const key = keyOf(item);
    const known = byKey.get(key);
    if (known) return known;
    const dates = datesOf(item, calendar, null);
    byKey.set(key, dates);
    return dates;
  };

  /** A section follows its host. A chain of hosts that leads back to itself is cut where it closes. */
  const ofSection = (item: DatedItem): ItemDates => {
    const known = byItem.get(item.id);
    if (known) return known;
    const host = item.hostId ? byId.get(item.hostId) : undefined;
    open.add(item.id);
    const plan = host && !open.has(host.id) ? answer(host).plan : null;
    open.delete(item.id);
    const dates = datesOf(item, calendar, item.hostId ? { id: item.hostId, plan } : null);
    byItem.set(item.id, dates);
    return dates;
  };
  return answer;
}

/** Keys by content: items that share rules, adoption and plan data share their dates. Worked out once an item. */
function itemKeys(): (item: DatedItem) => string {
  const known = new WeakMap<DatedItem, string>();
  return (item) => {
    let key = known.get(item);
    if (key === undefined) {
      key = JSON.stringify([item.rules, item.context, item.plan]);
      known.set(item, key);
    }
    return key;
  };
}

/** Whether a rule names a session that differs between two calendars. */
function touchedBy(before: SessionCalendar, after: SessionCalendar): (rule: DeadlineRule) => boolean {
  const known = new Map<string, boolean>();
  return (rule) => {
    if (rule.kind !== "session") return false;
    const key = `${rule.organ} ${rule.session}`;
    let touched = known.get(key);
    if (touched === undefined) {
      touched =
        JSON.stringify(before.find(rule.organ, rule.session)) !==
        JSON.stringify(after.find(rule.organ, rule.session));
      known.set(key, touched);
    }
    return touched;
  };
}

function datesOf(item: DatedItem, calendar: SessionCalendar, host: PlanInput["host"]): ItemDates {
  const { planning, all } = resolveDeadlines(item.rules, calendar, item.context);
  const resolved = planning?.resolved ?? all[0]?.resolved ?? null;
  if (!item.plan || !resolved) return { resolved, plan: null };
  const rule = planning?.rule ?? item.rules[0];
  const session = sessionOf(rule, calendar);
  return { resolved, plan: planBackward({ ...item.plan, deadline: resolved, session, host: host ?? null }) };
}

function compare(from: ItemDates, to: ItemDates): Omit<MovedItem, "id"> | null {
  const steps = changedSteps(from.plan, to.plan);
  const sameWindow =
    from.resolved?.due === to.resolved?.due &&
    from.resolved?.window?.from === to.resolved?.window?.from &&
    from.resolved?.certainty === to.resolved?.certainty;
  if (sameWindow && steps.length === 0) return null;
  const due = { from: from.resolved?.due ?? null, to: to.resolved?.due ?? null };
  const known = new Set(from.plan?.warnings.map((warning) => warning.code));
  return {
    before: from,
    after: to,
    dueMovesByDays: due.from === null || due.to === null ? null : daysBetween(due.from, due.to),
    steps,
    newWarnings: (to.plan?.warnings ?? []).map((warning) => warning.code).filter((code) => !known.has(code)),
  };
}

function changedSteps(from: Plan | null, to: Plan | null): MovedItem["steps"] {
  const before = new Map(from?.steps.map((step) => [step.id, step] as const));
  const after = new Map(to?.steps.map((step) => [step.id, step] as const));
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((id) => {
    const old = before.get(id);
    const now = after.get(id);
    const same =
      old?.day === now?.day && old?.window?.from === now?.window?.from && old?.window?.to === now?.window?.to;
    return same
      ? []
      : [{ id, from: old?.day ?? old?.window?.from ?? null, to: now?.day ?? now?.window?.from ?? null }];
  });
}

/** The session that a rule names, for callers that lay plans themselves; null for rules that name none. */
export const sessionOf = (
  rule: DeadlineRule | undefined,
  calendar: SessionCalendar,
): CalendarSession | null => (rule?.kind === "session" ? calendar.find(rule.organ, rule.session) : null);
