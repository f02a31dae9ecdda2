import { openMailLink } from "@/lib/auth/mail-link";
import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import { readPerson, storePerson } from "@/lib/db/people";

import { readUnitDigests, stopUnitDigest } from "@/lib/db/unit-digests";
import type { Deps } from "@/lib/deps";

type Here = Pick<Deps, "db" | "clock">;

const unknown = (): Result<never> =>
  fail(
    "not-found",
    "This link is not complete. Copy it whole from the mail, or change your settings after signing in.",
  );

/** Whose mails a link stops, for the page that asks once more. Changes nothing. */
export async function unsubscribePreview(
  deps: Here,
  token: string,
  secret: string,
): Promise<Result<{ name: string; address: string; isStopped: boolean }>> {
  const link = openMailLink(token, secret);
  if (link?.kind !== "unsubscribe") return unknown();
  if (link.who === "unit") {
    const unit = (await readUnitDigests(deps.db)).find(({ bodyId }) => bodyId === link.id);
    return unit ? ok({ name: unit.bodyName, address: unit.address, isStopped: !unit.isActive }) : unknown();
  }
  const person = await readPerson(deps.db, link.id);
  return person ? ok({ name: person.name, address: person.email, isStopped: person.mailMuted }) : unknown();
}

/**
 * Stops the mails to the person or mailbox that the link names: the bearer needs no account, and can do nothing else.
 * The inbox goes on. Done twice it changes nothing more.
 */
export async function unsubscribe(
  deps: Here,
  token: string,
  secret: string,
): Promise<Result<{ name: string }>> {
  const link = openMailLink(token, secret);
  if (link?.kind !== "unsubscribe") return unknown();
  const at = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    if (link.who === "unit") {
      const unit = (await readUnitDigests(tx)).find(({ bodyId }) => bodyId === link.id);
      if (!unit) return unknown();
      if (await stopUnitDigest(tx, link.id, at))
        await appendAudit(tx, {
          at,
          actorId: null,
          actorName: unit.address,
          action: "unit-mail-stopped",
          subject: link.id,
          reason: "Unsubscribed by the link in the mail.",
        });
      return ok({ name: unit.bodyName });
    }
    const person = await readPerson(tx, link.id);
    if (person === null) return unknown();
    if (!person.mailMuted) {
      await storePerson(tx, link.id, { mailMuted: true });
      await appendAudit(tx, {
        at,
        actorId: person.id,
        actorName: person.name,
        action: "mail-stopped",
        subject: person.id,
        from: { mailMuted: false },
        to: { mailMuted: true },
        reason: "Unsubscribed by the link in the mail.",
      });
    }
    return ok({ name: person.name });
  });
}
