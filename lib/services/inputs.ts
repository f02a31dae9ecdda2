/** What the use cases accept, as zod schemas: the door of every form, route and command. */
import { z } from "zod";
import { isIsoDate } from "@/lib/core/calendar/day";
import { outputKinds } from "@/lib/core/calendar/document-rules";
import type { DutyStationId } from "@/lib/core/calendar/duty-stations";
import type { DeadlineRule } from "@/lib/core/calendar/rule";
import { deliverables } from "@/lib/core/mandate/candidate-action";
import { taskFilterSchema, taskSortSchema } from "@/lib/core/task/filter";
import { roundMoves } from "@/lib/core/task/round";
import type { TransitionName } from "@/lib/core/task/workflow";
import { workflow } from "@/lib/core/task/workflow";
import { words } from "./words";

export const isoDaySchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "Give the day as YYYY-MM-DD.")
  .refine(isIsoDate, "There is no such day.");
/** Database text holds no NUL; lone surrogates would be lost on the way. */
const id = words(120).min(1);
const symbol = words(120).trim();
const number = z.coerce.number().int().min(1).max(2_147_483_647);
const optionalDay = z.preprocess((given) => (given === "" ? null : given), isoDaySchema.nullable());

const organ = words(200).min(1);
const sessionNumber = z.coerce.number().int().min(1).max(9999);
const operator = z.enum(["at", "beginning", "before", "by", "end", "after", "during"]);
const part = z.enum([
  "beginning",
  "main",
  "resumed",
  "first-resumed",
  "second-resumed",
  "substantive",
  "organizational",
  "high-level",
  "end",
]);

/** A deadline rule as a person may give it; parts left empty are left out. */
const ruleAsGiven = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("session"),
    organ,
    session: sessionNumber,
    part: part.optional(),
    operator: operator.default("at"),
  }),
  z.object({ kind: z.literal("date"), on: isoDaySchema, operator: operator.default("by") }),
  z.object({
    kind: z.literal("month"),
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    operator: operator.default("by"),
  }),
  z.object({
    kind: z.literal("year"),
    year: z.coerce.number().int().min(1945).max(2200),
    operator: operator.default("by"),
  }),
  z.object({
    kind: z.literal("relative"),
    amount: z.coerce.number().int().min(1).max(1000),
    unit: z.enum(["day", "week", "month", "year"]),
    from: words(200).min(1),
    operator: operator.default("by"),
  }),
  z.object({ kind: z.literal("event"), name: words(300).min(1), operator: operator.default("at") }),
]);
export const deadlineRuleSchema = ruleAsGiven.transform(
  (rule) =>
    Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as DeadlineRule,
);

export const evidenceRefSchema = z.object({
  symbol: symbol.default(""),
  title: words(300).default(""),
  url: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(500)]).default(""),
  day: optionalDay.default(null),
});

/** Which task, and the version that the person had before their eyes. */
const taskVersion = { number, expectedVersion: z.coerce.number().int().min(1) };
const effective = { effectiveOn: isoDaySchema.optional() };

const transitionNames = workflow.map((move) => move.name) as [TransitionName, ...TransitionName[]];
export const advanceInput = z.object({
  ...taskVersion,
  ...effective,
  transition: z.enum([...transitionNames, "proposeClosure", "declineClosure"]),
  /** Comment, explanation or reason, in the person's words. */
  reason: words(4000).trim().default(""),
  documentSymbol: symbol.default(""),
  jobNumber: words(60).trim().default(""),
  evidence: z.array(evidenceRefSchema).max(20).default([]),
  decidingDocument: symbol.default(""),
  newSession: z.object({ organ, session: sessionNumber }).nullable().default(null),
  reviewSession: z.object({ organ, session: sessionNumber }).nullable().default(null),
  /** "A/RES/54/226#op4" or a symbol with its paragraph in words. */
  successor: words(200).trim().default(""),
});

