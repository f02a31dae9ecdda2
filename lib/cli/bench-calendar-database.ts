import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import { addDays } from "@/lib/core/calendar/day";
import { type LoadLine, loadLineSchema } from "@/lib/core/import/load-line";
import { deliverables } from "@/lib/core/mandate/candidate-action";
import { openDatabase } from "@/lib/db/client";
import { parseDatabaseUrl, poolConfig } from "@/lib/db/connection";
import { loadResolutions } from "@/lib/db/load";
import { storeSession } from "@/lib/db/sessions";
import { verifyTaskChains } from "@/lib/db/verify-chain";
import { depsWith } from "@/lib/deps";
import { startDatabase } from "@/lib/platform/database";
import { moveSession, previewSessionMove } from "@/lib/services/calendar";
import { moveSessionInput } from "@/lib/services/inputs";

/*
 * Moves the 82nd session of the Assembly with so many open tasks due at it, in a database of its own with the settings
 * of production: everything that a person waits for after "Store the new dates".
 */
export async function benchDatabase(tasks: number, say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mandates-bench-"));
  const running = await startDatabase({ NODE_ENV: "production", MANDATES_DATA: folder });
  const db = openDatabase(running.appUrl, { statementTimeoutMs: 600_000 });
  try {
    for (const session of builtInSessions()) await storeSession(db, session, 0, new Date());
    await db.body.create({
      data: {
        id: "sg",
        name: "Secretary-General",
        kind: "body",
        names: { create: { name: "Secretary-General", key: "secretary-general", kind: "official" } },
      },
    });
    await loadResolutions(running.ownerUrl, lines(tasks), { at: new Date(), day: "2026-11-24" });
    await vary(running.ownerUrl);
    const count = await db.task.count({ where: { targetOrgan: "GA", targetSession: 82 } });
    const deps = depsWith(db);
    const admin = {
      personId: "admin",
      name: "Admin",
      email: "admin@example.org",
      memberships: [{ bodyId: null, role: "ADMIN" as const }],
    };
    for (const [turn, opens] of ["2027-09-14", "2027-09-07", "2027-09-21"].entries()) {
      const version = await db.calendarSession.findUnique({
        where: { organ_session: { organ: "GA", session: 82 } },
      });
      const input = moveSessionInput.parse({
        organ: "GA",
        session: 82,
        expectedVersion: version?.version ?? 0,
        opens,
        closes: null,
        reason: "Measured.",
        source: "benchmark",
      });
      const began = performance.now();
      const preview = await previewSessionMove(deps, admin, input);
      const previewed = performance.now();
      const moved = await moveSession(deps, admin, input);
      const done = performance.now();
      if (!preview.ok || !moved.ok) throw new Error(JSON.stringify(preview.ok ? moved : preview));
      say(
        `move ${turn + 1} of session GA 82 to ${opens}: ${moved.value.tasksMoved} of ${count} tasks moved in ${seconds(previewed, done)} s, in one transaction; the preview took ${seconds(began, previewed)} s.`,
      );
    }
    const verdict = await verifyTaskChains(db);
    say(`The record holds: ${JSON.stringify(verdict)}.`);
  } finally {
    await db.$disconnect();
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2);

/** Resolutions adopted over ninety days, forty tasks each. */
export async function* lines(tasks: number): AsyncGenerator<LoadLine> {
  const each = 40;
  for (let start = 0, nth = 1; start < tasks; start += each, nth++) {
    yield loadLineSchema.parse({
      symbol: `A/RES/81/${nth}`,
      title: `Resolution ${nth} of the benchmark`,
      organ: "GA",
      session: 81,
      adopted: addDays("2026-10-01", nth % 90),
      paragraphs: Array.from({ length: 10 }, (_, at) => ({
        number: String(at + 1),
        text: `Requests the Secretary-General to report on matter ${nth}.${at + 1} to the General Assembly at its eighty-second session;`,
      })),
      tasks: Array.from({ length: Math.min(each, tasks - start) }, (_, at) => ({
        para: String((at % 10) + 1),
        ask: `to report on matter ${nth}.${at + 1} to the General Assembly at its eighty-second session`,
        deliverable: deliverables[(nth + at) % deliverables.length],
        leads: ["Secretary-General"],
        targetOrgan: "GA",
        targetSession: 82,
        dueFrom: "2027-09-07",
        dueOn: "2028-09-04",
        certainty: "expected",
      })),
    });
  }
}

/** Parts, operators, meetings and slots as a real register has them; and figures for the planner. */
export async function vary(ownerUrl: string): Promise<void> {
  const client = new pg.Client(poolConfig(parseDatabaseUrl(ownerUrl)));
  await client.connect();
  try {
    await client.query(`update task set deadline_rules = jsonb_build_array(jsonb_build_object('kind', 'session', 'organ', 'GA', 'session', 82,
        'operator', (array['at', 'beginning', 'before', 'by'])[1 + number % 4])), target_part = null,
        meeting_on = case when number % 10 = 0 then to_char(date '2027-10-01' + number % 60, 'YYYY-MM-DD') end`);
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
}
