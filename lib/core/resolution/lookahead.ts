import { startsEnacting } from "../language/enacting";
import type { Block } from "./blocks";
import type { Label } from "./label";

/** What stands further down the page, worked out once from the end. */
export class Lookahead {
  private readonly numbers: (number | null)[] = [];
  private readonly labels: (Label | null)[] = [];
  /** True where the resolution numbers its paragraphs. */
  readonly isNumbered: boolean;

  constructor(private readonly texts: readonly Block[]) {
    let number: number | null = null;
    let label: Label | null = null;
    for (let index = texts.length - 1; index >= 0; index--) {
      this.labels[index] = label;
      const own = texts[index]?.label ?? null;
      if (own !== null) label = own;
      if (own?.form === "number") number = Number(own.mark);
      this.numbers[index] = number;
    }
    this.isNumbered = texts.some((block) => block.label?.form === "number" && block.label.mark === "1");
  }

  /** The next printed paragraph number at or behind a block. */
  nextNumber(index: number): number | null {
    return this.numbers[index] ?? null;
  }

  /** The next mark of any form behind a block. */
  nextLabel(index: number): Label | null {
    return this.labels[index] ?? null;
  }

  /** The block just behind. */
  following(index: number): Block | undefined {
    return this.texts[index + 1];
  }

  /** The enacting words follow within three blocks: what stands here heads a part of the resolution. */
  enactingFollows(index: number): boolean {
    for (let next = index + 1; next <= index + 3; next++) {
      const head = this.texts[next]?.head;
      if (head !== undefined && startsEnacting(head)) return true;
    }
    return false;
  }
}
