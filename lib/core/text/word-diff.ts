/** A stretch of words that two texts share, or that only the first or only the second has. */
export type DiffPart = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Above this many words by words the middle is shown as replaced whole: a comparison that nobody could follow anyway. */
const most = 4_000_000;

/** What changed from one text to another, word by word; spaces and line ends do not count as changes. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [a, b] = [words(before), words(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const middle: DiffPart[] =
    left.length * right.length > most ? [part("removed", left), part("added", right)] : common(left, right);
  return joined([part("same", a.slice(0, start)), ...middle, part("same", a.slice(a.length - end))]);
}

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== "");

const part = (kind: DiffPart["kind"], list: readonly string[]): DiffPart => ({ kind, text: list.join(" ") });

/** The longest common sequence of words, by the usual table. */
function common(a: readonly string[], b: readonly string[]): DiffPart[] {
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] =
        a[i] === b[j]
          ? (length[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(length[(i + 1) * width + j] ?? 0, length[i * width + j + 1] ?? 0);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const isSame = i < a.length && j < b.length && a[i] === b[j];
    if (isSame) parts.push({ kind: "same", text: a[i++] ?? "" });
    else if (
      i < a.length &&
      (j >= b.length || (length[(i + 1) * width + j] ?? 0) >= (length[i * width + j + 1] ?? 0))
    )
      parts.push({ kind: "removed", text: a[i++] ?? "" });
    else parts.push({ kind: "added", text: b[j] ?? "" });
    if (isSame || parts.at(-1)?.kind === "added") j++;
  }
  return parts;
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const all: DiffPart[] = [];
  for (const one of parts) {
    const last = all.at(-1);
    if (one.text === "") continue;
    if (last?.kind === one.kind) all[all.length - 1] = { kind: one.kind, text: `${last.text} ${one.text}` };
    else all.push(one);
  }
  return all;
}
