import { addDays } from "@/lib/core/calendar/day";
import type { SessionCalendar } from "@/lib/core/calendar/rule";
import type { LoadLine } from "@/lib/core/import/load-line";
import type { WorkStatus } from "@/lib/core/task/status";
import { chanceOf, drawer } from "./chance";
import {
  addresseeShares,
  deliverableShares,
  secondVerbShare,
  sessionsAhead,
  undatedShare,
  verbShares,
} from "./shares";
import { paragraphText, topicOf } from "./words";

/** The day on which the made-up record is read: within the eightieth session of the General Assembly. */
export const benchDay = "2026-06-15";

const organsAsking = drawer([
  ["GA", 60],
  ["HRC", 25],
  ["ECOSOC", 15],
] as const);
const symbolOf = { GA: "A/RES", HRC: "A/HRC/RES", ECOSOC: "E/RES" } as const;
/** First and last session that asks; the Assembly's since it numbers resolutions as today. */
const spanOf = { GA: [31, 80], HRC: [1, 61], ECOSOC: [1996, 2025] } as const;

const drawVerb = drawer(verbShares);
const drawAddressee = drawer(addresseeShares);
const drawAhead = drawer(sessionsAhead);
const drawDeliverable = drawer(deliverableShares);

/** Where work stands whose target session is over, and where it does not yet have to be done. */
const drawPast = drawer<WorkStatus>([
  ["IMPLEMENTED", 78],
  ["SUPERSEDED", 9],
  ["NOT_IMPLEMENTED", 5],
  ["RETIRED", 2],
  ["ONGOING", 2],
  ["SUBMITTED", 1],
  ["IN_PROGRESS", 2],
  ["PENDING", 1],
]);
const drawAheadStatus = drawer<WorkStatus>([
  ["PENDING", 45],
  ["IN_PROGRESS", 35],
  ["SUBMITTED", 10],
  ["IMPLEMENTED", 8],
  ["DEFERRED", 2],
]);
const drawUndated = drawer<WorkStatus>([
  ["ONGOING", 30],
  ["IMPLEMENTED", 45],
  ["SUPERSEDED", 20],
  ["PENDING", 5],
]);

/**
 * Made-up resolutions with ten tasks each on average, always the same for a seed: paragraphs in the manner of the
 * organs, addressees, verbs and sessions by the shares measured on public resolutions.
 */
export async function* benchResolutions(
  count: number,
  calendar: SessionCalendar,
  owners: readonly string[],
): AsyncGenerator<LoadLine> {
  const chance = chanceOf(52_205);
  const numbers = new Map<string, number>();
  for (let made = 0; made < count; made++) {
    const organ = organsAsking(chance);
    const [first, last] = spanOf[organ];
    // Later sessions adopt more.
    const session = first + Math.floor(Math.sqrt(chance()) * (last - first + 1));
    const number = (numbers.get(`${organ} ${session}`) ?? 0) + 1;
    numbers.set(`${organ} ${session}`, number);
    yield aResolution({ organ, session, number }, calendar, owners, chance);
  }
}

type Place = { readonly organ: keyof typeof spanOf; readonly session: number; readonly number: number };

function aResolution(
  { organ, session, number }: Place,
  calendar: SessionCalendar,
  owners: readonly string[],
  chance: () => number,
): LoadLine {
  const opens = calendar.find(organ, session)?.opens ?? `${Math.min(2025, 1946 + session)}-06-01`;
  const adopted = addDays(opens, Math.floor(20 + chance() * 90));
  const topic = topicOf(chance);
  const paragraphs: LoadLine["paragraphs"] = [];
  const tasks: LoadLine["tasks"] = [];
  // Mean 12.5 operative paragraphs, of which two in three ask.
  const length = 2 + Math.floor(chance() * 22);
  for (let place = 1; place <= length; place++) {
    const asks = chance() < 0.665;
    const verb = asks ? drawVerb(chance) : "reaffirm";
    const addressee = drawAddressee(chance);
    const { text, ask } = paragraphText({ verb: drawVerbWord(verb), addressee, topic }, chance);
    paragraphs.push({ number: String(place), text });
    if (!asks) continue;
    const times = chance() < secondVerbShare ? 2 : 1;
    for (let nth = 0; nth < times; nth++)
      tasks.push(
        aTask(
          { para: String(place), ask, verb, addressee, organ, session, adopted },
          calendar,
          owners,
          chance,
        ),
      );
  }
  return {
    symbol: `${symbolOf[organ]}/${session}/${number}`,
    title: `${topic.slice(0, 1).toUpperCase()}${topic.slice(1)}`,
    organ,
    session,
    adopted,
    committee: organ === "GA" ? (committees[Math.floor(chance() * committees.length)] ?? "") : "",
    paragraphs,
    tasks,
  };
}

const committees = ["1", "2", "3", "4", "5", "6", "plenary"] as const;

const drawVerbWord = (verb: string): string =>
  `${verb.slice(0, 1).toUpperCase()}${verb.slice(1).replace(/^\w+/, (word) => `${word}s`)}`;

type Asked = {
  readonly para: string;
  readonly ask: string;
  readonly verb: string;
  readonly addressee: string;
  readonly organ: string;
  readonly session: number;
  readonly adopted: string;
};

function aTask(
  { para, ask, verb, addressee, organ, session, adopted }: Asked,
  calendar: SessionCalendar,
  owners: readonly string[],
  chance: () => number,
): LoadLine["tasks"][number] {
  const isDated = chance() >= undatedShare;
  const target = isDated ? calendar.find(organ, session + drawAhead(chance)) : null;
  const opens = target?.opens ?? null;
  // Most are due by the opening; some on a day of their own before it.
  const dueOn = opens === null ? null : chance() < 0.75 ? opens : addDays(opens, -Math.floor(chance() * 120));
  const isOver = dueOn !== null && dueOn < benchDay;
  const status = dueOn === null ? drawUndated(chance) : isOver ? drawPast(chance) : drawAheadStatus(chance);
  const isWorkedOn = ["PENDING", "IN_PROGRESS", "SUBMITTED"].includes(status);
  return {
    para,
    ask,
    verb,
    deliverable: drawDeliverable(chance),
    status,
    statusSince: addDays(adopted, Math.floor(chance() * 60)),
    leads: chance() < 0.12 ? [addressee, drawAddressee(chance)] : [addressee],
    dueFrom: null,
    dueOn,
    certainty: dueOn === null ? "unknown" : target?.standing === "fixed" ? "fixed" : "expected",
    targetOrgan: target?.organ ?? null,
    targetSession: target?.session ?? null,
    owner: isWorkedOn && chance() < 0.6 ? (owners[Math.floor(chance() * owners.length)] ?? null) : null,
    nextStep: isWorkedOn && dueOn !== null && !isOver ? { code: "submit", on: addDays(dueOn, -70) } : null,
  };
}
