import type { IsoDate } from "../calendar/rule";
import type { Resolution } from "../resolution/resolution";
import { organs } from "../symbol/organs";
import type { OrganId } from "../symbol/symbol";
import { NameIndex } from "./refiners/anaphora";

/** What a resolution says about itself, for the reading of one of its paragraphs. */
export type DocumentContext = {
  readonly organ: OrganId | null;
  /** Full name of the adopting organ, "" where the text does not tell. */
  readonly organName: string;
  readonly session: number | null;
  readonly adopted: IsoDate | null;
  /** The readings of all paragraphs, one after the other. */
  text(): string;
  /** The full name that a short one stands for at an offset of this paragraph's text; the name itself where the document never expands it. */
  resolve(name: string, at: number): string;
  /** The series of sessions that a body's name stands for: "Assembly" → "GA"; other bodies keep their (resolved) name. */
  sessionSeries(name: string, at: number): string;
};

const seriesByName: readonly (readonly [RegExp, string])[] = [
  [/^(?:United Nations )?General Assembly$/, "GA"],
  [/^Economic and Social Council$/, "ECOSOC"],
  [/^Human Rights Council$/, "HRC"],
  [/^Security Council$/, "SC"],
  [/^(?:United Nations )?Environment Assembly(?: of the United Nations Environment Programme)?$/, "UNEA"],
];

/** Gives for each paragraph the context in which its words are read. */
export function documentContexts(resolution: Resolution): (paragraphIndex: number) => DocumentContext {
  const index = new NameIndex(resolution);
  const { organ, session, adopted } = resolution;
  const organName = organ === null ? "" : organs[organ].name;
  return (paragraphIndex) => {
    const resolve = (name: string, at: number): string => index.resolve(name, paragraphIndex, at);
    return {
      organ,
      organName,
      session,
      adopted,
      text: () => index.text(),
      resolve,
      sessionSeries: (name, at) => {
        const full = resolve(name, at);
        return seriesByName.find(([pattern]) => pattern.test(full))?.[1] ?? full;
      },
    };
  };
}
