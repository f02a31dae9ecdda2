import type { Actor } from "@/lib/auth/actor";
import type { Thing, Verb } from "@/lib/auth/policy";
import { defaultPolicies } from "@/lib/core/reminder/policy";
import * as tokens from "@/lib/services/api-tokens";
import * as bodies from "@/lib/services/body-admin";
import { addCalendarPack, moveSession, previewSessionMove } from "@/lib/services/calendar";
import { changePassword } from "@/lib/services/change-password";
import * as feeds from "@/lib/services/feeds";
import { handOver, handOverInput } from "@/lib/services/hand-over";
import { addHoliday, endHoliday } from "@/lib/services/holidays";
import * as uploads from "@/lib/services/import-upload";
import { ingestText, previewText } from "@/lib/services/ingest";
import * as inputs from "@/lib/services/inputs";
import { invite, inviteAgain, inviteAgainInput } from "@/lib/services/invitations";
import * as people from "@/lib/services/people";
import * as peopleInputs from "@/lib/services/people-inputs";
import { publishInput, publishResolution } from "@/lib/services/public";
import { sendAgain, sendAgainInput } from "@/lib/services/reminder-sent";
import { changeUnitDigest, unitDigestInput } from "@/lib/services/reminder-units";
import * as hooks from "@/lib/services/reminder-webhooks";
import * as reminders from "@/lib/services/reminders";
import { claimReview } from "@/lib/services/review";
import * as decisions from "@/lib/services/review-decisions";
import * as step from "@/lib/services/second-step";
import { changeSetting, changeSettingInput } from "@/lib/services/settings";
import { previewSheet, previewSheetInput } from "@/lib/services/spreadsheet";
import { undoDecision } from "@/lib/services/undo-decision";
import type { World } from "../a-world";
import { askIn, type Cell, house, ofAssembly, own } from "./cell";

const reason = "because the table is walked";
const source = "A/54/1";
const settings = "(desk)/settings";

