import { createTranslator } from "use-intl/core";
import type { Locale } from "./locale";
import { en } from "./messages/en";

/** The shape every language file must fill: that of English, which is complete. */
export type Messages = typeof en;

declare module "use-intl/core" {
  interface AppConfig {
    Messages: Messages;
  }
}

/** One line per language whose file exists; the others are read in English until their file is here. */
const catalogue: Partial<Record<Locale, Messages>> = { en };

/** The languages that a person can choose today. */
export const availableLocales = Object.keys(catalogue) as readonly Locale[];

/** The sentences of a language: `t("tasks.title")`, `t("review.coverage", { decided: 12, total: 12 })`. */
export function translator(locale: Locale) {
  return createTranslator({ locale, messages: catalogue[locale] ?? en });
}

export type Translate = ReturnType<typeof translator>;
