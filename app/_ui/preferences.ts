import { cookies, headers } from "next/headers";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locale";
import { availableLocales } from "@/lib/i18n/translate";

/** How a browser wants to be shown the product. Kept in cookies so that the first byte of a page is already right. */
export type Preferences = {
  readonly locale: Locale;
  readonly theme: "system" | "light" | "dark";
  readonly density: "comfortable" | "compact";
  /** Single-letter keys; they can be switched off (WCAG 2.1.4). */
  readonly keys: "on" | "off";
};

/** The values that each preference cookie may hold, first the default. */
export const preferenceValues = {
  theme: ["system", "light", "dark"],
  density: ["comfortable", "compact"],
  keys: ["on", "off"],
} as const;

/** The preferences of the browser that asks; anything unknown in a cookie reads as the default. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies();
  const pick = <T extends string>(name: string, values: readonly [T, ...T[]]): T =>
    values.find((value) => value === jar.get(name)?.value) ?? values[0];
  const chosen = jar.get("locale")?.value;
  return {
    locale: isLocale(chosen) && availableLocales.includes(chosen) ? chosen : await preferredLocale(),
    theme: pick("theme", preferenceValues.theme),
    density: pick("density", preferenceValues.density),
    keys: pick("keys", preferenceValues.keys),
  };
}

/** The first language of the browser's list that the product speaks. */
async function preferredLocale(): Promise<Locale> {
  const accepted = (await headers()).get("accept-language") ?? "";
  const languages = accepted.split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  return languages.filter(isLocale).find((locale) => availableLocales.includes(locale)) ?? defaultLocale;
}
