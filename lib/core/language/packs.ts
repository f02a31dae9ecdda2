import { arabicPack } from "./ar/pack";
import type { TextLanguage } from "./enacting";
import { spanishPack } from "./es/pack";
import { frenchPack } from "./fr/pack";
import type { LanguagePack, PackLanguage } from "./pack";
import { russianPack } from "./ru/pack";
import { chinesePack } from "./zh/pack";

/** The languages read by a pack. One row here adds a language; the type demands the rest. */
export const packs = {
  fr: frenchPack,
  es: spanishPack,
  ru: russianPack,
  ar: arabicPack,
  zh: chinesePack,
} as const satisfies Record<PackLanguage, LanguagePack>;

/** The pack by which a language is read; null for English, which has recognizers of its own. */
export const packFor = (language: TextLanguage): LanguagePack | null =>
  language === "en" ? null : packs[language];
