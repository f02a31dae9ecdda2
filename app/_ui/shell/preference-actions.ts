"use server";

import { cookies } from "next/headers";
import { availableLocales } from "@/lib/i18n/translate";
import { preferenceValues } from "../preferences";

const year = 60 * 60 * 24 * 365;

/** Keeps one choice of how the product looks, in this browser. Needs no permission: it changes nothing for others. */
export async function choosePreference(form: FormData): Promise<void> {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    ...preferenceValues,
    locale: availableLocales,
  };
  const jar = await cookies();
  for (const [name, values] of Object.entries(allowed)) {
    const value = form.get(name);
    if (typeof value === "string" && values.includes(value))
      jar.set(name, value, { maxAge: year, sameSite: "lax", httpOnly: true, path: "/" });
  }
}
