import { describe, expect, it } from "vitest";
import { sayFailure } from "@/lib/i18n/failure";
import { failures } from "@/lib/i18n/failures/catalogue";
import { locales } from "@/lib/i18n/locale";
import { failureSentences } from "../support/failure-sentences";

// The API and the command line speak English: programs and operators read them.
const english = /lib\/http\/v1|archive\/import-files|lib\/cli/;

const said = [
  ...failureSentences(process.cwd(), [
    "lib/services",
    "lib/core",
    "lib/auth",
    "lib/http",
    "lib/adapters",
    "app",
  ]),
]
  .filter(([, file]) => !english.test(file))
  .map(([sentence]) => sentence)
  // Words that carry nothing but values have nothing to translate.
  .filter((sentence) => /\p{L}/u.test(sentence.replace(/\{\d\}/g, "")));

describe.each(locales.filter((locale) => locale !== "en"))("refusals in %s", (locale) => {
  const own = failures[locale as keyof typeof failures];

  it("has words for every sentence with which a use case refuses", () => {
    expect(said.filter((sentence) => !Object.hasOwn(own, sentence))).toEqual([]);
  });

  it("keeps the values of each sentence, so that nothing that a person needs is lost", () => {
    const values = (sentence: string) => [...new Set(sentence.match(/\{\d\}/g))].sort().join();
    expect(Object.entries(own).filter(([from, to]) => values(from) !== values(to))).toEqual([]);
  });
});

describe("a refusal in another language", () => {
  it("says the sentence with its values", () => {
    const failure = {
      code: "not-found",
      message: "There is no task 12. Check the number, or search the list.",
    } as const;
    expect(sayFailure("fr", failure).message).toBe(
      "Il n’y a pas de tâche 12. Vérifiez le numéro ou cherchez dans la liste.",
    );
    expect(sayFailure("en", failure).message).toBe(failure.message);
  });

  it("stays English where a language has no words for it, rather than empty", () => {
    const failure = { code: "conflict", message: "A sentence that nobody translated." } as const;
    expect(sayFailure("ar", failure).message).toBe(failure.message);
  });

  it("says the fields at fault too", () => {
    const failure = {
      code: "invalid-input",
      message: "Some of this cannot be used as it stands.",
      fields: { symbol: "not valid" },
    } as const;
    expect(sayFailure("es", failure).fields).toEqual({ symbol: "no válido" });
  });
});
