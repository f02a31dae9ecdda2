import path from "node:path";

/** Where one document is written, and which earlier input took its plain name, if any did. */
export type OutputName = { readonly name: string; readonly takenBy: string | null };

/**
 * File names for the documents of one run: "a.pdf" is "a.json". Where "a.md" took that before, "a.pdf" is "a.pdf.json",
 * and a third one "a.pdf-2.json": nothing is overwritten. Case does not tell two names apart, as on some file systems.
 */
export class OutputNames {
  private readonly taken = new Map<string, string>();

  /** Takes the first free name for a file. */
  claim(file: string): OutputName {
    const whole = path.basename(file);
    const base = path.basename(file, path.extname(file));
    const takenBy = this.taken.get(base.toLowerCase()) ?? null;
    let stem = takenBy === null ? base : whole;
    for (let count = 2; this.taken.has(stem.toLowerCase()); count++) stem = `${whole}-${count}`;
    this.taken.set(stem.toLowerCase(), file);
    return { name: `${stem}.json`, takenBy };
  }
}
