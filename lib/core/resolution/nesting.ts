import { type Label, type MarkReading, markReadings } from "./label";

type Level = {
  readonly style: MarkReading["style"];
  readonly form: Label["form"];
  ordinal: number;
  mark: string;
};

/**
 * Follows the marks below one paragraph and tells how deep each stands: "(a)", "(b)", "(i)", "(ii)", "(c)".
 * A doubtful mark ("(i)" after "(h)") is settled by the mark that comes next.
 */
export class Nesting {
  private levels: Level[] = [];

  /** Marks from the outermost to the current: ["b", "ii"]. */
  get path(): readonly string[] {
    return this.levels.map((level) => level.mark);
  }

  get depth(): number {
    return this.levels.length;
  }

  reset(): void {
    this.levels = [];
  }

  /** Takes the next mark and gives its path. `chapeauOpen`: the text before it ended with a colon. */
  enter(label: Label, next: Label | null, chapeauOpen: boolean): readonly string[] {
    const readings = markReadings(label);
    const continued = this.continuing(label, readings);
    const opened = readings.find((reading) => reading.ordinal === 1 && !this.isOpen(reading, label));
    // "h. …", "i. …:", "i. …": printed twice, the first goes on with the letters.
    const isTwice = next !== null && next.form === label.form && next.mark === label.mark;
    if (
      continued !== null &&
      opened !== undefined &&
      !isTwice &&
      (this.points(opened, next) || (chapeauOpen && !this.points(continued.reading, next)))
    )
      return this.open(opened, label);
    if (continued !== null) return this.advance(continued.level, continued.reading, label);
    if (opened !== undefined) return this.open(opened, label);
    return this.fallBack(label, readings);
  }

  /** The deepest open series of which this mark is the next member. */
  private continuing(
    label: Label,
    readings: readonly MarkReading[],
  ): { level: number; reading: MarkReading } | null {
    for (let level = this.levels.length - 1; level >= 0; level--) {
      const at = this.levels[level];
      if (at === undefined || at.form !== label.form) continue;
      for (const reading of readings)
        if (reading.style === at.style && (reading.ordinal === at.ordinal + 1 || reading.style === "bullet"))
          return { level, reading };
    }
    return null;
  }

  private isOpen(reading: MarkReading, label: Label): boolean {
    const top = this.levels[this.levels.length - 1];
    return (
      top !== undefined &&
      top.style === reading.style &&
      top.form === label.form &&
      top.ordinal === 1 &&
      reading.style !== "bullet"
    );
  }

  /** True where the following mark is the second of this reading's series. */
  private points(reading: MarkReading, next: Label | null): boolean {
    if (next === null) return false;
    return markReadings(next).some(
      (other) => other.style === reading.style && other.ordinal === reading.ordinal + 1,
    );
  }

  private open(reading: MarkReading, label: Label): readonly string[] {
    // Nobody prints more than eight levels; the bound keeps the work on nonsense small.
    if (this.levels.length >= 8) this.levels.pop();
    this.levels.push({ style: reading.style, form: label.form, ordinal: reading.ordinal, mark: label.mark });
    return this.path;
  }

  private advance(level: number, reading: MarkReading, label: Label): readonly string[] {
    this.levels.length = level + 1;
    const at = this.levels[level];
    if (at !== undefined) {
      at.ordinal = reading.ordinal;
      at.mark = label.mark;
    }
    return this.path;
  }

  /** A mark out of order: the nearest level of its style, else a new level. */
  private fallBack(label: Label, readings: readonly MarkReading[]): readonly string[] {
    for (let level = this.levels.length - 1; level >= 0; level--) {
      const at = this.levels[level];
      const reading = readings.find((one) => one.style === at?.style && label.form === at.form);
      if (reading !== undefined) return this.advance(level, reading, label);
    }
    return this.open(readings[0] ?? { style: "bullet", ordinal: 1 }, label);
  }
}
