import type { Recurrence } from "../../calendar/rule";
import { cadencePhrases } from "../../language/en/deadlines";
import { parseCardinal } from "../../language/en/ordinals";
import { type CadenceId, everySo, statedCadence } from "../../vocabulary/cadence";

/** A stated rhythm with its place in the text. */
export type CadenceReading = {
  readonly recurrence: Recurrence;
  readonly start: number;
  readonly end: number;
};

const singular = (unit: string): "day" | "week" | "month" | "year" =>
  unit.toLowerCase().replace(/s$/, "") as "day" | "week" | "month" | "year";

/** Letters without which no rhythm is named: most stretches hold none of them. */
const mayNameRhythm = /each |every |twice |nnual|year|month|week|day|quarterly|ennial|session|egular|eriodic/;

/** The rhythm that a stretch of text states ("annually", "every 90 days"), or null. */
export function readCadence(text: string, from: number, to: number): CadenceReading | null {
  const region = text.slice(from, to);
  if (!mayNameRhythm.test(region)) return null;
  for (const { pattern, cadence } of cadencePhrases) {
    const match = pattern.exec(region);
    if (match === null) continue;
    const start = from + match.index;
    const end = start + match[0].length;
    if (cadence !== null) return { recurrence: statedCadence(cadence as CadenceId), start, end };
    const amount = parseCardinal(match.groups?.amount ?? match.groups?.amount2 ?? "");
    const unit = match.groups?.unit ?? match.groups?.unit2;
    if (amount !== null && amount > 0 && unit !== undefined)
      return { recurrence: everySo(amount, singular(unit)), start, end };
  }
  return null;
}
