import { fail, ok, type Result } from "@/lib/core/result";
import { answersAQuestion } from "@/lib/db/health";
import type { Deps } from "@/lib/deps";

/** A database that needs longer for the smallest question is not there for people either. */
const patienceMs = 2_500;

/** Whether the database answers within seconds. Never throws. */
export async function readiness(open: () => Promise<Pick<Deps, "db">>): Promise<Result<null>> {
  const away = fail("unavailable", "The database does not answer. Try again in a moment.");
  try {
    const { db } = await open();
    const asked = answersAQuestion(db).catch(() => false);
    const late = new Promise<false>((done) => setTimeout(done, patienceMs, false).unref());
    return (await Promise.race([asked, late])) ? ok(null) : away;
  } catch {
    return away;
  }
}
