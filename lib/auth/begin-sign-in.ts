import { appendAudit } from "@/lib/db/audit";
import { type Db, inTransaction } from "@/lib/db/client";
import { readPerson } from "@/lib/db/people";
import { hasSecondStep } from "@/lib/db/second-steps";
import { openSignIn, revokeSignIns } from "@/lib/db/sign-ins";
import type { RequestOrigin } from "./request-origin";
import { sessionSeconds } from "./session-cookie";

/** How a person proved who they are. */
export type SignInMethod = "password" | "openid" | "link" | "invitation";

/**
 * Opens a sign-in for a person whose identity was proved, and records it. Gives the id that the cookie carries. Where
 * the person uses a second step, the sign-in waits for it and opens nothing until then, whatever the way in.
 */
export function beginSignIn(
  db: Db,
  person: { readonly id: string; readonly name: string },
  method: SignInMethod,
  origin: RequestOrigin,
  now: Date,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const expiresAt = new Date(now.getTime() + sessionSeconds * 1000);
    const awaitsStep = await hasSecondStep(tx, person.id);
    const id = await openSignIn(tx, { personId: person.id, now, expiresAt, method, awaitsStep, ...origin });
    const to = { method, address: origin.address, ...(awaitsStep ? { awaitsStep } : {}) };
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

/** Ends one sign-in of a person at that person's wish, and records it. */
export const endSignIn = (db: Db, personId: string, id: string, now: Date): Promise<void> =>
  inTransaction(db, async (tx) => {
    if ((await revokeSignIns(tx, personId, { id }, now)) === 0) return;
    const name = (await readPerson(tx, personId))?.name ?? "";
    const line = { at: now, actorId: personId, actorName: name, subject: personId };
    await appendAudit(tx, { ...line, action: "sign-out" });
  });
