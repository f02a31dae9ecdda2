import type { NextConfig } from "next";

/** The bare app of a measurement: nothing but Next. */
const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  serverExternalPackages: ["pg"],
  turbopack: { root: process.cwd() },
  typescript: { ignoreBuildErrors: true },
};

export default config;
