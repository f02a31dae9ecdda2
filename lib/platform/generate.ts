import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder, runPrisma } from "./prisma-command";
import { Refusal } from "./refusal";

const generated = join(projectFolder, "lib/db/generated");
const stamp = join(generated, ".schema-hash");

/**
 * Writes Prisma's client into lib/db/generated where it is missing or of another schema. Nothing that imports lib/db
 * may be loaded before. Throws `Refusal` where the schema cannot be read.
 */
export async function ensurePrismaClient(): Promise<void> {
  const hash = createHash("sha256")
    .update(readFileSync(join(projectFolder, "prisma/schema.prisma")))
    .update(readFileSync(join(projectFolder, "node_modules/prisma/package.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  const { code, said } = await runPrisma(["generate"], null);
  if (code !== 0)
    throw new Refusal(`Prisma's client could not be written: ${said.trim().split("\n").slice(-3).join(" ")}`);
  writeFileSync(stamp, hash);
}
