import type { Actor } from "@/lib/auth/actor";
import type { IsoDate } from "@/lib/core/calendar/rule";
import { fail, ok, type Result } from "@/lib/core/result";
import { emptyMove, type MoveInput, type MoveName } from "@/lib/core/task/move";
import type { NoFollowUpReason } from "@/lib/core/task/review";
import { bodiesByName } from "@/lib/db/bodies";
import { readTask } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { advanceTask } from "./advance-task";
import { ingestText } from "./ingest";
import { reviewPage } from "./review";
import { acceptProposal, markNotActionable } from "./review-decisions";
import { commentOnTask } from "./task-record";
import { assignOwner, blockTask } from "./tasks";

/** The offices of the demonstration, under the names of the registry. */
export const demoUnits = {
  specialUnit: "Special Unit for Technical Cooperation among Developing Countries",
  desa: "Department of Economic and Social Affairs",
  conferences: "Department for General Assembly and Conference Management",
} as const;
type DemoUnit = keyof typeof demoUnits;

/** The people of the demonstration: invented persons, each in a role. They must be members of the bodies named. */
export type DemoPeople = {
  readonly secretary: Actor;
  readonly specialUnit: { readonly focalPoint: Actor; readonly contributor: Actor };
  readonly desa: { readonly contributor: Actor };
  readonly conferences: { readonly focalPoint: Actor };
};

/** The working date on which the demonstration opens. */
export const demoDay: IsoDate = "1998-08-03";

/** Which office answers for each action, by paragraph and its place within it: an internal routing. */
const routing: readonly (readonly [action: string, unit: DemoUnit])[] = [
  ["3/1", "desa"],
  ["4/1", "specialUnit"],
  ["6/1", "specialUnit"],
  ["7/1", "specialUnit"],
  ["8/1", "specialUnit"],
  ["8/2", "specialUnit"],
  ["9/1", "conferences"],
  ["9/2", "specialUnit"],
  ["10/1", "conferences"],
  ["11/1", "desa"],
  ["12/1", "conferences"],
  ["12/2", "specialUnit"],
];

const setAside: readonly (readonly [number: string, reason: NoFollowUpReason, words: string])[] = [
  ["1", "endorses", "Link to A/52/39 and its annex I"],
  ["2", "takes_note", "Closes the earlier request: the report is A/52/402"],
  ["5", "stresses", "A topic for the report asked for in paragraph 12"],
];

const symbol = "A/RES/52/205";

/**
 * Loads the demonstration: takes the text of 52/205 in, decides on its twelve paragraphs, and does on the days of 1998
 * what offices do, so that on 3 August 1998 there is something to see. Everything goes through the use cases, as people
 * would do it. Where the resolution is there already, nothing is done. Gives the number of tasks.
 */
export async function seedDemo(deps: Deps, people: DemoPeople, text: string): Promise<Result<number>> {
  const on = (day: IsoDate): Deps => ({ ...deps, today: async () => day });
  const taken = await ingestText(on("1997-12-22"), people.secretary, { text });
  if (!taken.ok) return taken;
  if (taken.value.outcome !== "created") return ok(0);
  const units = await bodiesByName(deps.db, Object.values(demoUnits));
  const numbers = await decided(on("1997-12-22"), people.secretary, units);
  if (!numbers.ok) return numbers;
  const acted = await actedOn(on, people, numbers.value);
  return acted.ok ? ok(numbers.value.size) : acted;
}

type Numbers = ReadonlyMap<string, number>;

/** The review of the twelve paragraphs; gives the tasks' numbers by "9/2". */
async function decided(
  deps: Deps,
  secretary: Actor,
  units: ReadonlyMap<string, { readonly id: string }>,
): Promise<Result<Numbers>> {
  const numbers = new Map<string, number>();
  for (const [number, reasonCode, reason] of setAside) {
    const page = await reviewPage(deps, secretary, { symbol });
    if (!page.ok) return page;
    const paragraphId =
      page.value.paragraphs.find((one) => one.kind === "operative" && one.number === number)?.id ?? "";
    const { resolutionId, version: expectedVersion } = page.value;
    const done = await markNotActionable(deps, secretary, {
      resolutionId,
      expectedVersion,
      paragraphId,
      reasonCode,
      reason,
    });
    if (!done.ok) return done;
  }
  for (const [action, unit] of routing) {
    const page = await reviewPage(deps, secretary, { symbol });
    if (!page.ok) return page;
    const reference = `${symbol}#op${action}`;
    const candidateId = page.value.paragraphs
      .flatMap((one) => one.proposals)
      .find((one) => one.stableId === reference)?.id;
    if (candidateId === undefined)
      return fail("not-found", `The text of the demonstration gives no action ${reference}.`);
    const { resolutionId, version: expectedVersion } = page.value;
    const done = await acceptProposal(deps, secretary, {
      resolutionId,
      expectedVersion,
      candidateId,
      parentReference: action === "9/2" ? `${symbol}#op9/1` : null,
      hostReference: null,
      responsibleId: units.get(demoUnits[unit])?.id ?? null,
      ownerId: null,
    });
    if (!done.ok) return done;
    numbers.set(action, done.value.taskNumbers[0] ?? 0);
  }
  return ok(numbers);
}

