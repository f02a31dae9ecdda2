import { builtInSessions } from "../../lib/core/calendar/built-in";
import { addDays } from "../../lib/core/calendar/day";
import { loadCalendar } from "../../lib/core/calendar/session-calendar";
import { type AnchoredTask, anchorDaysOfMany } from "../../lib/core/reminder/anchor-days";
import { indexPeople, type ReminderMembership, type ReminderPerson } from "../../lib/core/reminder/people";
import { type PlannedReminder, planTask, type ReminderTask } from "../../lib/core/reminder/plan";
import { defaultPolicies } from "../../lib/core/reminder/policy";

export type PlanFigures = {
  readonly tasks: number;
  readonly people: number;
  readonly reminders: number;
  readonly seconds: number;
  /** Seconds of processor: what planning costs where others use the machine too. */
  readonly processorSeconds: number;
  readonly megabytes: number;
};

const today = "1998-08-03";
const deliverables = ["report", "agenda_item", "meeting", "text"] as const;

/**
 * Plans that many tasks of that many people for one day as the nightly run does: each task gets its anchor days from
 * its backward plan under the calendar, and reminders of the last 35 days are planned again. Tasks pass in batches.
 */
export function planMany(tasks: number, people: number): PlanFigures {
  const calendar = loadCalendar(builtInSessions());
  const index = indexPeople(
    Array.from({ length: people }, (_, at) => person(`p${at}`)),
    Array.from({ length: people }, (_, at) => membership(at)),
    [],
    (body) => (body === "top" ? null : "top"),
  );
  const daysOf = anchorDaysOfMany(calendar, today);
  const began = performance.now();
  const used = process.cpuUsage();
  let reminders = 0;
  let megabytes = 0;
  const from = addDays(today, -35);
  for (let at = 0; at < tasks; at += 1) {
    const planned: PlannedReminder[] = [];
    planTask(taskAt(at, people, daysOf), defaultPolicies, index, from, today, planned);
    reminders += planned.length;
    if (at % 10_000 === 0) megabytes = Math.max(megabytes, process.memoryUsage().rss / 1_048_576);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(used);
  const processorSeconds = (user + system) / 1_000_000;
  return { tasks, people, reminders, seconds, processorSeconds, megabytes: Math.round(megabytes) };
}

function taskAt(at: number, people: number, daysOf: (task: AnchoredTask) => ReminderTask["days"]) {
  const deliverable = deliverables[at % deliverables.length] ?? "report";
  const opens = addDays("1998-06-01", at % 400);
  const common = {
    status: at % 3 === 0 ? ("PENDING" as const) : ("IN_PROGRESS" as const),
    deliverable,
    reviewOrgan: null,
    reviewSession: null,
  };
  const days = daysOf({
    ...common,
    adopted: "1997-12-18",
    deadline: {
      rules: [],
      quote: "",
      recurrence: null,
      targetOrgan: "GA",
      targetSession: 53,
      targetPart: null,
      dueFrom: opens,
      dueOn: addDays(opens, at % 90),
      certainty: "fixed",
      because: [],
    },
    meetingOn: at % 5 === 0 ? addDays(opens, 20) : null,
    agreedSlot: at % 7 === 0 ? addDays(opens, -70) : null,
    internalTarget: null,
    host: null,
  });
  return {
    ...common,
    id: `t${at}`,
    createdOn: "1998-01-05",
    organ: "GA",
    targetOrgan: "GA",
    targetSession: 53,
    ownerId: at % 4 === 0 ? null : `p${at % people}`,
    responsibleId: `b${at % 500}`,
    leadBodyId: null,
    days,
  };
}

const person = (id: string): ReminderPerson => ({
  id,
  isActive: true,
  delegateId: null,
  delegateFrom: null,
  delegateUntil: null,
});

const membership = (at: number): ReminderMembership => ({
  personId: `p${at}`,
  bodyId: at % 50 === 0 ? "top" : `b${at % 500}`,
  role: at % 20 === 0 ? "FOCAL_POINT" : "CONTRIBUTOR",
});
