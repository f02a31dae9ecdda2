import type { BulkWords } from "@/app/_ui/task-list/bulk-bar";
import { workflow } from "@/lib/core/task/workflow";
import type { Translate } from "@/lib/i18n/translate";
import type { BulkChoices } from "@/lib/services/bulk-choices";

/** What the bar under a list is given: its words, and what there is to choose from, in the reader's language. */
export function bulkProps(choices: BulkChoices, t: Translate) {
  const words: BulkWords = {
    bar: t("tasks.bulk.bar"),
    selected: t("tasks.bulk.selected", { count: "{n}" }),
    task: t("tasks.bulk.task", { number: "{n}" }),
    what: t("tasks.bulk.what"),
    apply: t("tasks.bulk.apply"),
    clear: t("tasks.bulk.clear"),
    refused: t("tasks.bulk.refused"),
    move: t("tasks.bulk.move"),
    choose: t("tasks.bulk.choose"),
    owner: t("task.owner"),
    unit: t("task.responsible"),
    nobody: t("task.nobody"),
    noUnit: t("task.noUnit"),
    target: t("task.target"),
    deadline: t("task.newDeadline"),
    deadlineHint: t("task.newDeadlineHint"),
    authority: t("task.authority"),
    authorityHint: t("task.authorityHint"),
    reason: t("tasks.bulk.reason"),
    watch: t("task.watching"),
    watchOn: t("task.watch"),
    watchOff: t("task.unwatch"),
    kinds: choices.kinds.map((kind) => ({ value: kind, label: t(`tasks.bulk.kind.${kind}`) })),
  };
  return {
    words,
    moves: workflow
      .filter((move) => move.name !== "confirm" && move.name !== "dismiss")
      .map((move) => ({ value: move.name, label: move.label, needs: move.needs })),
    people: choices.people.map((person) => ({ value: person.id, label: person.name })),
    units: choices.units.map((unit) => ({ value: unit.id, label: unit.name })),
  };
}