export const listTasksInput = z.object({
  filter: taskFilterSchema.default({}),
  sort: taskSortSchema.default({ by: "due", direction: "asc" }),
  cursor: words(400).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  asOf: isoDaySchema.optional(),
});
export const taskPageInput = z.object({ number, asOf: isoDaySchema.optional() });
export const assignOwnerInput = z.object({
  ...taskVersion,
  ...effective,
  ownerId: id.nullable(),
  reason: words(1000).default(""),
});
export const setResponsibleInput = z.object({
  ...taskVersion,
  ...effective,
  responsibleId: id.nullable(),
  reason: words(1000).default(""),
});
export const setMeetingInput = z.object({
  ...taskVersion,
  ...effective,
  meetingOn: optionalDay,
  reason: words(1000).default(""),
});
export const setAgreedSlotInput = z.object({
  ...taskVersion,
  ...effective,
  agreedSlot: optionalDay,
  jobNumber: words(60).trim().optional(),
  reason: words(1000).default(""),
});
export const setInternalTargetInput = z.object({
  ...taskVersion,
  internalTarget: optionalDay,
  reason: words(1000).default(""),
});
export const changeDeadlineInput = z.object({
  ...taskVersion,
  ...effective,
  rules: z.array(deadlineRuleSchema).max(6),
  reason: words(2000).trim(),
  /** Symbol of the text by which the organ itself moved its deadline. */
  authorisingText: symbol.default(""),
  /** Who was told of it, in words: delegations, the committee's bureau, the documents planners. */
  told: words(500).trim().optional(),
});
export const declineDeadlineInput = z.object({ ...taskVersion, reason: words(2000).trim() });
export const blockInput = z.object({ ...taskVersion, ...effective, reason: words(1000).trim() });
export const unblockInput = z.object({
  ...taskVersion,
  ...effective,
  reason: words(1000).trim().default(""),
});
/** Made by the form when it is drawn: the same form sent twice is one comment, one piece of evidence. */
const formKey = words(80).optional();
export const commentInput = z.object({
  number,
  text: words(10_000).trim().min(1, "Write the comment first."),
  mentions: z.array(id).max(20).default([]),
  isQuestion: z.boolean().optional(),
  /** The question that this comment answers. */
  answers: id.nullable().optional(),
  key: formKey,
});
export const evidenceFileInput = z.object({ id });
export const watchInput = z.object({ number, watch: z.boolean() });
export const findPeopleInput = z.object({ text: words(80).trim().default("") });
export const addEvidenceInput = z.object({
  number,
  ...evidenceRefSchema.shape,
  file: z
    .object({ name: words(200).min(1), mediaType: words(100), bytes: z.instanceof(Uint8Array) })
    .nullable()
    .default(null),
  key: formKey,
});
export const undoInput = z.object({ ...taskVersion, reason: words(1000).default("") });
export const editTaskInput = z.object({
  ...taskVersion,
  ask: words(5000).trim().min(1).optional(),
  deliverable: z.enum(deliverables).optional(),
  agendaTitle: words(1000).trim().optional(),
  reason: words(1000).trim(),
});
export const linkTaskInput = z.object({
  ...taskVersion,
  relation: z.enum(["parent", "host", "previous"]),
  other: number.nullable(),
  reason: words(1000).default(""),
});
export const bulkAdvanceInput = z.object({
  rows: z
    .array(z.object(taskVersion))
    .min(1, "Select at least one task.")
    .max(500, "At most 500 tasks at a time."),
  change: advanceInput.omit({ number: true, expectedVersion: true }),
});

const bulkRows = z
  .array(z.object(taskVersion))
  .min(1, "Select at least one task.")
  .max(500, "At most 500 tasks at a time.");
/** One change for many tasks; each row is asked for permission and stands or falls by itself. */
export const bulkChangeInput = z.object({
  rows: bulkRows,
  change: z.discriminatedUnion("kind", [
    advanceInput.omit({ number: true, expectedVersion: true }).extend({ kind: z.literal("status") }),
    assignOwnerInput.omit({ number: true, expectedVersion: true }).extend({ kind: z.literal("owner") }),
    setResponsibleInput.omit({ number: true, expectedVersion: true }).extend({ kind: z.literal("unit") }),
    setInternalTargetInput
      .omit({ number: true, expectedVersion: true })
      .extend({ kind: z.literal("target") }),
    changeDeadlineInput.omit({ number: true, expectedVersion: true }).extend({ kind: z.literal("deadline") }),
    z.object({ kind: z.literal("watch"), watch: z.boolean() }),
  ]),
});

