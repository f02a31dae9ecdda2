import type { Db } from "@/lib/db/client";
import { readSetting } from "@/lib/db/settings";

/** True if people of this address may come in: any where no list is set, else those of its domains, and no subdomains. */
export async function isAllowedDomain(db: Db, email: string): Promise<boolean> {
  const domains = await readSetting(db, "allowedDomains");
  return !Array.isArray(domains) || domains.includes(email.split("@")[1]);
}