/** One act of the demonstration: who does what to which action, on which day. */
type Act =
  | { readonly day: IsoDate; readonly by: Actor; readonly action: string; readonly owner: Actor }
  | {
      readonly day: IsoDate;
      readonly by: Actor;
      readonly action: string;
      readonly move: MoveName;
      readonly with?: Partial<MoveInput>;
    }
  | { readonly day: IsoDate; readonly by: Actor; readonly action: string; readonly blocked: string }
  | { readonly day: IsoDate; readonly by: Actor; readonly action: string; readonly comment: string };

function acts(people: DemoPeople): readonly Act[] {
  const { secretary } = people;
  const { focalPoint, contributor } = people.specialUnit;
  const officer = people.desa.contributor;
  const conferences = people.conferences.focalPoint;
  const standing = ["6/1", "7/1", "8/1", "8/2"];
  const reviewSession = { organ: "GA", session: 54 };
  return [
    ...standing.map((action): Act => ({ day: "1998-01-12", by: focalPoint, action, owner: focalPoint })),
    ...standing.map(
      (action): Act => ({
        day: "1998-01-12",
        by: focalPoint,
        action,
        move: "monitor",
        with: { reviewSession },
      }),
    ),
    { day: "1998-01-12", by: focalPoint, action: "9/2", owner: contributor },
    { day: "1998-01-12", by: focalPoint, action: "4/1", owner: focalPoint },
    { day: "1998-01-14", by: secretary, action: "9/1", owner: conferences },
    { day: "1998-01-14", by: secretary, action: "10/1", owner: conferences },
    { day: "1998-01-14", by: secretary, action: "12/1", owner: conferences },
    { day: "1998-01-14", by: secretary, action: "11/1", owner: officer },
    { day: "1998-02-02", by: conferences, action: "9/1", move: "start" },
    { day: "1998-02-02", by: focalPoint, action: "9/2", move: "start" },
    { day: "1998-02-16", by: secretary, action: "11/1", move: "start" },
    { day: "1998-03-02", by: focalPoint, action: "4/1", move: "start" },
    { day: "1998-03-16", by: focalPoint, action: "12/2", owner: contributor },
    {
      day: "1998-04-20",
      by: focalPoint,
      action: "4/1",
      blocked: "Waiting for the joint lead to agree on the division of work",
    },
    {
      day: "1998-05-11",
      by: contributor,
      action: "9/2",
      comment: "Outline of the documentation is with the focal point.",
    },
    { day: "1998-06-08", by: conferences, action: "10/1", move: "start" },
    {
      day: "1998-06-08",
      by: secretary,
      action: "9/1",
      comment: "By resolution 52/232 the fifty-third session opens on 9 September 1998.",
    },
    {
      day: "1998-07-10",
      by: conferences,
      action: "10/1",
      move: "submit",
      with: { documentSymbol: "A/53/150" },
    },
    { day: "1998-07-30", by: officer, action: "11/1", move: "submit", with: { documentSymbol: "A/53/226" } },
  ];
}

async function actedOn(
  on: (day: IsoDate) => Deps,
  people: DemoPeople,
  numbers: Numbers,
): Promise<Result<null>> {
  for (const act of acts(people)) {
    const deps = on(act.day);
    const number = numbers.get(act.action) ?? 0;
    const expectedVersion = (await readTask(deps.db, number))?.version ?? 0;
    const done =
      "owner" in act
        ? await assignOwner(deps, act.by, {
            number,
            expectedVersion,
            ownerId: act.owner.personId,
            reason: "",
          })
        : "blocked" in act
          ? await blockTask(deps, act.by, { number, expectedVersion, reason: act.blocked })
          : "comment" in act
            ? await commentOnTask(deps, act.by, { number, text: act.comment, mentions: [] })
            : await advanceTask(deps, act.by, {
                ...emptyMove,
                ...act.with,
                evidence: [],
                number,
                expectedVersion,
                transition: act.move,
              });
    if (!done.ok)
      return fail(
        done.error.code,
        `Demonstration, ${act.day}, paragraph ${act.action}: ${done.error.message}`,
      );
  }
  return ok(null);
}
