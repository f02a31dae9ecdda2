/** The six official languages. A language can be chosen once `lib/i18n/messages` holds its file (see `availableLocales`). */
export const locales = ["en", "fr", "es", "ru", "zh", "ar"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/** Each language under its own name, as its readers look for it. */
export const localeNames = {
  en: "English",
  fr: "Français",
  es: "Español",
  ru: "Русский",
  zh: "中文",
  ar: "العربية",
} as const satisfies Record<Locale, string>;

/** True for one of the six language codes. */
export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** The writing direction of a language, for the `dir` attribute. */
export const direction = (locale: Locale): "ltr" | "rtl" => (locale === "ar" ? "rtl" : "ltr");

/** The language of a stored code; one that the product does not know reads as the default. */
export const toLocale = (value: unknown): Locale => (isLocale(value) ? value : defaultLocale);
