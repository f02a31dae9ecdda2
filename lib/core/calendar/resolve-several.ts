import type { ResolveContext } from "./operators";
import { resolveDeadline } from "./resolve";
import type { DeadlineRule, ResolvedDeadline, SessionCalendar } from "./rule";

export type ResolvedAmong = { readonly rule: DeadlineRule; readonly resolved: ResolvedDeadline };

/** All deadlines of one action, and the one to plan by. */
export type ResolvedDeadlines = {
  /** In the order of the text. */
  readonly all: readonly ResolvedAmong[];
  /** The one that is due first; null where none has a day. With several, its reasons end by saying so. */
  readonly planning: ResolvedAmong | null;
};

/**
 * Resolves every deadline of an action. "At its fifty-fourth and fifty-sixth sessions" stays two deadlines; the earlier
 * one is planned for, the other is kept. An action without a deadline answers an empty list and no planning.
 */
export function resolveDeadlines(
  rules: readonly DeadlineRule[],
  calendar: SessionCalendar,
  context: ResolveContext,
): ResolvedDeadlines {
  const all = rules.map((rule) => ({ rule, resolved: resolveDeadline(rule, calendar, context) }));
  let first: ResolvedAmong | null = null;
  for (const one of all) {
    if (one.resolved.due === null) continue;
    if (first === null || one.resolved.due < (first.resolved.due ?? "9999")) first = one;
  }
  if (first === null || all.length === 1) return { all, planning: first };
  const reason = { code: "earliest-of-several", params: { count: all.length } };
  const resolved = { ...first.resolved, because: [...first.resolved.because, reason] };
  return { all, planning: { rule: first.rule, resolved } };
}
