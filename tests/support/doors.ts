import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

// Every door of the app with who may pass: each page, each route, each server action. The lists of what there is come
// from the files themselves (tests/auth/doors.test.ts fails for one without a row); the walk over HTTP as each role and
// as nobody is tests/e2e/doors.spec.ts.

/** Viewer, Contributor, Focal point, Secretary, Admin: the people of the demonstration. */
export const walkers = {
  V: "viewer",
  C: "contributor",
  F: "focalPoint",
  S: "secretary",
  A: "admin",
} as const;
export type Walker = keyof typeof walkers;

/** `at`: an address of the page. `opens`: the roles that see it; "everybody" with visitors; all others are told no. */
export type PageRow = {
  readonly at: string;
  readonly opens: "everybody" | "VCFSA" | "CFS" | "FSA" | "SA" | "S" | "A";
};

export const pages: Readonly<Record<string, PageRow>> = {
  "page.tsx": { at: "/", opens: "VCFSA" },
  "sign-in/page.tsx": { at: "/sign-in", opens: "everybody" },
  "sign-in/link/page.tsx": { at: "/sign-in/link", opens: "everybody" },
  "sign-in/link/[token]/page.tsx": { at: "/sign-in/link/x", opens: "everybody" },
  "sign-in/invitation/[token]/page.tsx": { at: "/sign-in/invitation/x", opens: "everybody" },
  "sign-in/second-step/page.tsx": { at: "/sign-in/second-step", opens: "VCFSA" },
  "sign-out/page.tsx": { at: "/sign-out", opens: "VCFSA" },
  "(desk)/@peek/(.)tasks/[number]/page.tsx": { at: "/tasks/1", opens: "VCFSA" },
  "(desk)/audit/page.tsx": { at: "/audit", opens: "SA" },
  "(desk)/bodies/page.tsx": { at: "/bodies", opens: "VCFSA" },
  "(desk)/bodies/[id]/page.tsx": { at: "/bodies/secretary-general", opens: "VCFSA" },
  "(desk)/dashboard/page.tsx": { at: "/dashboard", opens: "VCFSA" },
  "(desk)/find/page.tsx": { at: "/find?q=report", opens: "VCFSA" },
  "(desk)/import/page.tsx": { at: "/import", opens: "S" },
  "(desk)/import/files/page.tsx": { at: "/import/files", opens: "S" },
  "(desk)/import/files/[id]/page.tsx": { at: "/import/files/none", opens: "S" },
  "(desk)/import/sheet/page.tsx": { at: "/import/sheet", opens: "CFS" },
  "(desk)/inbox/page.tsx": { at: "/inbox", opens: "VCFSA" },
  "(desk)/my/page.tsx": { at: "/my", opens: "VCFSA" },
  "(desk)/reminders/page.tsx": { at: "/reminders", opens: "FSA" },
  "(desk)/reports/page.tsx": { at: "/reports", opens: "VCFSA" },
  "(desk)/reports/accuracy/page.tsx": { at: "/reports/accuracy", opens: "VCFSA" },
  "(desk)/reports/load/page.tsx": { at: "/reports/load", opens: "VCFSA" },
  "(desk)/reports/reading/page.tsx": { at: "/reports/reading", opens: "VCFSA" },
  "(desk)/reports/sessions/[organ]/[number]/page.tsx": { at: "/reports/sessions/GA/53", opens: "VCFSA" },
  "(desk)/resolutions/page.tsx": { at: "/resolutions", opens: "VCFSA" },
  "(desk)/resolutions/[...symbol]/page.tsx": { at: "/resolutions/A/RES/52/205", opens: "VCFSA" },
  "(desk)/review/page.tsx": { at: "/review", opens: "VCFSA" },
  "(desk)/review/[...symbol]/page.tsx": { at: "/review/A/RES/52/205", opens: "VCFSA" },
  "(desk)/rounds/page.tsx": { at: "/rounds", opens: "VCFSA" },
  "(desk)/rounds/[number]/page.tsx": { at: "/rounds/1", opens: "VCFSA" },
  "(desk)/rounds/new/page.tsx": { at: "/rounds/new", opens: "S" },
  "(desk)/sessions/page.tsx": { at: "/sessions", opens: "VCFSA" },
  "(desk)/sessions/[organ]/[number]/page.tsx": { at: "/sessions/GA/53", opens: "VCFSA" },
  "(desk)/settings/page.tsx": { at: "/settings", opens: "VCFSA" },
  "(desk)/settings/security/page.tsx": { at: "/settings/security", opens: "VCFSA" },
  "(desk)/settings/tokens/page.tsx": { at: "/settings/tokens", opens: "VCFSA" },
  "(desk)/settings/people/page.tsx": { at: "/settings/people", opens: "VCFSA" },
  "(desk)/settings/people/[id]/page.tsx": { at: "/settings/people/nobody", opens: "A" },
  "(desk)/settings/people/[id]/hand-over/page.tsx": { at: "/settings/people/nobody/hand-over", opens: "SA" },
  "(desk)/settings/bodies/page.tsx": { at: "/settings/bodies", opens: "VCFSA" },
  "(desk)/settings/installation/page.tsx": { at: "/settings/installation", opens: "VCFSA" },
  "(desk)/settings/feeds/page.tsx": { at: "/settings/feeds", opens: "VCFSA" },
  "(desk)/settings/reminders/page.tsx": { at: "/settings/reminders", opens: "VCFSA" },
  "(desk)/calendar/page.tsx": { at: "/calendar", opens: "VCFSA" },
  "(desk)/calendar/[organ]/[number]/page.tsx": { at: "/calendar/GA/53", opens: "VCFSA" },
  "(desk)/calendar/holidays/page.tsx": { at: "/calendar/holidays", opens: "VCFSA" },
  "(desk)/calendar/slips/page.tsx": { at: "/calendar/slips", opens: "VCFSA" },
  "(desk)/publish/page.tsx": { at: "/publish", opens: "S" },
  "(desk)/publish/[...symbol]/page.tsx": { at: "/publish/A/RES/52/205", opens: "S" },
  "(desk)/reminders/policies/page.tsx": { at: "/reminders/policies", opens: "FSA" },
  "(desk)/reminders/policies/[key]/page.tsx": { at: "/reminders/policies/new", opens: "FSA" },
  "(desk)/reminders/units/page.tsx": { at: "/reminders/units", opens: "FSA" },
  "(desk)/reminders/sent/page.tsx": { at: "/reminders/sent", opens: "VCFSA" },
  "(desk)/series/page.tsx": { at: "/series", opens: "VCFSA" },
  "(desk)/series/[...symbol]/page.tsx": { at: "/series/A/RES/52/205", opens: "VCFSA" },
  "(public)/public/page.tsx": { at: "/public", opens: "everybody" },
  "(public)/public/resolutions/[...symbol]/page.tsx": {
    at: "/public/resolutions/A/RES/52/205",
    opens: "everybody",
  },
  "answer/[token]/page.tsx": { at: "/answer/x", opens: "everybody" },
  "unsubscribe/[token]/page.tsx": { at: "/unsubscribe/x", opens: "everybody" },
  "(desk)/tasks/page.tsx": { at: "/tasks", opens: "VCFSA" },
  "(desk)/tasks/[number]/page.tsx": { at: "/tasks/1", opens: "VCFSA" },
};

