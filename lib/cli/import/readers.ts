import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Result } from "@/lib/core/result";
import type { ReadingAhead } from "@/lib/services/import";
import type { ReadText } from "@/lib/services/read-text";

/** A file to read, and the answer to it: read, refused with its reason, or a reader that broke. */
export type Question = { readonly name: string; readonly bytes: Uint8Array };
export type Answer = { readonly read?: Result<ReadText>; readonly broken?: string };

type Waiting = {
  readonly question: Question;
  readonly resolve: (read: Result<ReadText>) => void;
  readonly reject: (error: Error) => void;
};

/** Two processors: one reads, one stores. Where there are more, up to three read. */
const readerCount = Math.max(1, Math.min(3, availableParallelism() - 1));

/** No text of some megabytes needs more; a file that does ends its reader and not the import. */
const memoryOfReader = "--max-old-space-size=1024";

/**
 * Processes that read files while the caller stores what was read. A file at which a reader dies is refused like any that
 * breaks it; those that waited behind go to a new reader. Close them when done.
 */
export function openReaders(
  script = new URL("./reader.ts", import.meta.url),
): ReadingAhead & { readonly close: () => void } {
  const readers = Array.from({ length: readerCount }, () => openReader(fileURLToPath(script)));
  let asked = 0;
  return {
    ahead: readerCount * 4,
    read: (question) => {
      asked += 1;
      return new Promise((resolve, reject) =>
        readers[asked % readerCount]?.ask({ question, resolve, reject }),
      );
    },
    close: () => {
      for (const reader of readers) reader.close();
    },
  };
}

/** One reader, begun at its first file and begun anew after it died. It answers in the order in which it is asked. */
function openReader(script: string) {
  let waiting: Waiting[] = [];
  let child: ChildProcess | null = null;

  function begin(): ChildProcess {
    const begun = fork(script, {
      serialization: "advanced",
      execArgv: [...process.execArgv, memoryOfReader],
    });
    begun.on("message", ({ read, broken }: Answer) => {
      const one = waiting.shift();
      if (read) one?.resolve(read);
      else one?.reject(new Error(broken));
    });
    begun.on("exit", (code, signal) => {
      child = null;
      const [first, ...others] = waiting;
      waiting = [];
      first?.reject(new Error(`The process that read this file ended: ${signal ?? code}.`));
      for (const one of others) ask(one);
    });
    return begun;
  }

  function ask(one: Waiting): void {
    waiting.push(one);
    child ??= begin();
    child.send(one.question);
  }

  return { ask, close: () => void child?.kill() };
}