export const ingestInput = z.object({
  text: words(5_000_000).optional(),
  file: z
    .object({ name: words(200), mediaType: words(100).default(""), bytes: z.instanceof(Uint8Array) })
    .optional(),
  /** For a text that shows no symbol: what the person says it is. */
  symbol: symbol.optional(),
});

export const reviewQueueInput = z.object({
  cursor: words(400).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  done: z.boolean().default(false),
});
export const reviewPageInput = z.object({ symbol: symbol.min(1) });

const resolutionVersion = { resolutionId: id, expectedVersion: z.coerce.number().int().min(1), ...effective };
const links = {
  parentReference: words(200).nullable().default(null),
  hostReference: words(200).nullable().default(null),
  responsibleId: id.nullable().default(null),
  ownerId: id.nullable().default(null),
};

/** The values that a person may change in a proposal, or give to a new one. */
export const actionValuesSchema = z.object({
  verb: words(60).trim().min(1, "Give the verb."),
  lead: z.array(words(400).trim().min(1)).max(30),
  with: z
    .array(
      z.object({
        name: words(400).trim().min(1),
        role: z.enum(["cooperation", "consultation", "support", "through"]),
      }),
    )
    .max(30)
    .default([]),
  deliverable: z.enum(deliverables),
  deadlines: z.array(deadlineRuleSchema).max(6).default([]),
  ask: words(5000).trim().min(1, "Say what is asked."),
  agendaTitle: words(1000).trim().default(""),
});