/** `nobody`, `signedIn`: the status that a GET answers, to a visitor and to anybody signed in. */
export type RouteRow = { readonly at: string; readonly nobody: number; readonly signedIn: number };

export const routes: Readonly<Record<string, RouteRow>> = {
  "(desk)/calendar/open/route.ts": { at: "/calendar/open", nobody: 307, signedIn: 307 },
  // Nothing is published in the demonstration, and no secret of a feed or of a mail is "x".
  "(public)/public/csv/[...symbol]/route.ts": {
    at: "/public/csv/A/RES/52/205",
    nobody: 404,
    signedIn: 404,
  },
  "api/feeds/[token]/route.ts": { at: "/api/feeds/x", nobody: 404, signedIn: 404 },
  "api/unsubscribe/[token]/route.ts": { at: "/api/unsubscribe/x", nobody: 303, signedIn: 303 },
  "(desk)/find/hits/route.ts": { at: "/find/hits?q=report", nobody: 200, signedIn: 200 },
  "(desk)/tasks/columns/route.ts": { at: "/tasks/columns", nobody: 307, signedIn: 307 },
  "api/auth/[...nextauth]/route.ts": { at: "/api/auth/session", nobody: 200, signedIn: 200 },
  "api/evidence/[id]/route.ts": { at: "/api/evidence/x", nobody: 401, signedIn: 404 },
  "api/health/route.ts": { at: "/api/health", nobody: 200, signedIn: 200 },
  "api/metrics/route.ts": { at: "/api/metrics", nobody: 404, signedIn: 404 },
  "api/openapi.json/route.ts": { at: "/api/openapi.json", nobody: 200, signedIn: 200 },
  "api/ready/route.ts": { at: "/api/ready", nobody: 200, signedIn: 200 },
  "api/reference/route.ts": { at: "/api/reference", nobody: 200, signedIn: 200 },
  // A cookie alone is no key to the API: a page of another site could send it.
  "api/v1/[...path]/route.ts": { at: "/api/v1/tasks", nobody: 401, signedIn: 401 },
  "api/v1/reference.js/route.ts": { at: "/api/v1/reference.js", nobody: 200, signedIn: 200 },
  "sign-in/with/openid/route.ts": { at: "/sign-in/with/openid", nobody: 302, signedIn: 302 },
};

