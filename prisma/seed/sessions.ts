import { builtInSessions } from "@/lib/core/calendar/built-in";
import type { Db } from "@/lib/db/client";
import { storeSession } from "@/lib/db/sessions";

/**
 * Loads the session calendar that comes with this release, each row with its source. Run again, it adds sessions that
 * are new and leaves every row that is there: what an Admin has changed stays. Gives the number of rows added.
 */
export async function seedSessions(db: Db): Promise<number> {
  const rows = await db.calendarSession.findMany({ select: { organ: true, session: true } });
  const known = new Set(rows.map((row) => `${row.organ}|${row.session}`));
  const at = new Date();
  let added = 0;
  for (const session of builtInSessions()) {
    if (known.has(`${session.organ}|${session.session}`)) continue;
    if (await storeSession(db, session, 0, at)) added++;
  }
  return added;
}
