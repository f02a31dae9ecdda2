import { expect, it } from "vitest";
import { groupMyDay } from "@/lib/core/task/my-day";

const task = (id: string, changes: object = {}) => ({
  id,
  status: "IN_PROGRESS" as const,
  timeliness: "ON_TRACK" as const,
  isBlocked: false,
  isClosureProposed: false,
  dueOn: null,
  nextStep: null,
  ...changes,
});
const groups = (tasks: readonly ReturnType<typeof task>[], returned: readonly string[] = []) =>
  groupMyDay(tasks, new Set(returned), "1998-09-09").map((group) => [
    group.name,
    group.rows.map((row) => row.id),
  ]);

it("puts each task into one group, and leaves empty groups out", () => {
  expect(
    groups(
      [
        task("late", { timeliness: "STEP_LATE" }),
        task("back"),
        task("soon", { nextStep: { on: "1998-08-26" }, dueOn: "1999-09-13" }),
        task("far", { dueOn: "1999-09-13" }),
        task("handed", { status: "SUBMITTED" }),
        task("call", { status: "ONGOING" }),
      ],
      ["back"],
    ),
  ).toEqual([
    ["overdue", ["late"]],
    ["returned", ["back"]],
    ["beforeSession", ["soon"]],
    ["later", ["far"]],
    ["waiting", ["handed"]],
    ["standing", ["call"]],
  ]);
});

it("does not call late what waits on others: it is not mine to move", () => {
  expect(groups([task("handed", { status: "SUBMITTED", timeliness: "OVERDUE" })])).toEqual([
    ["waiting", ["handed"]],
  ]);
  expect(groups([task("blocked", { isBlocked: true, timeliness: "OVERDUE" })])).toEqual([
    ["waiting", ["blocked"]],
  ]);
});