/** Fields of a form, to stand in for a FormData among the arguments of an action. */
export class Fields {
  constructor(readonly fields: Readonly<Record<string, string | File>>) {}
}
const form = (fields: Readonly<Record<string, string | File>> = {}): Fields => new Fields(fields);

/**
 * `refused`: the roles that must be told "not permitted" for `args`, which would be good enough for those who may.
 * "public": a visitor may call it (it opens nothing by itself). Every other action answers a visitor "signed out".
 */
export type ActionRow = {
  readonly args: readonly unknown[];
  readonly refused: readonly Walker[] | "public";
  /** True for one that says nothing to anybody: a visitor must get nothing. */
  readonly isSilent?: true;
};

const none: readonly Walker[] = [];
const readers: readonly Walker[] = ["V", "C", "F", "A"]; // all but a Secretary
const notAdmin: readonly Walker[] = ["V", "C", "F", "S"];
// Task 1 belongs to another office than the demonstration's contributor and focal point.
const task = { number: 1, expectedVersion: 1 };
const reason = "because the walk tries it";

const settings = "(desk)/settings";
const taskPage = "(desk)/tasks/[number]/task-actions.ts";
const review = "(desk)/review/[...symbol]/actions.ts";
const at = { resolutionId: "none", expectedVersion: 1 };

