import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { plex, plexArabic, serif } from "./fonts";
import "./globals.css";
import "./print.css";
import { readPreferences } from "./_ui/preferences";
import { getReader } from "./_ui/reader";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getReader();
  return {
    title: { default: t("app.name"), template: `%s · ${t("app.name")}` },
    description: t("app.description"),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#12181f" },
  ],
};

/** The document: language, direction, theme and density are known before the first byte, so nothing flashes. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [preferences, { locale, dir }] = await Promise.all([readPreferences(), getReader()]);
  return (
    <html
      lang={locale}
      dir={dir}
      data-theme={preferences.theme === "system" ? undefined : preferences.theme}
      data-density={preferences.density}
      data-keys={preferences.keys}
      className={`${plex.variable} ${serif.variable} ${plexArabic.variable}`}
    >
      <body>{children}</body>
    </html>
  );
}
