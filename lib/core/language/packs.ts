import type { TextLanguage } from "./enacting";
import { frenchPack } from "./fr/pack";
import type { LanguagePack } from "./pack";

const packs: Partial<Record<TextLanguage, LanguagePack>> = { fr: frenchPack };

/** The pack by which a language is read; null for English, which has recognizers of its own. */
export const packFor = (language: TextLanguage): LanguagePack | null => packs[language] ?? null;
