import { assertNever } from "../result";
import { addDays, addMonths, earlier } from "./day";
import type { Because, Certainty, DeadlineOperator, IsoDate, ResolvedDeadline, SessionSeries } from "./rule";

/** A conference or other event whose days are known to the caller, by the name the texts print. */
export type KnownEvent = {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly source: string;
};

export type ResolveContext = {
  /** The day on which the text was adopted; null where it is not known. */
  readonly adopted: IsoDate | null;
  /** The adopting organ. */
  readonly organ: SessionSeries;
  readonly events?: readonly KnownEvent[];
};

/** From … to, either end perhaps unknown. */
export type Stretch = {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly fromCertainty: Certainty;
  readonly certainty: Certainty;
  readonly because: readonly Because[];
};

/** The window that an operator makes of a time. `byMeans`: whether "by X" runs to the first or the last day of X. */
export function apply(
  operator: DeadlineOperator,
  time: Stretch,
  context: ResolveContext,
  byMeans: "first" | "last",
): ResolvedDeadline {
  const { from, to } = time;
  switch (operator) {
    case "at":
    case "during":
    case "beginning":
      return within(operator, time, context);
    case "before":
      if (from === null) return noWindow(time);
      return until(addDays(from, -1), time.fromCertainty, time.because, "read-before", context);
    case "by":
      if (byMeans === "first") {
        return from === null
          ? noWindow(time)
          : until(from, time.fromCertainty, time.because.slice(0, 1), "read-by-opening", context);
      }
      return to === null
        ? noWindow(time)
        : until(to, time.certainty, time.because, from === to ? null : "read-by-last-day", context);
    case "end":
      return to === null ? noWindow(time) : until(to, time.certainty, time.because, "read-end", context);
    case "after": {
      if (to === null) return noWindow(time);
      const notBefore = addDays(to, 1);
      const because = [...time.because, { code: "read-after", params: { day: notBefore } }];
      return { window: null, due: null, certainty: "unknown", because, notBefore };
    }
    default:
      return assertNever(operator);
  }
}

function within(operator: DeadlineOperator, time: Stretch, context: ResolveContext): ResolvedDeadline {
  const { from, to } = time;
  if (from === null || to === null) return noWindow(time);
  const last = operator === "beginning" ? firstQuarterEnd(from, to) : to;
  const because =
    last === to ? time.because : [...time.because, { code: "read-beginning-of-time", params: { day: last } }];
  // A text adopted while the session sits cannot be met before it was adopted.
  const { adopted } = context;
  if (adopted !== null && adopted > from && adopted <= last) {
    const during = { code: "adopted-meanwhile", params: { day: adopted } };
    return {
      window: { from: adopted, to: last },
      due: last,
      certainty: time.certainty,
      because: [...because, during],
    };
  }
  return { window: { from, to: last }, due: last, certainty: time.certainty, because };
}

/** "At the beginning of 2026", "early in June": the first quarter of the time named, at least one day. */
function firstQuarterEnd(from: IsoDate, to: IsoDate): IsoDate {
  const month = from.slice(0, 7) === to.slice(0, 7);
  if (from === to) return to;
  return month ? earlier(addDays(from, 6), to) : earlier(addDays(addMonths(from, 3), -1), to);
}

/** From the adoption (or, if that is not known, from the last day itself) to `due`. */
export function until(
  due: IsoDate,
  certainty: Certainty,
  because: readonly Because[],
  reading: string | null,
  context: ResolveContext,
): ResolvedDeadline {
  const { adopted } = context;
  const from = adopted === null ? due : earlier(adopted, due);
  const reasons: Because[] = [...because];
  if (reading) reasons.push({ code: reading, params: { day: due } });
  reasons.push(
    adopted === null
      ? { code: "adoption-unknown", params: {} }
      : { code: "window-from-adoption", params: { day: adopted } },
  );
  return { window: { from, to: due }, due, certainty, because: reasons };
}

const noWindow = (time: Stretch): ResolvedDeadline => ({
  window: null,
  due: null,
  certainty: "unknown",
  because: time.because,
});

/** No window, with the one reason why. */
export const unknown = (code: string, params: Because["params"]): ResolvedDeadline => ({
  window: null,
  due: null,
  certainty: "unknown",
  because: [{ code, params }],
});

/** A time that the text itself gives: as sure as can be. */
export const span = (from: IsoDate, to: IsoDate, code: string, params: Because["params"]): Stretch => ({
  from,
  to,
  fromCertainty: "fixed",
  certainty: "fixed",
  because: [{ code, params }],
});