export const actions: Readonly<Record<string, ActionRow>> = {
  "sign-in/actions.ts#signIn": { args: [null, form()], refused: "public" },
  "sign-in/actions.ts#passStep": { args: [null, form()], refused: "public" },
  "sign-in/actions.ts#askForLink": { args: [null, form()], refused: "public" },
  "sign-in/actions.ts#followLink": { args: [null, form()], refused: "public" },
  "sign-in/actions.ts#acceptInvite": { args: [null, form()], refused: "public" },
  "sign-out/page.tsx#leave": { args: [form()], refused: "public" },
  "_ui/shell/preference-actions.ts#choosePreference": { args: [form({ theme: "none" })], refused: "public" },

  [`${settings}/actions.ts#savePreferences`]: { args: [null, form()], refused: none },
  [`${settings}/actions.ts#saveDelegate`]: { args: [null, form()], refused: none },
  [`${settings}/security/actions.ts#savePassword`]: { args: [null, form()], refused: none },
  [`${settings}/security/actions.ts#setUpStep`]: { args: [null, form()], refused: none },
  [`${settings}/security/actions.ts#confirmStep`]: { args: [null, form({ code: "x" })], refused: none },
  [`${settings}/security/actions.ts#renewCodes`]: { args: [null, form({ code: "x" })], refused: none },
  [`${settings}/security/actions.ts#turnStepOff`]: { args: [null, form({ code: "x" })], refused: none },
  [`${settings}/security/actions.ts#endMine`]: { args: [null, null, form()], refused: none },
  [`${settings}/tokens/actions.ts#newToken`]: { args: [null, form()], refused: none },
  [`${settings}/tokens/actions.ts#revoke`]: { args: ["none", null, form()], refused: none },
  [`${settings}/people/actions.ts#invitePerson`]: {
    args: [null, form({ email: "w@example.org", name: "Walker", role: "VIEWER" })],
    refused: notAdmin,
  },
  [`${settings}/people/actions.ts#invitePersonAgain`]: { args: ["none", null, form()], refused: notAdmin },
  [`${settings}/people/actions.ts#addRole`]: {
    args: ["none", null, form({ role: "ADMIN", reason })],
    refused: notAdmin,
  },
  [`${settings}/people/actions.ts#endRole`]: { args: ["none", null, form({ reason })], refused: notAdmin },
  [`${settings}/people/actions.ts#renamePerson`]: {
    args: ["none", null, form({ name: "Walker" })],
    refused: notAdmin,
  },
  [`${settings}/people/actions.ts#switchAccount`]: {
    args: ["none", false, null, form({ reason })],
    refused: notAdmin,
  },
  [`${settings}/people/actions.ts#resetStep`]: { args: ["none", null, form({ reason })], refused: notAdmin },
  [`${settings}/people/actions.ts#endTheirs`]: { args: ["none", null, null, form()], refused: notAdmin },
  [`${settings}/people/[id]/hand-over/actions.ts#handEverythingOver`]: {
    args: ["none", null, form({ toId: "none", reason })],
    refused: ["V", "C", "F"],
  },
  [`${settings}/bodies/actions.ts#addNewBody`]: {
    args: [null, form({ name: "Walk", kind: "unit", source: reason })],
    refused: notAdmin,
  },
  [`${settings}/bodies/actions.ts#placeBody`]: { args: ["none", null, form({ reason })], refused: notAdmin },
  [`${settings}/bodies/actions.ts#addName`]: {
    args: ["none", null, form({ name: "Walk", kind: "alias", source: reason })],
    refused: notAdmin,
  },
  [`${settings}/installation/actions.ts#saveWorkingDate`]: {
    args: [null, form({ day: "2030-01-01", reason })],
    refused: notAdmin,
  },
  [`${settings}/installation/actions.ts#saveDomains`]: {
    args: [null, form({ domains: "example.org", reason })],
    refused: notAdmin,
  },
  [`${settings}/installation/actions.ts#savePublicPages`]: {
    args: [null, form({ public: "on", reason })],
    refused: notAdmin,
  },

  "(desk)/import/actions.ts#readOrStore": {
    args: [
      null,
      form({ intent: "store", text: "A/RES/99/1. Walk. The General Assembly, 1. Decides nothing." }),
    ],
    refused: readers,
  },
  "(desk)/import/files/actions.ts#sendFiles": {
    args: [null, form({ files: new File(["The General Assembly"], "a.txt") })],
    refused: readers,
  },
  "(desk)/import/files/actions.ts#tryAgain": { args: ["none", null, form()], refused: readers },
  "(desk)/import/files/actions.ts#takeUp": { args: ["none", null, form()], refused: readers },
  "(desk)/import/sheet/actions.ts#readOrApply": {
    args: [null, form({ file: new File(["No.,Status\n1,Pending\n"], "a.csv") })],
    refused: ["V", "A"],
  },
  "(desk)/inbox/actions.ts#readEntries": { args: ["none", null, form()], refused: none },
  "(desk)/reminders/actions.ts#sendOnceMore": { args: ["none", null, form()], refused: notAdmin },

  [`${review}#decide`]: { args: [at, { kind: "accept", candidateId: "none" }], refused: none },
  [`${review}#addFromSelection`]: {
    args: [at, { symbol: "none", paragraphId: "none", from: 0, to: 1 }, {}],
    refused: none,
  },
  [`${review}#undoLast`]: { args: [at, "none"], refused: none },
  [`${review}#claim`]: { args: ["none", true], refused: none },

  "(desk)/rounds/actions.ts#send": {
    args: [{ query: "", key: "walk-walk-walk-walk" }, null, form({ title: "Walk", answerBy: "2030-01-01" })],
    refused: readers,
  },
  "(desk)/rounds/actions.ts#close": { args: [1, null, form({ reason })], refused: none },
  "(desk)/rounds/actions.ts#remind": { args: [1, null, form()], refused: none },
  "(desk)/rounds/actions.ts#answer": {
    args: [{ round: 1, task: 1, expectedVersion: 1 }, null, form({ move: "start" })],
    refused: none,
  },
  "(desk)/rounds/actions.ts#accept": {
    args: [{ round: 1, task: 1, expectedVersion: 1 }, null, form()],
    refused: none,
  },
  "(desk)/rounds/actions.ts#giveBack": {
    args: [{ round: 1, task: 1, expectedVersion: 1 }, null, form({ note: "x" })],
    refused: none,
  },

  "(desk)/sessions/[organ]/[number]/move-actions.ts#moveOrPreview": {
    args: [
      { organ: "GA", session: 54, expectedVersion: 1 },
      null,
      form({ opens: "1999-09-15", closes: "2000-09-04", reason, source: "A/54/1", intent: "preview" }),
    ],
    refused: ["V", "C", "F"],
  },

  "answer/[token]/actions.ts#sendAnswer": { args: ["x", null, form()], refused: "public" },
  "unsubscribe/[token]/actions.ts#stopMails": { args: ["x", null, form()], refused: "public" },
  [`${settings}/feeds/actions.ts#makeFeed`]: { args: [null, form()], refused: none },
  [`${settings}/feeds/actions.ts#takeBack`]: { args: ["none", null, form()], refused: none },
  [`${settings}/reminders/actions.ts#savePreferences`]: { args: [null, form()], refused: none },
  [`${settings}/reminders/actions.ts#saveDelegate`]: { args: [null, form()], refused: none },
  [`${settings}/reminders/actions.ts#addHook`]: { args: [null, form()], refused: none },
  [`${settings}/reminders/actions.ts#removeHook`]: { args: ["none", null, form()], refused: none },
  "(desk)/inbox/actions.ts#silence": { args: [999_999, "mute", null, form()], refused: none },
  "(desk)/reminders/policies/[key]/actions.ts#savePolicy": { args: [0, null, null, form()], refused: none },
  "(desk)/reminders/policies/[key]/actions.ts#tryPolicy": { args: ["none", form()], refused: "public" },
  "(desk)/reminders/units/actions.ts#saveUnit": { args: ["none", 0, null, form()], refused: none },
  "(desk)/reminders/actions.ts#runNow": { args: [null, form()], refused: notAdmin },
  "(desk)/publish/[...symbol]/actions.ts#publish": {
    args: ["A/RES/52/205", 1, true, null, form({ reason })],
    refused: readers,
  },
  "(desk)/series/[...symbol]/series-actions.ts#recordDecision": { args: [{}, null, form()], refused: none },
  "(desk)/calendar/[organ]/[number]/edit-actions.ts#editOrPreview": {
    args: [{ organ: "GA", session: 53, expectedVersion: 1 }, null, form({ reason })],
    refused: none,
  },
  "(desk)/calendar/holidays/actions.ts#enterHoliday": {
    args: ["new-york", null, form({ day: "2031-03-05", name: "Walk", source: "ST/IC/2030/1", reason })],
    refused: notAdmin,
  },
  "(desk)/calendar/holidays/actions.ts#takeHolidayBack": {
    args: ["none", null, form({ reason })],
    refused: notAdmin,
  },
  "(desk)/calendar/pack-actions.ts#addPack": {
    args: [null, form({ file: new File(["{}"], "pack.json"), reason, source: "A/54/1" })],
    refused: none,
  },
  "(desk)/tasks/[number]/task-series-actions.ts#putOutput": { args: [task, null, form()], refused: none },
  "(desk)/tasks/[number]/task-series-actions.ts#closeRequests": { args: [1, null, form()], refused: none },
  "(desk)/tasks/[number]/task-series-actions.ts#openNext": {
    args: [1, null, form({ reason })],
    refused: none,
  },
  "(desk)/tasks/actions.ts#movesOf": { args: [1], refused: none },
  "(desk)/tasks/actions.ts#advanceStatus": {
    args: [{ ...task, transition: "start", fields: {} }],
    refused: ["V", "C", "F", "A"],
  },
  // Nothing can be taken back on task 1, which is said first to those who work on tasks at all.
  "(desk)/tasks/actions.ts#undoStatus": { args: [task], refused: ["V", "A"] },
  "(desk)/tasks/bulk-actions.ts#whatToChange": { args: [], refused: none, isSilent: true },
  "(desk)/tasks/bulk-actions.ts#changeSelected": { args: [null, form()], refused: none },
  "(desk)/tasks/view-actions.ts#keepView": { args: ["", null, form()], refused: none },
  "(desk)/tasks/view-actions.ts#removeView": { args: ["none"], refused: none, isSilent: true },
  [`${taskPage}#comment`]: {
    args: [{ number: 1, key: "walk-walk-walk-walk" }, null, form({ text: "Walk" })],
    refused: ["V", "A"],
  },
  [`${taskPage}#attach`]: {
    args: [{ number: 1, key: "walk-walk-walk-walk" }, null, form({ symbol: "A/53/1" })],
    refused: readers,
  },
  [`${taskPage}#watch`]: { args: [999_999, true], refused: none },
  [`${taskPage}#people`]: { args: ["zz"], refused: none },
  [`${taskPage}#nameOwner`]: { args: [task, null, form({ reason })], refused: readers },
  [`${taskPage}#nameUnit`]: { args: [task, null, form({ reason })], refused: readers },
  [`${taskPage}#putMeeting`]: {
    args: [task, null, form({ meetingOn: "1998-10-01", reason })],
    refused: readers,
  },
  [`${taskPage}#putSlot`]: {
    args: [task, null, form({ agreedSlot: "1998-10-01", reason })],
    refused: readers,
  },
  [`${taskPage}#putTarget`]: {
    args: [task, null, form({ internalTarget: "1998-10-01", reason })],
    refused: readers,
  },
  [`${taskPage}#putDeadline`]: {
    args: [task, null, form({ deadline: "1998-10-01", reason, authorisingText: "A/52/1" })],
    refused: readers,
  },
  [`${taskPage}#askDeadline`]: {
    args: [task, null, form({ deadline: "1998-10-01", reason, authorisingText: "A/52/1" })],
    refused: readers,
  },
  [`${taskPage}#refuseDeadline`]: { args: [task, null, form({ reason })], refused: readers },
  [`${taskPage}#markBlocked`]: { args: [task, null, form({ reason })], refused: readers },
  [`${taskPage}#markUnblocked`]: { args: [task, null, form({ reason })], refused: readers },
  [`${taskPage}#correct`]: { args: [task, null, form({ ask: "Walk", reason })], refused: readers },
  [`${taskPage}#tie`]: { args: [task, null, form({ relation: "parent", other: "2" })], refused: readers },
};

