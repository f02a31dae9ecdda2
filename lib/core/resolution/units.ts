import {
  adoptedAtPlenary,
  adoptedBy,
  agendaLine,
  dateLine,
  enactingStart,
  meetingLine,
} from "../language/en/structure";
import { readEnactingLine, startsEnacting, type TextLanguage } from "../language/enacting";
import { organIds, organs } from "../symbol/organs";
import type { OrganId } from "../symbol/symbol";
import type { Block } from "./blocks";
import { readTitleLine, type TitleLine } from "./titles";

/** The blocks of one resolution (or of the tail of one whose beginning is on another page). */
export type Unit = {
  readonly blocks: readonly Block[];
  /** Index in `blocks` of the title line; -1 where there is none. */
  readonly titleAt: number;
  readonly title: TitleLine | null;
  /** A piece that begins in the middle: the page before is missing. */
  readonly isFragment: boolean;
  /** The language its enacting words are in; that of the document where it has none. */
  readonly language: TextLanguage;
};

/** The organ that a document speaks of first, to read bare numbers such as "2/5". */
export function guessOrgan(blocks: readonly Block[]): OrganId | null {
  for (const block of blocks) {
    if (block.kind !== "text") continue;
    const named =
      readEnactingLine(block.head)?.name ??
      adoptedBy.exec(block.head)?.[1] ??
      enactingStart.exec(block.head)?.[1];
    const organ = named === undefined ? null : organByName(named);
    if (organ !== null) return organ;
  }
  return null;
}

/** "General Assembly", "GENERAL ASSEMBLY", "Assemblée générale" → "GA"; null for an organ whose resolutions are not read. */
export function organByName(name: string): OrganId | null {
  const lower = name.toLowerCase().replace(/'/g, "’");
  return (
    organIds.find((id) =>
      Object.values(organs[id].names).some((one) => lower.startsWith(one.toLowerCase())),
    ) ?? null
  );
}

/** The organ whose name, in the language of the text, stands in the enacting words. */
export function organNamed(text: string, language: TextLanguage): OrganId | null {
  const plain = text.replace(/\u0640/g, "").toLowerCase();
  return organIds.find((id) => plain.includes(organs[id].names[language].toLowerCase())) ?? null;
}

/** The language of the first enacting words among some blocks. */
export function languageOfBlocks(blocks: readonly Block[], fallback: TextLanguage): TextLanguage {
  for (const block of blocks) {
    if (block.kind !== "text") continue;
    const enacting = readEnactingLine(block.head);
    if (enacting !== null) return enacting.language;
  }
  return fallback;
}

/** Cuts the blocks of a source into resolutions, each beginning at its title line or the heading above it. */
export function splitUnits(blocks: readonly Block[], organ: OrganId | null, language: TextLanguage): Unit[] {
  const titles: { at: number; title: TitleLine }[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind !== "text") continue;
    const title = readTitleLine(block.head, organ);
    if (title !== null && isOwnTitle(blocks, at, title, titles[titles.length - 1]?.title))
      titles.push({ at, title });
  }
  const unit = (
    own: readonly Block[],
    titleAt: number,
    title: TitleLine | null,
    isFragment: boolean,
  ): Unit => {
    return { blocks: own, titleAt, title, isFragment, language: languageOfBlocks(own, language) };
  };
  if (titles.length === 0) return [unit(blocks, -1, null, false)];
  const starts = titles.map(({ at }, index) =>
    headingStart(blocks, at, index === 0 ? 0 : (titles[index - 1]?.at ?? 0) + 1),
  );
  const units: Unit[] = [];
  const firstStart = starts[0] ?? 0;
  if (firstStart > 0) units.push(unit(blocks.slice(0, firstStart), -1, null, true));
  for (const [index, { at, title }] of titles.entries()) {
    const start = starts[index] ?? at;
    units.push(unit(blocks.slice(start, starts[index + 1] ?? blocks.length), at - start, title, false));
  }
  return units;
}

/** A title line is believed where the enacting words or another heading follow soon, or the number counts on. */
function isOwnTitle(
  blocks: readonly Block[],
  at: number,
  title: TitleLine,
  previous: TitleLine | undefined,
): boolean {
  if (previous !== undefined && previous.symbol.canonical === title.symbol.canonical)
    return hasEnactingAfter(blocks, at, 3);
  return (
    hasEnactingAfter(blocks, at, 14) ||
    previous === undefined ||
    Number(title.symbol.number) === Number(previous.symbol.number) + 1
  );
}

function hasEnactingAfter(blocks: readonly Block[], at: number, reach: number): boolean {
  for (let index = at + 1; index < Math.min(blocks.length, at + 1 + reach); index++) {
    const head = blocks[index]?.head ?? "";
    if (startsEnacting(head)) return true;
  }
  return false;
}

/** Goes back from a title line over the cover page above it ("Resolution adopted by …", session, agenda item). */
function headingStart(blocks: readonly Block[], titleAt: number, floor: number): number {
  for (let at = titleAt - 1; at >= floor; at--) {
    const block = blocks[at];
    if (block === undefined || block.kind === "footnote") return at + 1;
    if (block.kind === "furniture") continue;
    const { head } = block;
    const isClose =
      meetingLine.test(head) ||
      adoptedAtPlenary.test(head) ||
      (dateLine.test(head) && at > 0 && meetingLine.test(blocks[at - 1]?.head ?? ""));
    if (isClose) return at + 1;
    if (block.label !== null && !agendaLine.test(head)) return at + 1;
    if (head.length > 300 || /[;]$/.test(head)) return at + 1;
    if (titleAt - at > 25) return titleAt;
  }
  return floor;
}
