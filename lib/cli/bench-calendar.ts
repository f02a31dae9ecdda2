import { cpus } from "node:os";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import { addDays } from "@/lib/core/calendar/day";
import { type DatedItem, moveSession } from "@/lib/core/calendar/move";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";
import { benchDatabase } from "./bench-calendar-database";

/*
 * Re-resolves many actions after a session moves: half of them due at the moved session, the others spread over other
 * sessions, bodies and dates; adoption days, outputs and meeting days differ as they do in a real register.
 */
const [counted] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const count = Number(counted ?? 100_000);
const items = Array.from({ length: count }, (_, index) => itemOf(index));

const started = performance.now();
const calendar = loadCalendar(builtInSessions());
const loaded = performance.now();
const preview = moveSession(
  calendar,
  { organ: "GA", session: 82, opens: "2027-09-14", source: "benchmark" },
  items,
);
const done = performance.now();
if (!preview.ok) throw new Error(preview.error.message);

const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(3);
process.stdout.write(
  `${count} actions on ${cpus().length} cores: calendar loaded in ${seconds(started, loaded)} s, ` +
    `all dates worked out before and after the move in ${seconds(loaded, done)} s; ` +
    `${preview.value.moved.length} move, ${preview.value.unchanged} stay.\n`,
);

// The same in the database, with everything that is stored: `--pure` leaves it out.
if (!process.argv.includes("--pure")) await benchDatabase(count, (line) => process.stdout.write(`${line}\n`));

function itemOf(index: number): DatedItem {
  const adopted = addDays("2024-10-01", (index * 7) % 700);
  const session = index % 2 === 0 ? 82 : 79 + (index % 11);
  const outputs = ["report", "agenda-item", "meeting", "oral-report", "note"] as const;
  const meetingDay = index % 10 === 0 ? addDays("2027-10-01", index % 60) : null;
  return {
    id: `action-${index}`,
    rules:
      index % 25 === 3
        ? [{ kind: "relative", amount: 1 + (index % 24), unit: "month", from: "adoption", operator: "by" }]
        : index % 25 === 7
          ? [{ kind: "session", organ: "HRC", session: 62 + (index % 6), operator: "at" }]
          : [{ kind: "session", organ: "GA", session, operator: index % 3 === 0 ? "beginning" : "at" }],
    context: { adopted, organ: "GA" },
    plan: {
      deliverable: outputs[index % outputs.length] ?? "report",
      meetingDay,
      dutyStation: "new-york",
      adopted,
      asOf: "2026-11-24",
    },
  };
}