export const acceptInput = z.object({ ...resolutionVersion, ...links, candidateId: id });
export const acceptManyInput = z.object({ ...resolutionVersion, candidateIds: z.array(id).min(1).max(200) });
export const editProposalInput = z.object({
  ...resolutionVersion,
  ...links,
  candidateId: id,
  values: actionValuesSchema,
  reason: words(1000).default(""),
});
export const splitInput = z.object({
  ...resolutionVersion,
  candidateId: id,
  parts: z.array(actionValuesSchema).min(2, "Give at least two parts.").max(10),
  reason: words(1000).default(""),
});
export const mergeInput = z.object({
  ...resolutionVersion,
  candidateIds: z.array(id).min(2, "Choose at least two proposals.").max(10),
  values: actionValuesSchema.optional(),
  reason: words(1000).default(""),
});
export const dismissInput = z.object({
  ...resolutionVersion,
  candidateId: id,
  reasonCode: words(60).min(1),
  reason: words(1000).trim().default(""),
});
export const notActionableInput = z.object({
  ...resolutionVersion,
  paragraphId: id,
  reasonCode: words(60).min(1),
  reason: words(1000).trim().default(""),
});
export const addActionInput = z.object({
  ...resolutionVersion,
  ...links,
  paragraphId: id,
  /** The words selected in the source text, as offsets into it. */
  selection: z.object({ start: z.number().int().min(0), end: z.number().int().min(1) }),
  values: actionValuesSchema,
});
export const undoDecisionInput = z.object({
  ...resolutionVersion,
  decisionId: z.string().regex(/^\d{1,18}$/),
  reason: words(1000).default(""),
});
export const claimInput = z.object({ resolutionId: id, claim: z.boolean() });

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
const resumedPart = z.object({
  from: isoDaySchema,
  to: isoDaySchema.nullable(),
  name: words(100).optional(),
});
export const moveSessionInput = z.object({
  organ,
  session: sessionNumber,
  expectedVersion: z.coerce.number().int().min(0),
  opens: optionalDay,
  closes: optionalDay,
  mainPartEnds: optionalDay.default(null),
  resumedParts: z.array(resumedPart).max(12).optional(),
  highLevel: z.object({ from: isoDaySchema, to: isoDaySchema }).nullable().optional(),
  generalDebate: z.object({ from: isoDaySchema, to: isoDaySchema.nullable() }).nullable().optional(),
  parts: z
    .array(
      z.object({
        name: words(200).trim().min(1),
        from: isoDaySchema,
        to: isoDaySchema,
        source: words(500).trim().optional(),
      }),
    )
    .max(40)
    .optional(),
  label: words(40).trim().min(1).optional(),
  note: words(1000).trim().optional(),
  timeZone: words(60).refine(isTimeZone, "Give a time zone such as Europe/Zurich.").optional(),
  /** The session is not in the calendar yet, and no rule proposes it: add it. */
  isNew: z.coerce.boolean().default(false),
  standing: z.enum(["fixed", "derived", "reported", "bounds", "unknown"]).default("fixed"),
  reason: words(2000).trim(),
  source: words(500).trim(),
});
export const sessionPageInput = z.object({ organ, session: sessionNumber, asOf: isoDaySchema.optional() });
export const calendarPackInput = z.object({
  pack: z.unknown(),
  reason: words(2000).trim(),
  source: words(500).trim(),
});
export const asOfInput = z.object({ asOf: isoDaySchema.optional() });
export const bodyPageInput = z.object({ id, asOf: isoDaySchema.optional() });
export const bodySearchInput = z.object({
  text: words(200).trim(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export const saveViewInput = z.object({
  name: words(80).trim().min(1, "Give the view a name."),
  query: words(2000),
  isShared: z.boolean().default(false),
});
export const viewIdInput = z.object({ id });
export const previewRoundInput = z.object({ filter: taskFilterSchema.default({}) });
export const sendRoundInput = z.object({
  filter: taskFilterSchema.default({}),
  /** The filter as typed, to be shown with the round. */
  query: words(2000).default(""),
  title: words(200).trim().min(1, "Give the round a title."),
  question: words(2000).trim().default(""),
  answerBy: optionalDay.default(null),
  key: formKey,
});
export const roundInput = z.object({ number });
export const closeRoundInput = z.object({ number, reason: words(1000).trim() });
const roundRow = { round: number, task: number, expectedVersion: z.coerce.number().int().min(1) };
export const answerRowInput = z.object({
  ...roundRow,
  move: z.enum(roundMoves),
  note: words(4000).trim().default(""),
  documentSymbol: symbol.default(""),
  jobNumber: words(60).trim().default(""),
  evidence: z.array(evidenceRefSchema).max(20).default([]),
  reviewSession: z.object({ organ, session: sessionNumber }).nullable().default(null),
});
export const decideRowInput = z.object({
  ...roundRow,
  accept: z.boolean(),
  note: words(2000).trim().default(""),
});

const station = z.enum(["new-york", "geneva", "vienna", "nairobi"] satisfies DutyStationId[]);
export const holidaysInput = z.object({ station, year: z.coerce.number().int().min(1945).max(2200) });
export const addHolidayInput = z.object({
  station,
  day: isoDaySchema,
  name: words(120).trim(),
  source: words(300).trim(),
  reason: words(1000).trim(),
});
export const endHolidayInput = z.object({ id: words(60), reason: words(1000).trim() });

export const closeCarriedInput = z.object({
  number,
  rows: z.array(z.object({ number, expectedVersion: z.coerce.number().int().min(1) })).max(100),
});

export const nextOccurrenceInput = z.object({
  number,
  /** Where the text gives no rhythm, or a decision names another session. */
  session: z.object({ organ, session: sessionNumber }).nullable().default(null),
  reason: words(1000).trim(),
});
export const lineageInput = z.object({ number });
const optionalCount = z.preprocess(
  (given) => (given === "" ? null : given),
  z.coerce.number().int().min(1).max(1_000_000).nullable(),
);
export const setOutputInput = z.object({
  ...taskVersion,
  ...effective,
  outputKind: z.preprocess((given) => (given === "" ? null : given), z.enum(outputKinds).nullable()),
  /** The number of the report that carries this one; null for none. */
  host: z.preprocess((given) => (given === "" ? null : given), number.nullable()).default(null),
  draftWords: optionalCount.default(null),
  wordLimit: optionalCount.default(null),
  wordLimitSource: symbol.default(""),
  reason: words(1000).trim().default(""),
});
export const seriesInput = z.object({ symbol: symbol.min(1), beside: symbol.default("") });
export const decideSeriesInput = z.object({
  ...taskVersion,
  /** The later resolution. */
  later: symbol.min(1),
  verdict: z.enum(["renewed", "changed", "consolidated", "silent"]),
  /** The paragraph of the later text that takes its place; "" where it is silent. */
  paragraph: words(200).trim().default(""),
  reason: words(2000).trim().default(""),
});
export const slipsInput = z.object({
  organ: words(200).optional(),
  session: sessionNumber.optional(),
  onlyLater: z.boolean().default(false),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullable()
    .default(null),
});
