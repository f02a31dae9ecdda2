import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locale";
import { messagesOf, ownMessages } from "@/lib/i18n/translate";

type Tree = { readonly [key: string]: string | Tree };

/** Every sentence by its path: "tasks.bulk.changed". */
const sentences = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : sentences(value, `${path}${key}.`),
  );

/** What a sentence takes: the names of its values and of its marks, found in every branch. */
function takes(sentence: string): string[] {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    // A literal's text stands in `value` too; only the other kinds of node name a value.
    if (
      "type" in node &&
      node.type !== 0 &&
      node.type !== 7 &&
      "value" in node &&
      typeof node.value === "string"
    )
      found.add(node.value);
    if ("options" in node && typeof node.options === "object" && node.options !== null)
      for (const option of Object.values(node.options)) walk((option as { value: unknown }).value);
    if ("children" in node) walk(node.children);
  };
  walk(new IntlMessageFormat(sentence, "en").getAst());
  return [...found].sort();
}

/** The forms of each plural whose general branch shows the number. */
function countedForms(sentence: string): string[][] {
  const found: string[][] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    if ("options" in node && typeof node.options === "object" && node.options !== null) {
      const options = node.options as Record<string, { value: { type: number }[] }>;
      if ("pluralType" in node && options.other?.value.some(({ type }) => type === 7))
        found.push(Object.keys(options));
      for (const option of Object.values(options)) walk(option.value);
    }
    if ("children" in node) walk(node.children);
  };
  walk(new IntlMessageFormat(sentence, "en").getAst());
  return found;
}

const english = new Map(sentences(ownMessages.en as Tree));
const others = locales.filter((locale) => locale !== "en");

describe.each(others)("the sentences in %s", (locale) => {
  const own = sentences(ownMessages[locale] as Tree);

  it("are those that English has, and no others, so that nothing stays behind when a page goes", () => {
    expect(own.map(([path]) => path).filter((path) => !english.has(path))).toEqual([]);
  });

  it("are all of those that English has, so that nobody reads a page half in English", () => {
    const paths = new Set(own.map(([path]) => path));
    expect([...english.keys()].filter((path) => !paths.has(path))).toEqual([]);
  });

  it("can be read as messages and take the same values, so that no page breaks in another language", () => {
    const wrong = own.filter(([path, sentence]) => {
      const model = english.get(path);
      return model !== undefined && takes(sentence).join() !== takes(model).join();
    });
    expect(wrong).toEqual([]);
  });

  it("have the plural forms that the language needs wherever they show a number", () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
    const needed = pluralCategories.filter((form) => form === "two" || form === "few" || form === "many");
    // French and Spanish have "many" for millions alone, which reads as "other".
    const asked = locale === "fr" || locale === "es" ? [] : needed;
    const poor = own.filter(([, sentence]) =>
      countedForms(sentence).some((forms) => asked.some((form) => !forms.includes(form))),
    );
    expect(poor.map(([path]) => path)).toEqual([]);
  });

  it("are read in English where there is none, never as a key", () => {
    expect(sentences(messagesOf(locale) as Tree)).toHaveLength(english.size);
  });
});
