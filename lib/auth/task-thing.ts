import type { TaskThing } from "./policy";

/** The fields of a task on which permission depends. */
export type TaskRelations = {
  readonly ownerId: string | null;
  readonly responsibleId: string | null;
  readonly leadBodyIds: readonly string[];
  /** Bodies whose record the task is: the organ, and a committee where known. */
  readonly recordBodyIds?: readonly string[];
  readonly closureProposedById?: string | null;
};

/**
 * A task as permission sees it. `parentOf` gives the body above a body (null at the top): a focal point of a
 * department reaches the tasks of its units.
 */
export function taskThing(task: TaskRelations, parentOf: (bodyId: string) => string | null): TaskThing {
  const start = [...(task.responsibleId === null ? [] : [task.responsibleId]), ...task.leadBodyIds];
  return {
    kind: "task",
    ownerId: task.ownerId,
    bodyIds: withAncestors(start, parentOf),
    recordBodyIds: task.recordBodyIds ?? [],
    closureProposedById: task.closureProposedById ?? null,
  };
}

/** The bodies given and all bodies above them, each once; a loop in the register ends the climb. */
export function withAncestors(
  bodyIds: readonly string[],
  parentOf: (bodyId: string) => string | null,
): readonly string[] {
  const found = new Set<string>();
  for (const start of bodyIds) {
    let body: string | null = start;
    while (body !== null && !found.has(body)) {
      found.add(body);
      body = parentOf(body);
    }
  }
  return [...found];
}
