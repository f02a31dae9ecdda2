import { readSource } from "@/lib/adapters/sources/read-source";
import { rules } from "@/lib/core/mandate/rules";
import { readText } from "@/lib/services/read-text";
import type { Answer, Question } from "./readers";

async function answer({ name, bytes }: Question): Promise<Answer> {
  try {
    const file = { name, mediaType: "", bytes: new Uint8Array(bytes) };
    return { read: await readText({ readSource, extractor: rules }, { file }) };
  } catch (error) {
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// One file after the other, so that answers come in the order of the questions.
let before: Promise<unknown> = Promise.resolve();
process.on("message", (question: Question) => {
  before = before.then(async () => process.send?.(await answer(question)));
});
// Nobody is left to answer: the import ended, or was killed.
process.on("disconnect", () => process.exit());
