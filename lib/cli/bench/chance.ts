/** Chance that can be repeated: the same seed gives the same series (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws from a list by weight; the sums are made once. */
export function drawer<T>(rows: readonly (readonly [T, number])[]): (chance: () => number) => T {
  const sums: number[] = [];
  let total = 0;
  for (const [, weight] of rows) {
    total += weight;
    sums.push(total);
  }
  return (chance) => {
    const at = chance() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    const row = rows[low];
    if (row === undefined) throw new Error("Nothing to draw from.");
    return row[0];
  };
}
