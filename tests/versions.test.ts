import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

// Lowest versions in which the advisories known to us are mended. Reviewed monthly; a build below one fails.
const floors: Record<string, string> = {
  next: "16.3.3",
  "next-auth": "4.24.15",
  nodemailer: "9.0.1",
  "deepmerge-ts": "8.0.2",
  react: "19.2.3",
  "react-dom": "19.2.3",
  "fast-xml-parser": "5.5.7",
  "@auth/core": "0.41.3",
};

type Lock = { packages: Record<string, { version?: string }> };
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;
const installed = Object.entries(lock.packages).flatMap(([path, { version }]) => {
  const name = path.split("node_modules/").at(-1) ?? "";
  return version === undefined ? [] : [{ path, name, version }];
});

it.each(Object.entries(floors))("has no %s below %s anywhere in the lockfile", (name, floor) => {
  const below = installed.filter((one) => one.name === name && compare(one.version, floor) < 0);
  expect(below.map((one) => `${one.path} ${one.version}`)).toEqual([]);
});

it("records no download address, so that any registry serves the install", () => {
  const text = readFileSync("package-lock.json", "utf8");
  expect(text).not.toContain('"resolved": "http');
});

it("orders versions by their numbers", () => {
  expect(compare("16.10.0", "16.9.9")).toBeGreaterThan(0);
  expect(compare("4.24.14", "4.24.15")).toBeLessThan(0);
});

function compare(a: string, b: string): number {
  const numbers = (version: string) => version.split("-")[0]?.split(".").map(Number) ?? [];
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