const app = join(process.cwd(), "app");

/** Files of the app by their last name, as the tables name them. */
export const filesNamed = (name: RegExp): readonly string[] =>
  walk(app)
    .filter((path) => name.test(path))
    .map((path) => relative(app, path))
    .sort();

/** Every server action by "file#name": exported functions of files that say "use server", and functions that say so inside. */
export const serverActions = (): readonly string[] =>
  walk(app)
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => actionsIn(path).map((name) => `${relative(app, path)}#${name}`))
    .sort();

function actionsIn(path: string): readonly string[] {
  const text = readFileSync(path, "utf8");
  if (!text.includes('"use server"')) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const saysSo = (statements: readonly ts.Statement[] | undefined): boolean => {
    const first = statements?.[0];
    return (
      first !== undefined &&
      ts.isExpressionStatement(first) &&
      ts.isStringLiteral(first.expression) &&
      first.expression.text === "use server"
    );
  };
  const isFile = saysSo(source.statements);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name) {
      const isExported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
      if (saysSo(node.body?.statements) || (isFile && isExported)) found.push(node.name.text);
    }
    if (ts.isVariableStatement(node) && isFile && node.parent === source)
      for (const { name } of node.declarationList.declarations)
        if (node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) && ts.isIdentifier(name))
          found.push(name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const walk = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
      )
    : [];
