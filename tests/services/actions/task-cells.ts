import type { Actor } from "@/lib/auth/actor";
import type { Verb } from "@/lib/auth/policy";
import { advanceTask, undoChange } from "@/lib/services/advance-task";
import { bulkChange } from "@/lib/services/bulk-change";
import { bulkChoices } from "@/lib/services/bulk-choices";
import { closeCarried } from "@/lib/services/close-carried";
import * as inputs from "@/lib/services/inputs";
import { setOutput } from "@/lib/services/output";
import { openNextOccurrence } from "@/lib/services/recurrence";
import { silenceInput, silenceTask } from "@/lib/services/reminder-silence";
import { answerRow, decideRow } from "@/lib/services/round-answers";
import { closeRound, remindRound } from "@/lib/services/round-running";
import { sendRound } from "@/lib/services/rounds";
import { decideSeries } from "@/lib/services/series";
import * as tasks from "@/lib/services/tasks";
import { deleteView, saveView } from "@/lib/services/views";
import { findPeople, watchTask } from "@/lib/services/watching";
import { succeeded, type World } from "../a-world";
import { aTaskRow } from "../reminder-fixtures";
import { askIn, type Cell, house, ofRows, ofUnit, own } from "./cell";

const reason = "because the table is walked";
const page = "(desk)/tasks/[number]/task-actions.ts";
const series = "(desk)/tasks/[number]/task-series-actions.ts";
const rounds = "(desk)/rounds/actions.ts";
const day = "1998-10-01";

