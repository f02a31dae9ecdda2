import { createTranslator } from "use-intl/core";
import type { Locale } from "./locale";
import { ar } from "./messages/ar";
import { en } from "./messages/en";
import { es } from "./messages/es";
import { fr } from "./messages/fr";
import { ru } from "./messages/ru";
import { zh } from "./messages/zh";

/** The shape every language fills: that of English, which is complete. */
export type Messages = typeof en;

/** A language while it is being filled: what is missing is read in English, and a test names it. */
export type SomeMessages = { readonly [Part in keyof Messages]?: Some<Messages[Part]> };
type Some<T> = { readonly [Key in keyof T]?: T[Key] extends string ? string : Some<T[Key]> };

declare module "use-intl/core" {
  interface AppConfig {
    Messages: Messages;
  }
}

/** What each language says itself. */
export const ownMessages = { en, fr, es, ru, zh, ar } as const satisfies Record<Locale, SomeMessages>;

const whole = new Map<Locale, Messages>([["en", en]]);

/** The languages that a person can choose. */
export const availableLocales = Object.keys(ownMessages) as readonly Locale[];

/** Every sentence of a language, with English where it has none yet. */
export function messagesOf(locale: Locale): Messages {
  const known = whole.get(locale);
  if (known !== undefined) return known;
  const made = over(en, ownMessages[locale]) as Messages;
  whole.set(locale, made);
  return made;
}

type Tree = { readonly [key: string]: string | Tree };

const over = (base: Tree, own: Tree): Tree =>
  Object.fromEntries(
    Object.entries(base).map(([key, value]) => {
      const mine = Object.hasOwn(own, key) ? own[key] : undefined;
      if (typeof value === "string") return [key, typeof mine === "string" ? mine : value];
      return [key, over(value, typeof mine === "object" ? mine : {})];
    }),
  );

const make = (locale: Locale) => createTranslator({ locale, messages: messagesOf(locale) });

const translators = new Map<Locale, ReturnType<typeof make>>();

/**
 * The sentences of a language: `t("tasks.title")`, `t("review.coverage", { decided: 12, total: 12 })`. Made once for
 * each language: it keeps every sentence that it has parsed.
 */
export function translator(locale: Locale) {
  const known = translators.get(locale);
  if (known !== undefined) return known;
  const made = make(locale);
  translators.set(locale, made);
  return made;
}

export type Translate = ReturnType<typeof translator>;
