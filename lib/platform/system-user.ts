import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * The unprivileged account that the database runs as where we are root (PostgreSQL refuses to run as root),
 * or null where we are not root and may run it as ourselves. Throws if root finds no such account.
 */
export function databaseUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const account = accounts.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (account) return { name, uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new Error(
    "This is running as root, and PostgreSQL must not. Create a system user named postgres, or run this as an ordinary user.",
  );
}

/** True if the account can read and enter `path` (every folder above it included). */
export function canReach(user: SystemUser | null, path: string): boolean {
  if (!user) return true;
  try {
    execFileSync("test", ["-r", path, "-a", "-x", path], { uid: user.uid, gid: user.gid, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
