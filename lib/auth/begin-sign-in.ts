import { appendAudit } from "@/lib/db/audit";
import { type Db, inTransaction } from "@/lib/db/client";
import { openSignIn } from "@/lib/db/sign-ins";
import type { RequestOrigin } from "./request-origin";
import { sessionSeconds } from "./session-cookie";

/** How a person proved who they are. */
export type SignInMethod = "password" | "openid" | "link";

/** Opens a sign-in for a person whose identity was proved, and records it. Gives the id that the cookie carries. */
export function beginSignIn(
  db: Db,
  person: { readonly id: string; readonly name: string },
  method: SignInMethod,
  origin: RequestOrigin,
  now: Date,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const expiresAt = new Date(now.getTime() + sessionSeconds * 1000);
    const id = await openSignIn(tx, { personId: person.id, now, expiresAt, method, ...origin });
    const to = { method, address: origin.address };
    await appendAudit(tx, {
      at: now,
      actorId: person.id,
      actorName: person.name,
      action: "sign-in",
      subject: person.id,
      to,
    });
    return id;
  });
}
