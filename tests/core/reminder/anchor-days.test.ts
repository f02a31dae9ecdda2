import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInSessions } from "@/lib/core/calendar/built-in";
import { addDays } from "@/lib/core/calendar/day";
import { loadCalendar } from "@/lib/core/calendar/session-calendar";
import { type AnchoredTask, anchorDays, anchorDaysOfMany } from "@/lib/core/reminder/anchor-days";

const calendar = loadCalendar(builtInSessions());
const today = "1998-08-03";
const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays("1998-01-01", days));
const dayOrNone = fc.option(day);

const anyTask: fc.Arbitrary<AnchoredTask> = fc
  .record({
    deliverable: fc.constantFrom("report", "agenda_item", "meeting", "text", "oral_report"),
    status: fc.constantFrom("PENDING", "IN_PROGRESS", "ONGOING"),
    adopted: fc.constantFrom("1997-12-18", "1998-06-30", null),
    session: fc.constantFrom(52, 53, 54, null),
    certainty: fc.constantFrom("fixed", "expected", "unknown"),
    dueFrom: dayOrNone,
    dueOn: dayOrNone,
    meetingOn: dayOrNone,
    agreedSlot: dayOrNone,
    internalTarget: dayOrNone,
    reviewSession: fc.constantFrom(53, 54, null),
    host: fc.constantFrom("A/RES/52/1#op1", null),
    hasHostTask: fc.boolean(),
  })
  .map(({ session, certainty, dueFrom, dueOn, hasHostTask, ...own }) => {
    const task = {
      ...own,
      reviewOrgan: own.reviewSession === null ? null : "GA",
      deadline: {
        rules: [],
        quote: "",
        recurrence: null,
        targetOrgan: session === null ? null : "GA",
        targetSession: session,
        targetPart: null,
        dueFrom,
        dueOn,
        certainty,
        because: [],
      },
    } as AnchoredTask;
    return hasHostTask ? { ...task, hostTask: { ...task, agreedSlot: own.internalTarget } } : task;
  });

describe("the anchor days of many tasks", () => {
  it("are those of each task alone, although tasks with the same values share one plan", () => {
    fc.assert(
      fc.property(fc.array(anyTask, { minLength: 2, maxLength: 12 }), (tasks) => {
        const daysOf = anchorDaysOfMany(calendar, today);
        // Twice over, so that the second round answers from the plans that the first one kept.
        for (const task of [...tasks, ...tasks])
          expect(daysOf(task)).toEqual(anchorDays(task, calendar, today));
      }),
    );
  });

  it("do not leak from one task into the next that shares its plan", () => {
    const daysOf = anchorDaysOfMany(calendar, today);
    const [task] = fc.sample(
      anyTask.filter(({ hostTask }) => !hostTask),
      1,
    );
    if (task === undefined) throw new Error("no task was made");
    daysOf({ ...task, internalTarget: "1998-08-20" });
    expect(daysOf({ ...task, internalTarget: null }).internalTarget).toBeUndefined();
  });
});
