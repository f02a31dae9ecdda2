import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "@/lib/db/connection";

const shortest = 32;
const fileIn = (folder: string): string => join(folder, "auth-secret");

/**
 * The secret that signs cookies and links: AUTH_SECRET (or NEXTAUTH_SECRET), or the file that the start made in the
 * data folder. Throws where there is none or it is too short: without it nobody can be signed in, so that a broken
 * configuration refuses everybody and never lets anybody in.
 */
export function authSecret(environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment.AUTH_SECRET || environment.NEXTAUTH_SECRET || fromFile(dataFolder(environment));
  if (given === null)
    throw new Error("AUTH_SECRET is not set and the data folder holds none. Start the app with npm start.");
  if (given.length < shortest)
    throw new Error(`AUTH_SECRET is shorter than ${shortest} characters. Use a longer one.`);
  return given;
}

/** Makes the secret of this installation once, readable by its owner alone; leaves one that is there. */
export function ensureAuthSecret(folder: string): void {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(fileIn(folder), randomBytes(48).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function fromFile(folder: string): string | null {
  try {
    return readFileSync(fileIn(folder), "utf8").trim();
  } catch {
    return null;
  }
}
