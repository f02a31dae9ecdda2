import { fail, ok, type Result } from "@/lib/core/result";
import { appendAudit } from "@/lib/db/audit";
import { type Db, inTransaction } from "@/lib/db/client";
import { countAttempt, forgetAttempts } from "@/lib/db/rate";
import { readStep, spendCode, spendTimeStep } from "@/lib/db/second-steps";
import { awaitingSignIn, passStep } from "@/lib/db/sign-ins";
import { timeStepOf } from "./one-time-code";
import { hashRecoveryCode, isRecoveryCode } from "./recovery-code";

/** Ten codes in five minutes for one person, from wherever they come: there are only a million codes. */
const inFiveMinutes = { limit: 10, seconds: 300 };
/** And fifty in a day, so that patience does not help either. */
const inADay = { limit: 50, seconds: 86_400 };

const refused = "This code is not right, or it was used before. Wait for the next one and type it.";

/**
 * Checks the second step of a person: a code of the phone or a recovery code, each good once. Attempts are counted
 * first, in the database, for all instances. Gives which of the two it was.
 */
export async function checkCode(
  db: Db,
  personId: string,
  code: string,
  now: Date,
): Promise<Result<"phone" | "recovery">> {
  const quick = await countAttempt(db, `second-step:${personId}`, inFiveMinutes.seconds, now);
  const slow = await countAttempt(db, `second-step-day:${personId}`, inADay.seconds, now);
  if (quick.count > inFiveMinutes.limit || slow.count > inADay.limit) {
    const end = quick.count > inFiveMinutes.limit ? quick.windowEnd : slow.windowEnd;
    const minutes = Math.max(1, Math.ceil((end.getTime() - now.getTime()) / 60_000));
    return fail("too-many", `Too many attempts. Try again in ${minutes} minute${minutes === 1 ? "" : "s"}.`);
  }
  const step = await readStep(db, personId);
  if (step?.secret == null) return fail("not-allowed-now", "No second step is set up.");
  if (isRecoveryCode(code)) {
    if (!(await spendCode(db, personId, hashRecoveryCode(code), now))) return wrong();
    await forgetAttempts(db, `second-step:${personId}`);
    return ok("recovery");
  }
  const timeStep = timeStepOf(step.secret, code, now);
  if (timeStep === null || !(await spendTimeStep(db, personId, timeStep))) return wrong();
  await forgetAttempts(db, `second-step:${personId}`);
  return ok("phone");
}

/** Passes the second step of a sign-in that waits for it; the sign-in stands from then on. */
export async function passSecondStep(
  db: Db,
  signInId: string | null,
  code: string,
  now: Date,
): Promise<Result<{ readonly by: "phone" | "recovery" }>> {
  const waiting = signInId === null ? null : await awaitingSignIn(db, signInId, now);
  if (waiting === null || signInId === null)
    return fail("not-signed-in", "This took too long. Sign in again from the beginning.");
  const { personId, address, person } = waiting;
  const line = { at: now, subject: personId, to: { address } };
  const checked = await checkCode(db, personId, code, now);
  if (!checked.ok) {
    await inTransaction(db, (tx) =>
      appendAudit(tx, { ...line, actorId: null, actorName: "", action: "second-step-refused" }),
    );
    return checked;
  }
  return inTransaction(db, async (tx) => {
    if (!(await passStep(tx, signInId)))
      return fail("not-signed-in", "This took too long. Sign in again from the beginning.");
    const by = checked.value;
    await appendAudit(tx, {
      ...line,
      actorId: personId,
      actorName: person.name,
      action: "second-step-passed",
      to: { address, by },
    });
    return ok({ by });
  });
}

const wrong = (): Result<never> => fail("invalid-input", refused, { fields: { code: refused } });