/** The actions about people, the calendar, the house, reminders, taking in and review. `resolution` is in review. */
export function houseCells(world: World, resolution: { id: string; symbol: string }): readonly Cell[] {
  const ask = askIn(world);
  const cell =
    (verb: Verb, about: (actor: Actor) => Thing) =>
    (action: string, use: Cell["use"], more: { isLong?: true } = {}): Cell => ({
      action,
      verb,
      about,
      use,
      ...more,
    });
  const mine = cell("person.preferences", own);
  const anothers = cell("person.preferences", () => ({ kind: "person", personId: "vic" }));
  const kept = cell("feed.keep", own);
  const invites = cell("person.invite", house);
  const changes = cell("person.change", house);
  const register = cell("body.change", house);
  const setting = cell("settings.change", house);
  const takingIn = cell("import.run", house);
  const ingests = cell("resolution.ingest", house);
  const reviews = cell("resolution.review", ofAssembly);
  const calendar = cell("calendar.change", ofAssembly);
  const holidays = cell("holiday.change", house);
  const self = (more: object) => (actor: Actor) => ({ personId: actor.personId, ...more });
  const vic = (more: object) => ({ personId: "vic", ...more });
  const at = { resolutionId: resolution.id, expectedVersion: 999 };
  const values = { verb: "requests", lead: ["Secretary-General"], deliverable: "report", ask: "Walk" };
  const session = {
    organ: "GA",
    session: 54,
    expectedVersion: 99,
    opens: "1999-09-14",
    closes: "2000-09-04",
    reason,
    source,
  };
  const unit = {
    address: "unit@example.org",
    locale: "en",
    timeZone: "UTC",
    digestHour: 8,
    digestDays: [1],
    isActive: true,
    expectedVersion: 9,
  };
  const sheet = { name: "a", rows: [["No."], ["1"]] };
  const put = (key: string, value: unknown) => ask(changeSetting, changeSettingInput, { key, value, reason });
  const pack = {
    organ: "River Commission",
    name: "River Commission",
    timeZone: "Europe/Vienna",
    sessions: [
      { session: 4, label: "4", opens: "1999-05-03", closes: "1999-05-07", standing: "fixed", source },
    ],
  };
  return [
    mine(
      `${settings}/actions.ts#savePreferences`,
      ask(people.changePreferences, peopleInputs.preferencesInput, self({})),
    ),
    mine(
      `${settings}/actions.ts#saveDelegate`,
      ask(
        people.setDelegate,
        peopleInputs.delegateInput,
        self({ delegateId: null, from: null, until: null }),
      ),
    ),
    mine(
      `${settings}/reminders/actions.ts#savePreferences`,
      ask(people.changePreferences, peopleInputs.preferencesInput, self({})),
    ),
    mine(
      `${settings}/reminders/actions.ts#saveDelegate`,
      ask(
        people.setDelegate,
        peopleInputs.delegateInput,
        self({ delegateId: null, from: null, until: null }),
      ),
    ),
    anothers(
      `${settings}/actions.ts#savePreferences`,
      ask(people.changePreferences, peopleInputs.preferencesInput, vic({})),
    ),
    anothers(
      `${settings}/actions.ts#saveDelegate`,
      ask(people.setDelegate, peopleInputs.delegateInput, vic({ delegateId: null, from: null, until: null })),
    ),
    anothers(
      `${settings}/people/actions.ts#endTheirs`,
      ask(people.endSignIns, peopleInputs.revokeInput, vic({ signInId: null })),
    ),
    mine(
      `${settings}/security/actions.ts#endMine`,
      ask(people.endSignIns, peopleInputs.revokeInput, self({ signInId: null })),
    ),
    mine(`${settings}/security/actions.ts#savePassword`, (actor) =>
      changePassword(world.deps, actor, { current: "x", next: "y", keepSignInId: null }),
    ),
    mine(`${settings}/security/actions.ts#setUpStep`, (actor) => step.prepareSecondStep(world.deps, actor)),
    mine(
      `${settings}/security/actions.ts#confirmStep`,
      ask(step.confirmSecondStep, step.codeInput, { code: "123456" }),
    ),
    mine(
      `${settings}/security/actions.ts#renewCodes`,
      ask(step.renewRecoveryCodes, step.codeInput, { code: "123456" }),
    ),
    mine(
      `${settings}/security/actions.ts#turnStepOff`,
      ask(step.endSecondStep, step.codeInput, { code: "123456" }),
    ),
    mine(
      `${settings}/reminders/actions.ts#addHook`,
      ask(
        (deps, actor, input) =>
          hooks.addOwnWebhook(deps, actor, input, { secret: "of the installation", problemOf: () => null }),
        hooks.addWebhookInput,
        { url: "https://chat.example.org/x" },
      ),
    ),
    mine(
      `${settings}/reminders/actions.ts#removeHook`,
      ask(hooks.revokeOwnWebhook, hooks.revokeWebhookInput, { id: "none" }),
    ),
    kept(
      `${settings}/tokens/actions.ts#newToken`,
      ask(tokens.makeToken, tokens.makeTokenInput, { label: "Walk", scopes: ["export"] }),
    ),
    kept(
      `${settings}/tokens/actions.ts#revoke`,
      ask(tokens.endToken, tokens.revokeTokenInput, { id: "none" }),
    ),
    kept(`${settings}/feeds/actions.ts#makeFeed`, ask(feeds.addFeed, feeds.addFeedInput, { label: "Walk" })),
    kept(
      `${settings}/feeds/actions.ts#takeBack`,
      ask(feeds.takeBackFeed, feeds.revokeFeedInput, { id: "none" }),
    ),
    cell("inbox.read", own)(
      "(desk)/inbox/actions.ts#readEntries",
      ask(reminders.markRead, reminders.markReadInput, { ids: null }),
    ),

    invites(`${settings}/people/actions.ts#invitePerson`, async (actor) => {
      const given = { email: `w${Math.random()}@example.org`, name: "W", role: "VIEWER", bodyId: null };
      return invite(world.deps, actor, peopleInputs.inviteInput.parse(given), null);
    }),
    invites(`${settings}/people/actions.ts#invitePersonAgain`, (actor) =>
      inviteAgain(world.deps, actor, inviteAgainInput.parse(vic({})), null),
    ),
    changes(
      `${settings}/people/actions.ts#addRole`,
      ask(people.giveRole, peopleInputs.membershipInput, {
        personId: "none",
        role: "VIEWER",
        bodyId: null,
        reason,
      }),
    ),
    changes(
      `${settings}/people/actions.ts#endRole`,
      ask(people.takeRole, peopleInputs.endMembershipInput, { membershipId: "none", reason }),
    ),
    changes(
      `${settings}/people/actions.ts#renamePerson`,
      ask(people.changePerson, peopleInputs.nameInput, vic({ name: "Vic Moreau" })),
    ),
    changes(
      `${settings}/people/actions.ts#switchAccount`,
      ask(people.setActive, peopleInputs.activeInput, vic({ isActive: true, reason })),
    ),
    changes(
      `${settings}/people/actions.ts#resetStep`,
      ask(step.resetSecondStep, step.resetStepInput, vic({ reason })),
    ),
    cell("person.handOver", () => ({ kind: "person", personId: "ana", bodyIds: ["special-unit"] }))(
      `${settings}/people/[id]/hand-over/actions.ts#handEverythingOver`,
      ask(handOver, handOverInput, { personId: "ana", toId: "ana", reason }),
    ),
    register(
      `${settings}/bodies/actions.ts#addNewBody`,
      ask(bodies.createBody, bodies.addBodyInput, {
        name: "Walk",
        kind: "unit",
        parentId: null,
        continuesId: null,
        source,
      }),
    ),
    register(
      `${settings}/bodies/actions.ts#placeBody`,
      ask(bodies.changeBody, bodies.changeBodyInput, {
        id: "acc",
        parentId: null,
        successorId: null,
        validFrom: "1974",
        validTo: null,
        reason,
      }),
    ),
    register(
      `${settings}/bodies/actions.ts#addName`,
      ask(bodies.nameBody, bodies.nameBodyInput, { id: "acc", name: "Walkers", kind: "alias", source }),
    ),
    setting(`${settings}/installation/actions.ts#saveWorkingDate`, put("workingDate", "none")),
    setting(`${settings}/installation/actions.ts#saveDomains`, put("allowedDomains", ["example.org"])),
    setting(`${settings}/installation/actions.ts#savePublicPages`, put("publicPages", true)),

    ingests(
      "(desk)/import/actions.ts#readOrStore",
      ask(ingestText, inputs.ingestInput, { text: "1. Decides nothing." }),
    ),
    ingests(
      "(desk)/import/actions.ts#readOrStore",
      ask(previewText, inputs.ingestInput, { text: "1. Decides nothing." }),
    ),
    takingIn(
      "(desk)/import/files/actions.ts#sendFiles",
      ask(uploads.importUpload, uploads.importUploadInput, {
        title: "W",
        files: [{ name: "a.txt", bytes: new Uint8Array(3) }],
      }),
      { isLong: true },
    ),
    takingIn(
      "(desk)/import/files/actions.ts#tryAgain",
      ask(uploads.retryImport, uploads.ofImportInput, { id: "none" }),
    ),
    takingIn(
      "(desk)/import/files/actions.ts#takeUp",
      ask(uploads.takeUpImport, uploads.ofImportInput, { id: "none" }),
    ),
    cell("task.comment", house)(
      "(desk)/import/sheet/actions.ts#readOrApply",
      ask(previewSheet, previewSheetInput, { sheet }),
    ),
    cell("resolution.publish", ofAssembly)(
      "(desk)/publish/[...symbol]/actions.ts#publish",
      ask(publishResolution, publishInput, {
        symbol: resolution.symbol,
        version: 999,
        isPublic: true,
        reason,
      }),
    ),

    ...[
      ask(decisions.acceptProposal, inputs.acceptInput, { ...at, candidateId: "none" }),
      ask(decisions.acceptExact, inputs.acceptManyInput, { ...at, candidateIds: ["none"] }),
      ask(decisions.editProposal, inputs.editProposalInput, { ...at, candidateId: "none", values }),
      ask(decisions.splitProposal, inputs.splitInput, {
        ...at,
        candidateId: "none",
        parts: [values, values],
      }),
      ask(decisions.mergeProposals, inputs.mergeInput, { ...at, candidateIds: ["none", "other"] }),
      ask(decisions.dismissProposal, inputs.dismissInput, {
        ...at,
        candidateId: "none",
        reasonCode: "takes-note",
      }),
      ask(decisions.markNotActionable, inputs.notActionableInput, {
        ...at,
        paragraphId: "none",
        reasonCode: "takes-note",
      }),
    ].map((use) => reviews("(desk)/review/[...symbol]/actions.ts#decide", use)),
    reviews(
      "(desk)/review/[...symbol]/actions.ts#addFromSelection",
      ask(decisions.addAction, inputs.addActionInput, {
        ...at,
        paragraphId: "none",
        selection: { start: 0, end: 1 },
        values,
      }),
    ),
    reviews(
      "(desk)/review/[...symbol]/actions.ts#undoLast",
      ask(undoDecision, inputs.undoDecisionInput, { ...at, decisionId: "1" }),
    ),
    reviews(
      "(desk)/review/[...symbol]/actions.ts#claim",
      ask(claimReview, inputs.claimInput, { resolutionId: resolution.id, claim: true }),
    ),

    calendar(
      "(desk)/sessions/[organ]/[number]/move-actions.ts#moveOrPreview",
      ask(moveSession, inputs.moveSessionInput, session),
    ),
    calendar(
      "(desk)/sessions/[organ]/[number]/move-actions.ts#moveOrPreview",
      ask(previewSessionMove, inputs.moveSessionInput, session),
    ),
    calendar(
      "(desk)/calendar/[organ]/[number]/edit-actions.ts#editOrPreview",
      ask(moveSession, inputs.moveSessionInput, session),
    ),
    cell("calendar.change", house)(
      "(desk)/calendar/pack-actions.ts#addPack",
      ask(addCalendarPack, inputs.calendarPackInput, { pack, reason, source }),
    ),
    holidays(
      "(desk)/calendar/holidays/actions.ts#enterHoliday",
      ask(addHoliday, inputs.addHolidayInput, {
        station: "geneva",
        day: "2031-03-05",
        name: "Walk",
        source,
        reason,
      }),
    ),
    holidays(
      "(desk)/calendar/holidays/actions.ts#takeHolidayBack",
      ask(endHoliday, inputs.endHolidayInput, { id: "none", reason }),
    ),

    cell("delivery.sendAgain", house)(
      "(desk)/reminders/actions.ts#sendOnceMore",
      ask(sendAgain, sendAgainInput, { id: "none" }),
    ),
    cell("reminder.run", house)("(desk)/reminders/actions.ts#runNow", (actor) =>
      reminders.runDueReminders(world.deps, actor, { channels: [] }),
    ),
    cell("reminder.policy", house)(
      "(desk)/reminders/policies/[key]/actions.ts#savePolicy",
      ask(reminders.changePolicy, reminders.changePolicyInput, {
        policy: defaultPolicies[0],
        isActive: true,
        expectedVersion: 9,
      }),
    ),
    cell("reminder.policy", house)(
      "(desk)/reminders/units/actions.ts#saveUnit",
      ask(changeUnitDigest, unitDigestInput, { ...unit, bodyId: "desa" }),
    ),
  ];
}
