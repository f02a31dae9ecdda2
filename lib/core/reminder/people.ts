import type { IsoDate } from "../calendar/rule";
import type { Role } from "../task/workflow";

/** A person as far as reminding goes. Days are inclusive. */
export type ReminderPerson = {
  readonly id: string;
  readonly isActive: boolean;
  readonly delegateId: string | null;
  readonly delegateFrom: IsoDate | null;
  readonly delegateUntil: IsoDate | null;
};

export type ReminderMembership = {
  readonly personId: string;
  readonly bodyId: string | null;
  readonly role: Role;
};

/** What a person said about one task: `until` null means for good. */
export type Silence = {
  readonly personId: string;
  readonly taskId: string;
  readonly kind: "watch" | "mute" | "snooze";
  readonly until: IsoDate | null;
};

/** Answers the planner's questions about people by look-up. */
export type PeopleIndex = {
  readonly person: (id: string) => ReminderPerson | null;
  readonly focalPointsOf: (bodyId: string) => readonly string[];
  /** Focal points of the nearest body above that has any. */
  readonly chiefsOf: (bodyId: string) => readonly string[];
  readonly secretariesOf: (bodyIds: readonly string[]) => readonly string[];
  readonly silence: (personId: string, taskId: string) => Silence | null;
  /** True if somebody paused the reminders of this task. */
  readonly isSnoozed: (taskId: string) => boolean;
  readonly watchersOf: (taskId: string) => readonly string[];
  /** Who stands in on a day for a person on leave; the person itself where nobody does. */
  readonly presentFor: (id: string, day: IsoDate) => string;
};

/** Builds the look-up once, so that planning a million tasks asks no list twice. */
export function indexPeople(
  persons: readonly ReminderPerson[],
  memberships: readonly ReminderMembership[],
  silences: readonly Silence[],
  parentOf: (bodyId: string) => string | null,
): PeopleIndex {
  const byId = new Map(persons.map((person) => [person.id, person]));
  const active = memberships.filter(({ personId }) => byId.get(personId)?.isActive === true);
  const focalPoints = groupBy(active.filter(({ role, bodyId }) => role === "FOCAL_POINT" && bodyId !== null));
  const secretaries = groupBy(active.filter(({ role }) => role === "SECRETARY"));
  const said = new Map(silences.map((silence) => [`${silence.personId} ${silence.taskId}`, silence]));
  const snoozed = new Set(silences.flatMap(({ kind, taskId }) => (kind === "snooze" ? taskId : [])));
  const watchers = new Map<string, string[]>();
  for (const { kind, taskId, personId } of silences)
    if (kind === "watch") watchers.set(taskId, [...(watchers.get(taskId) ?? []), personId]);

  return {
    person: (id) => byId.get(id) ?? null,
    focalPointsOf: (bodyId) => focalPoints.get(bodyId) ?? [],
    chiefsOf: (bodyId) => nearestAbove(bodyId, focalPoints, parentOf),
    secretariesOf: (bodyIds) => {
      const within = bodyIds.flatMap((bodyId) => secretaries.get(bodyId) ?? []);
      return within.length > 0 ? [...new Set(within)] : (secretaries.get("") ?? []);
    },
    silence: (personId, taskId) => (said.size === 0 ? null : (said.get(`${personId} ${taskId}`) ?? null)),
    isSnoozed: (taskId) => snoozed.has(taskId),
    watchersOf: (taskId) => watchers.get(taskId) ?? [],
    presentFor: (id, day) => presentFor(id, day, byId),
  };
}

/** True if the person named a delegate and the day falls within the leave. */
export const isAway = (person: ReminderPerson, day: IsoDate): boolean =>
  person.delegateId !== null &&
  person.delegateFrom !== null &&
  person.delegateFrom <= day &&
  (person.delegateUntil === null || day <= person.delegateUntil);

// A delegate may be away too. The chain is followed, and given up where it comes back on itself: better to tell the
// person on leave than nobody.
function presentFor(id: string, day: IsoDate, byId: ReadonlyMap<string, ReminderPerson>): string {
  const meant = byId.get(id);
  if (meant === undefined || !isAway(meant, day)) return id;
  const asked = new Set<string>();
  let current = id;
  while (!asked.has(current)) {
    asked.add(current);
    const person = byId.get(current);
    if (person === undefined || !isAway(person, day) || person.delegateId === null) break;
    if (byId.get(person.delegateId)?.isActive !== true) break;
    current = person.delegateId;
  }
  const reached = byId.get(current);
  return reached?.isActive === true && !isAway(reached, day) ? current : id;
}

function nearestAbove(
  bodyId: string,
  focalPoints: ReadonlyMap<string, readonly string[]>,
  parentOf: (bodyId: string) => string | null,
): readonly string[] {
  const seen = new Set([bodyId]);
  let body = parentOf(bodyId);
  while (body !== null && !seen.has(body)) {
    seen.add(body);
    const found = focalPoints.get(body);
    if (found !== undefined && found.length > 0) return found;
    body = parentOf(body);
  }
  return [];
}

/** Members by body; those of every body stand under "". */
function groupBy(memberships: readonly ReminderMembership[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { bodyId, personId } of memberships) {
    const group = groups.get(bodyId ?? "");
    if (group === undefined) groups.set(bodyId ?? "", [personId]);
    else if (!group.includes(personId)) group.push(personId);
  }
  return groups;
}