/** The actions about tasks, rounds and views, each on a task of its own. */
export function taskCells(world: World): readonly Cell[] {
  const ask = askIn(world);
  const fresh = async (data: Parameters<typeof aTaskRow>[1] = {}) => {
    const id = await aTaskRow(world.db, data);
    return world.db.task.findUniqueOrThrow({
      where: { id },
      select: { id: true, number: true, symbol: true },
    });
  };
  /** The input of a change to a new task, for everybody the same one. */
  const on = (more: object) => {
    let made: ReturnType<typeof fresh> | null = null;
    return async () => {
      made ??= fresh();
      return { number: (await made).number, expectedVersion: 1, ...more };
    };
  };
  /** A task of its own for each who asks: where the state of the task is looked at before the right to change it. */
  const onEach = (more: object, data: Parameters<typeof aTaskRow>[1]) => async () => ({
    number: (await fresh(data)).number,
    expectedVersion: 1,
    ...more,
  });
  const about = { about: ofUnit };
  const read = { verb: "task.read" as const, about: house };
  const change = (name: string, verb: Verb, use: Cell["use"]): Cell => ({
    action: `${page}#${name}`,
    verb,
    ...about,
    use,
  });
  const moves: readonly (readonly [name: Verb, status: string, more: object])[] = [
    ["move.confirm", "PROPOSED", {}],
    ["move.dismiss", "PROPOSED", { reason }],
    ["move.revive", "NOT_ACTIONABLE", { reason }],
    ["move.start", "PENDING", {}],
    ["move.monitor", "PENDING", { reviewSession: { organ: "GA", session: 54 } }],
    ["move.submit", "IN_PROGRESS", { documentSymbol: "A/53/1" }],
    ["move.return", "SUBMITTED", { reason }],
    [
      "move.defer",
      "PENDING",
      { decidingDocument: "A/53/1", newSession: { organ: "GA", session: 54 }, reason },
    ],
    ["move.resume", "DEFERRED", { reason }],
    ["move.supersede", "PENDING", { successor: "A/RES/53/1", decidingDocument: "A/RES/53/1", reason }],
    ["move.retire", "PENDING", { decidingDocument: "A/RES/53/1", reason }],
    ["move.fail", "PENDING", { reason }],
    ["move.reopen", "IMPLEMENTED", { reason }],
  ];
  /** A round to the unit of one new task, asked by the Secretary; answered by its focal point if wished. */
  const aRound = async (isAnswered: boolean) => {
    const task = await fresh();
    const filter = { text: task.symbol };
    const key = `round-of-${task.number}-key`;
    const asked = { filter, query: "", title: "Walk", question: "", answerBy: null, key };
    const { number: round } = succeeded(
      await sendRound(world.deps, world.otherSecretary, inputs.sendRoundInput.parse(asked)),
    );
    const row = { round, task: task.number, expectedVersion: 1 };
    if (isAnswered)
      succeeded(
        await answerRow(
          world.deps,
          world.focalPoint,
          inputs.answerRowInput.parse({ ...row, move: "none", note: reason }),
        ),
      );
    return { ...row, expectedVersion: isAnswered ? 2 : 1 };
  };
  const inRound = (isAnswered: boolean, more: object) => async () => ({
    ...(await aRound(isAnswered)),
    ...more,
  });
  const ofRound = (more: object) => async () => ({ number: (await aRound(false)).round, ...more });
  const view = async (actor: Actor) =>
    world.db.savedView.create({
      data: { ownerId: actor.personId, name: `walk ${Math.random()}`, query: "" },
    });

  return [
    change("comment", "task.comment", ask(tasks.commentOnTask, inputs.commentInput, on({ text: "Walk" }))),
    change(
      "attach",
      "task.evidence",
      ask(tasks.addEvidence, inputs.addEvidenceInput, on({ symbol: "A/53/1" })),
    ),
    change("watch", "task.watch", ask(watchTask, inputs.watchInput, on({ watch: true }))),
    change("people", "person.list", ask(findPeople, inputs.findPeopleInput, { text: "a" })),
    change(
      "nameOwner",
      "task.assign",
      ask(tasks.assignOwner, inputs.assignOwnerInput, on({ ownerId: "ana", reason })),
    ),
    change(
      "nameUnit",
      "task.route",
      ask(tasks.setResponsible, inputs.setResponsibleInput, onEach({ responsibleId: "dgacm", reason }, {})),
    ),
    change(
      "putMeeting",
      "task.target",
      ask(tasks.setMeeting, inputs.setMeetingInput, on({ meetingOn: day, reason })),
    ),
    change(
      "putSlot",
      "task.target",
      ask(tasks.setAgreedSlot, inputs.setAgreedSlotInput, on({ agreedSlot: day, reason })),
    ),
    change(
      "putTarget",
      "task.target",
      ask(tasks.setInternalTarget, inputs.setInternalTargetInput, on({ internalTarget: day, reason })),
    ),
    change(
      "putDeadline",
      "task.deadline",
      ask(tasks.changeDeadline, inputs.changeDeadlineInput, on({ rules: [], reason })),
    ),
    change(
      "askDeadline",
      "task.propose",
      ask(tasks.proposeDeadline, inputs.changeDeadlineInput, on({ rules: [], reason })),
    ),
    change(
      "refuseDeadline",
      "task.deadline",
      ask(tasks.declineDeadline, inputs.declineDeadlineInput, on({ reason })),
    ),
    change("markBlocked", "task.block", ask(tasks.blockTask, inputs.blockInput, on({ reason }))),
    change("markUnblocked", "task.block", ask(tasks.unblockTask, inputs.unblockInput, on({ reason }))),
    change("correct", "task.text", ask(tasks.editTask, inputs.editTaskInput, on({ ask: "Walk", reason }))),
    change(
      "tie",
      "task.text",
      ask(tasks.linkTask, inputs.linkTaskInput, on({ relation: "parent", other: null, reason })),
    ),
    {
      action: `${series}#putOutput`,
      verb: "task.target",
      ...about,
      use: ask(setOutput, inputs.setOutputInput, on({ outputKind: "" })),
    },
    {
      action: `${series}#closeRequests`,
      ...read,
      use: ask(closeCarried, inputs.closeCarriedInput, on({ rows: [] })),
    },
    {
      action: `${series}#openNext`,
      verb: "task.text",
      ...about,
      use: ask(
        openNextOccurrence,
        inputs.nextOccurrenceInput,
        on({ session: { organ: "GA", session: 54 }, reason }),
      ),
    },
    {
      action: "(desk)/tasks/actions.ts#movesOf",
      ...read,
      use: ask(tasks.taskPage, inputs.taskPageInput, on({})),
    },
    ...moves.map(
      ([verb, status, more]): Cell => ({
        action: "(desk)/tasks/actions.ts#advanceStatus",
        verb,
        ...about,
        use: ask(
          advanceTask,
          inputs.advanceInput,
          onEach({ transition: verb.slice("move.".length), ...more }, { status }),
        ),
      }),
    ),
    {
      action: "(desk)/tasks/actions.ts#advanceStatus",
      verb: "task.proposeClosure",
      ...about,
      use: ask(
        advanceTask,
        inputs.advanceInput,
        onEach({ transition: "proposeClosure", evidence: [{ symbol: "A/53/1" }] }, { status: "IN_PROGRESS" }),
      ),
    },
    {
      action: "(desk)/tasks/actions.ts#undoStatus",
      verb: "task.comment",
      ...about,
      use: ask(undoChange, inputs.undoInput, on({})),
    },
    {
      action: "(desk)/tasks/bulk-actions.ts#whatToChange",
      ...read,
      use: (actor) => bulkChoices(world.deps, actor),
    },
    {
      action: "(desk)/tasks/bulk-actions.ts#changeSelected",
      verb: "task.target",
      ...about,
      use: async (actor) => {
        const rows = [{ number: (await fresh()).number, expectedVersion: 1 }];
        const given = { rows, change: { kind: "target", internalTarget: day } };
        return ofRows(await bulkChange(world.deps, actor, inputs.bulkChangeInput.parse(given)));
      },
    },
    {
      action: "(desk)/tasks/view-actions.ts#keepView",
      verb: "view.save",
      about: house,
      use: ask(saveView, inputs.saveViewInput, { name: "Walk", query: "" }),
    },
    {
      action: "(desk)/tasks/view-actions.ts#keepView",
      verb: "view.share",
      about: house,
      use: ask(saveView, inputs.saveViewInput, { name: "Walk, shared", query: "", isShared: true }),
    },
    {
      action: "(desk)/tasks/view-actions.ts#removeView",
      verb: "view.save",
      about: house,
      use: ask(deleteView, inputs.viewIdInput, async (actor: Actor) => ({ id: (await view(actor)).id })),
    },
    {
      action: "(desk)/inbox/actions.ts#silence",
      verb: "inbox.read",
      about: own,
      use: ask(silenceTask, silenceInput, async () => ({ taskNumber: (await fresh()).number, for: "mute" })),
    },
    {
      action: "(desk)/series/[...symbol]/series-actions.ts#recordDecision",
      verb: "task.mandate",
      ...about,
      use: ask(decideSeries, inputs.decideSeriesInput, async () => {
        const later = await fresh();
        return { ...(await on({})()), later: later.symbol, verdict: "silent", reason };
      }),
    },
    {
      action: `${rounds}#send`,
      orAs: "not-allowed-now",
      verb: "task.askUnits",
      ...about,
      use: ask(sendRound, inputs.sendRoundInput, async () => ({
        filter: { text: (await fresh()).symbol },
        title: "Walk",
      })),
    },
    {
      action: `${rounds}#close`,
      orAs: "not-found",
      verb: "task.askUnits",
      ...about,
      use: ask(closeRound, inputs.closeRoundInput, ofRound({ reason })),
    },
    {
      action: `${rounds}#remind`,
      orAs: "not-found",
      verb: "task.askUnits",
      ...about,
      use: ask(remindRound, inputs.roundInput, ofRound({})),
    },
    {
      action: `${rounds}#answer`,
      verb: "task.propose",
      ...about,
      use: ask(answerRow, inputs.answerRowInput, inRound(false, { move: "start" })),
    },
    {
      action: `${rounds}#accept`,
      verb: "task.askUnits",
      ...about,
      use: ask(decideRow, inputs.decideRowInput, inRound(true, { accept: true })),
    },
    {
      action: `${rounds}#giveBack`,
      verb: "task.askUnits",
      ...about,
      use: ask(decideRow, inputs.decideRowInput, inRound(true, { accept: false, note: reason })),
    },
  ];
}
