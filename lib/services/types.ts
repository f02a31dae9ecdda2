/**
 * What the use cases give to pages. Plain values that can cross to the browser: days are YYYY-MM-DD, instants are
 * ISO strings in UTC, spans are offsets into the immutable source text.
 */

import type { OutputKind, WordLimit } from "@/lib/core/calendar/document-rules";
import type { StepStanding } from "@/lib/core/calendar/plan-shapes";
import type {
  Because,
  CalendarSession,
  Certainty,
  DeadlineRule,
  IsoDate,
  Recurrence,
  SessionPart,
} from "@/lib/core/calendar/rule";
import type { CandidateAction, Deliverable, NoFollowUp } from "@/lib/core/mandate/candidate-action";
import type { Footnote, ParagraphKind, ReadingWarning } from "@/lib/core/resolution/resolution";
import type { CarriedMove } from "@/lib/core/task/carried";
import type { TaskEvent } from "@/lib/core/task/events";
import type { TaskFilter, TaskSort } from "@/lib/core/task/filter";
import type { MandateStatus } from "@/lib/core/task/mandate-status";
import type { CandidateState, ParagraphDecision } from "@/lib/core/task/review";
import type { Sentence } from "@/lib/core/task/sentences";
import type { SeriesVerdict } from "@/lib/core/task/series";
import type { WorkStatus } from "@/lib/core/task/status";
import type {
  ClosureProposal,
  DeadlineProposal,
  EvidenceRef,
  TaskBodyRef,
  TaskDeadline,
} from "@/lib/core/task/task";
import type { Timeliness } from "@/lib/core/task/timeliness";
import type { Requirement, Role, TransitionName } from "@/lib/core/task/workflow";
import type { Span } from "@/lib/core/text/span";
import type { DiffPart } from "@/lib/core/text/word-diff";
import type { SlipRow } from "@/lib/db/slips";

export type PersonRef = { readonly id: string; readonly name: string };
export type BodyRef = { readonly id: string; readonly name: string };
export type SessionRef = { readonly organ: string; readonly session: number };

/** A count together with the filter whose list holds exactly the counted rows. */
export type Figure = { readonly count: number; readonly filter: TaskFilter };

/** A count that stops at a bound: `isExact` false reads "more than `count`". */
export type BoundedCount = { readonly count: number; readonly isExact: boolean };

// ---------------------------------------------------------------- tasks

/** One line of a list of tasks. */
export type TaskRow = {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly symbol: string;
  readonly para: string;
  readonly ask: string;
  readonly verb: string;
  readonly deliverable: Deliverable;
  readonly agendaTitle: string;
  readonly status: WorkStatus;
  readonly statusSince: IsoDate;
  readonly timeliness: Timeliness;
  readonly isBlocked: boolean;
  readonly blockedReason: string;
  readonly isClosureProposed: boolean;
  readonly leads: readonly { readonly bodyId: string | null; readonly name: string }[];
  readonly responsible: BodyRef | null;
  readonly owner: PersonRef | null;
  readonly target: {
    readonly organ: string;
    readonly session: number;
    readonly part: SessionPart | null;
  } | null;
  readonly dueFrom: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly dueCertainty: Certainty;
  /** First step of the backward plan that is not behind the task yet; late where its day has passed. */
  readonly nextStep: { readonly code: string; readonly on: IsoDate } | null;
  readonly internalTarget: IsoDate | null;
  readonly version: number;
};

/** One page of a list. Cursors are opaque; null at the ends. */
export type TaskList = {
  readonly rows: readonly TaskRow[];
  readonly total: BoundedCount;
  readonly nextCursor: string | null;
  readonly filter: TaskFilter;
  readonly sort: TaskSort;
  readonly asOf: IsoDate;
  /** True where `asOf` lies before the working date: statuses are those of that day, nothing can be changed. */
  readonly isPast: boolean;
};

/** A stretch of the source text with what was read from it. */
export type Highlight = {
  /** "verb" | "lead" | "with" | "deliverable" | "deadline" | "recurrence" | "agendaTitle" | "ask" | "condition" */
  readonly field: string;
  readonly value: string;
  readonly quote: string;
  readonly spans: readonly Span[];
  readonly basis: "exact" | "inferred";
  readonly rule: string;
  readonly certainty: number;
  /** What else the words could mean, as kept beside the choice. */
  readonly alternatives: readonly string[];
};

/** A part of the source text; `offset` is where it starts, so span − offset gives the place in `text`. */
export type SourceExcerpt = {
  readonly sourceId: string;
  readonly offset: number;
  readonly text: string;
  readonly language: string;
};

/** A sentence of reasoning or history: a code with values for translation, and its English. */
export type SentenceView = Sentence & { readonly text: string; readonly source?: string };

/** One step of the backward plan, in order of days. */
export type PlanStepView = {
  readonly code: string;
  readonly on: IsoDate;
  /** Set where the step may fall on any day from here until `on`. */
  readonly from: IsoDate | null;
  /** Where the day comes from: agreed, a rule, the rule of today (younger than the text), habit, calendar, text. */
  readonly standing: StepStanding;
  readonly title: string;
  readonly because: readonly SentenceView[];
  readonly state: "done" | "late" | "next" | "ahead";
};

/** A move as offered to this person: `needs` says what to ask for; `problem` why it cannot be made, in plain words. */
export type OfferedTransition = {
  readonly name: TransitionName | "proposeClosure" | "declineClosure";
  readonly label: string;
  readonly to: WorkStatus;
  readonly needs: readonly Requirement[];
  readonly problem: string | null;
};

export type HistoryLine = {
  readonly sequence: number;
  readonly at: string;
  readonly effectiveOn: IsoDate;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly type: TaskEvent["type"];
  readonly sentence: SentenceView;
  readonly evidence: readonly EvidenceRef[];
  readonly hash: string;
};

export type CommentView = {
  readonly id: string;
  readonly author: PersonRef;
  readonly at: string;
  readonly text: string;
  readonly mentions: readonly string[];
  readonly isQuestion: boolean;
  /** The question that this one answers. */
  readonly answersId: string | null;
};

export type EvidenceView = EvidenceRef & {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly addedBy: PersonRef;
  readonly addedAt: string;
};

/** Another task that stands in some relation to this one. */
export type LinkedTask = {
  readonly number: number;
  readonly reference: string;
  readonly para: string;
  readonly ask: string;
  readonly status: WorkStatus;
  readonly dueOn: IsoDate | null;
  readonly relation: "sibling" | "parent" | "child" | "host" | "section" | "previous" | "next";
};

/** Everything the page of one task shows. */
export type TaskPage = {
  readonly row: TaskRow;
  readonly deadline: TaskDeadline;
  readonly because: readonly SentenceView[];
  readonly deadlineProposal: DeadlineProposal | null;
  /** The last day that the proposed deadline would give. */
  readonly proposedDue: IsoDate | null;
  readonly mandateStatus: MandateStatus;
  readonly mandateDocument: string;
  readonly closureProposal: ClosureProposal | null;
  readonly meetingOn: IsoDate | null;
  readonly agreedSlot: IsoDate | null;
  readonly jobNumber: string;
  /** The report of which this is a section, in the words of the text; "" where it is none. */
  readonly hostReport: string;
  readonly reviewSession: SessionRef | null;
  readonly conditions: readonly string[];
  readonly bodies: readonly TaskBodyRef[];
  readonly plan: readonly PlanStepView[];
  /** Said where the deadline as adopted leaves less time than the plan needs. */
  readonly planWarnings: readonly SentenceView[];
  readonly resolution: {
    readonly symbol: string;
    readonly title: string;
    readonly adopted: IsoDate | null;
    readonly meeting: string | null;
  };
  readonly paragraph: {
    readonly stableId: string;
    readonly number: string;
    readonly text: string;
    readonly spans: readonly Span[];
  };
  readonly source: SourceExcerpt;
  readonly highlights: readonly Highlight[];
  /** The same paragraph in the other languages that were taken in. */
  readonly inLanguages: readonly ParagraphInLanguage[];
  readonly evidence: readonly EvidenceView[];
  readonly comments: readonly CommentView[];
  readonly history: readonly HistoryLine[];
  readonly transitions: readonly OfferedTransition[];
  readonly links: readonly LinkedTask[];
  /** People whom this person may name as owner. */
  readonly possibleOwners: readonly PersonRef[];
  readonly possibleUnits: readonly BodyRef[];
  readonly may: {
    readonly assign: boolean;
    readonly plan: boolean;
    readonly changeDeadline: boolean;
    readonly proposeDeadline: boolean;
    readonly block: boolean;
    readonly comment: boolean;
    readonly addEvidence: boolean;
    readonly editText: boolean;
    readonly undo: boolean;
  };
  /** True where the reader watches the task. */
  readonly isWatching: boolean;
  readonly asOf: IsoDate;
  readonly isPast: boolean;
};

/** What a change gives back: where the task stands now and the line that was written. */
export type TaskChanged = {
  readonly number: number;
  readonly status: WorkStatus;
  readonly version: number;
  readonly sentence: SentenceView;
};

/** The outcome of one row of a bulk change. */
export type RowOutcome = {
  readonly number: number;
  readonly ok: boolean;
  readonly message: string;
  readonly status: WorkStatus | null;
  readonly version: number | null;
};
export type BulkOutcome = {
  readonly rows: readonly RowOutcome[];
  readonly changed: number;
  readonly refused: number;
};

// ---------------------------------------------------------------- intake and review

/** One paragraph in another language than the one under review. */
export type ParagraphInLanguage = { readonly language: string; readonly text: string };

/** A resolution in another language: its paragraphs by their stable ids. */
export type TextInLanguage = {
  readonly language: string;
  readonly title: string;
  readonly paragraphs: Readonly<Record<string, string>>;
};

export type Ingested = {
  /** "created": a new resolution; "version": a new reading of a known one; "expression": a known one in another language; "unchanged": the same file was here already. */
  readonly outcome: "created" | "version" | "expression" | "unchanged";
  readonly symbol: string;
  readonly title: string;
  readonly version: number;
  readonly operativeCount: number;
  readonly proposals: number;
  readonly withoutFollowUp: number;
  readonly warnings: readonly ReadingWarning[];
  /** For "version": paragraphs whose text changed, and the tasks whose review was opened again. */
  readonly changedParagraphs: readonly string[];
  readonly reopenedTasks: readonly number[];
};

/** What was read before anything is stored: shown to the person who then says "store". */
export type ReadingPreview = Omit<Ingested, "outcome" | "version" | "changedParagraphs" | "reopenedTasks"> & {
  readonly organ: string | null;
  readonly session: number | null;
  readonly adopted: IsoDate | null;
  readonly meeting: string | null;
  readonly isKnown: boolean;
  readonly isResolution: boolean;
};

export type ReviewQueueRow = {
  readonly symbol: string;
  readonly title: string;
  readonly organ: string;
  readonly session: number | null;
  readonly adopted: IsoDate | null;
  readonly operativeCount: number;
  readonly decidedCount: number;
  readonly proposed: number;
  /** Proposals whose every value stands in the words and is certain. */
  readonly exact: number;
  readonly claimedBy: PersonRef | null;
  readonly warnings: number;
};
export type ReviewQueue = { readonly rows: readonly ReviewQueueRow[]; readonly nextCursor: string | null };

export type ProposalView = {
  readonly id: string;
  readonly stableId: string;
  readonly origin: "machine" | "person";
  readonly state: CandidateState;
  readonly action: CandidateAction;
  readonly isExact: boolean;
  /** Bodies found in the registry for the addressees, in the order lead then with. */
  readonly bodies: readonly TaskBodyRef[];
  /** The date that the calendar gives the deadline today, in words. */
  readonly deadline: TaskDeadline;
  readonly because: readonly SentenceView[];
  readonly highlights: readonly Highlight[];
  readonly taskNumber: number | null;
  /** "This may be a section of …": a tie that a person confirms when accepting. */
  readonly suggestions: readonly {
    readonly kind: "parent" | "host" | "sibling";
    readonly stableId: string;
    readonly text: string;
  }[];
};

export type ReviewParagraph = {
  readonly id: string;
  readonly stableId: string;
  readonly kind: ParagraphKind;
  readonly number: string;
  readonly depth: number;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly decision: ParagraphDecision;
  readonly decisionReason: string;
  readonly decidedBy: PersonRef | null;
  readonly noFollowUp: NoFollowUp | null;
  readonly proposals: readonly ProposalView[];
  /** Where the text before this one read otherwise: what changed, word by word; null where nothing did. */
  readonly changed: readonly DiffPart[] | null;
};

export type DecisionView = {
  readonly id: string;
  readonly at: string;
  readonly effectiveOn: IsoDate;
  readonly actorName: string;
  readonly decision: string;
  readonly para: string;
  readonly reason: string;
  readonly changedFields: readonly string[];
  readonly taskNumber: number | null;
  readonly isUndone: boolean;
};

export type ReviewPage = {
  readonly resolutionId: string;
  readonly symbol: string;
  readonly title: string;
  readonly organ: string;
  readonly session: number | null;
  readonly adopted: IsoDate | null;
  readonly meeting: string | null;
  /** Version of the resolution's record: send it back with a decision. */
  readonly version: number;
  readonly textVersion: number;
  readonly source: SourceExcerpt;
  readonly header: readonly Highlight[];
  readonly paragraphs: readonly ReviewParagraph[];
  readonly footnotes: readonly Footnote[];
  /** Operative paragraphs of the text before this one that are gone. */
  readonly gone: readonly { readonly number: string; readonly text: string }[];
  /** The same resolution in the other languages that were taken in. */
  readonly inLanguages: readonly TextInLanguage[];
  readonly warnings: readonly ReadingWarning[];
  readonly coverage: { readonly decided: number; readonly total: number; readonly text: string };
  readonly decisions: readonly DecisionView[];
  readonly claimedBy: PersonRef | null;
  readonly mayDecide: boolean;
};

/** Reasons for "no follow-up", as offered; any other reason can be written. */
export type ReasonCode = { readonly code: string; readonly label: string };

export type Decided = {
  readonly version: number;
  readonly taskNumbers: readonly number[];
  readonly coverage: ReviewPage["coverage"];
};

// ---------------------------------------------------------------- calendar

export type SessionPage = {
  readonly session: CalendarSession;
  readonly version: number;
  readonly isProjected: boolean;
  readonly opensIn: number | null;
  readonly because: readonly SentenceView[];
  readonly previous: SessionRef | null;
  readonly next: SessionRef | null;
  readonly figures: {
    readonly all: Figure;
    readonly open: Figure;
    readonly overdue: Figure;
    readonly unassigned: Figure;
    readonly done: Figure;
  };
  readonly byStatus: readonly { readonly status: WorkStatus; readonly figure: Figure }[];
  readonly due: readonly TaskRow[];
  /** Plan steps of the due tasks, for the timeline. */
  readonly steps: readonly {
    readonly taskNumber: number;
    readonly para: string;
    readonly symbol: string;
    readonly steps: readonly PlanStepView[];
    readonly output: OutputKind;
    /** For a section: the report it goes into, in the words of the text. */
    readonly hostReport: string;
    readonly agendaTitle: string;
    readonly handOver: IsoDate | null;
    readonly meetingOn: IsoDate | null;
    readonly wordLimit: WordLimit | null;
    /** Where the deadline as adopted leaves no time, or a day is not sure. */
    readonly warnings: readonly SentenceView[];
  }[];
  readonly changes: readonly {
    readonly at: string;
    readonly by: string;
    readonly reason: string;
    readonly source: string;
    readonly tasksMoved: number;
    readonly from: unknown;
    readonly to: unknown;
  }[];
  readonly asOf: IsoDate;
  readonly mayMove: boolean;
};

export type SessionMovePreview = {
  readonly from: CalendarSession;
  readonly to: CalendarSession;
  /** Neighbours whose closing day follows. */
  readonly alsoChanged: readonly CalendarSession[];
  readonly tasks: BoundedCount;
  readonly moved: number;
  /** The first fifty that move. */
  readonly examples: readonly {
    readonly number: number;
    readonly symbol: string;
    readonly para: string;
    readonly ask: string;
    readonly fromDue: IsoDate | null;
    readonly toDue: IsoDate | null;
    readonly fromStep: IsoDate | null;
    readonly toStep: IsoDate | null;
  }[];
  readonly version: number;
};

export type CalendarAdministration = {
  readonly series: readonly {
    readonly organ: string;
    readonly sessions: number;
    readonly first: string;
    readonly last: string;
    /** The number of the session after the last row. */
    readonly next: number;
    readonly fixed: number;
    readonly timeZone: string;
  }[];
  readonly changes: readonly {
    readonly organ: string;
    readonly session: number;
    readonly at: string;
    readonly by: string;
    readonly reason: string;
    readonly source: string;
    readonly tasksMoved: number;
    readonly before: { readonly opens: IsoDate | null; readonly closes: IsoDate | null } | null;
    readonly after: { readonly opens: IsoDate | null; readonly closes: IsoDate | null } | null;
  }[];
  readonly mayChange: boolean;
  readonly asOf: IsoDate;
};

export type SessionListRow = {
  readonly session: CalendarSession;
  readonly open: Figure;
};

// ---------------------------------------------------------------- lineages and series

/** What the task page shows of rhythm, lineage, output and series. */
export type TaskSeriesPanel = {
  readonly number: number;
  readonly version: number;
  readonly recurrence: Recurrence | null;
  /** The rhythm in words, or why no next occurrence can be named; null where the ask does not come back. */
  readonly rhythm: SentenceView | null;
  readonly next: DeadlineRule | null;
  readonly lineage: readonly {
    readonly number: number;
    readonly symbol: string;
    readonly para: string;
    readonly status: WorkStatus;
    readonly isOpen: boolean;
    readonly occurrence: number;
    readonly dueOn: IsoDate | null;
    readonly targetOrgan: string | null;
    readonly targetSession: number | null;
    readonly isThis: boolean;
  }[];
  readonly output: {
    readonly kind: OutputKind;
    readonly hostReport: string;
    readonly chosen: OutputKind | null;
    readonly hostNumber: number | null;
    readonly draftWords: number | null;
    readonly wordLimit: WordLimit | null;
    readonly ownLimit: number | null;
    readonly ownLimitSource: string;
    readonly kinds: readonly OutputKind[];
  };
  /** Sections and requests that this report carries. */
  readonly carried: readonly {
    readonly number: number;
    readonly symbol: string;
    readonly para: string;
    readonly ask: string;
    readonly status: WorkStatus;
    readonly version: number;
    /** What brings it along with this report now, where a person may do so. */
    readonly offer: CarriedMove | null;
  }[];
  readonly decisions: readonly {
    readonly verdict: SeriesVerdict;
    readonly later: string;
    readonly paragraph: string | null;
    readonly by: string;
    readonly on: IsoDate;
    readonly reason: string;
  }[];
  readonly mayOpenNext: boolean;
  readonly maySetOutput: boolean;
};

type SeriesResolution = { readonly symbol: string; readonly title: string; readonly adopted: IsoDate | null };
type SeriesParagraph = { readonly stableId: string; readonly number: string; readonly text: string };

/** A later resolution beside the tasks of an earlier one. */
export type SeriesPage = {
  readonly later: SeriesResolution;
  readonly earlier: SeriesResolution | null;
  readonly candidates: readonly (SeriesResolution & { readonly open: number })[];
  readonly paragraphs: readonly SeriesParagraph[];
  readonly rows: readonly {
    readonly number: number;
    readonly version: number;
    readonly reference: string;
    readonly stableId: string;
    readonly para: string;
    readonly ask: string;
    readonly text: string;
    readonly status: WorkStatus;
    readonly isOpen: boolean;
    readonly dueOn: IsoDate | null;
    readonly nextNumber: number | null;
    readonly proposal: {
      readonly verdict: SeriesVerdict;
      readonly paragraph: SeriesParagraph | null;
      readonly likeness: number;
    };
    readonly decided: {
      readonly verdict: SeriesVerdict;
      readonly paragraph: string | null;
      readonly by: string;
      readonly on: IsoDate;
      readonly reason: string;
    } | null;
  }[];
  readonly mayDecide: boolean;
  readonly asOf: IsoDate;
};

export type SlipRegister = {
  readonly rows: readonly (SlipRow & { readonly days: number | null })[];
  readonly later: number;
  readonly earlier: number;
  readonly nextCursor: string | null;
  readonly asOf: IsoDate;
};

// ---------------------------------------------------------------- dashboard, bodies, views

export type PendingDashboard = {
  readonly asOf: IsoDate;
  readonly isPast: boolean;
  readonly all: Figure;
  readonly pending: Figure;
  readonly overdue: Figure;
  readonly stepLate: Figure;
  readonly dueSoon: Figure;
  readonly unassigned: Figure;
  readonly blocked: Figure;
  readonly closureProposed: Figure;
  readonly noDate: Figure;
  readonly bySession: readonly {
    /** null: tasks that no session dates. */
    readonly session: SessionRef | null;
    readonly label: string;
    readonly opens: IsoDate | null;
    readonly closes: IsoDate | null;
    readonly pending: Figure;
    readonly overdue: Figure;
    readonly unassigned: Figure;
    readonly done: Figure;
  }[];
  readonly byBody: readonly {
    /** null: no known lead. */
    readonly body: BodyRef | null;
    readonly pending: Figure;
    readonly overdue: Figure;
    readonly unassigned: Figure;
  }[];
  readonly byResponsible: readonly {
    readonly body: BodyRef | null;
    readonly pending: Figure;
    readonly overdue: Figure;
    readonly unassigned: Figure;
  }[];
  readonly byStatus: readonly { readonly status: WorkStatus; readonly figure: Figure }[];
  readonly review: { readonly resolutions: number; readonly undecidedParagraphs: number };
  /** Overdue rows first, then those whose next step comes first. */
  readonly attention: readonly TaskRow[];
};

export type SessionBrief = {
  readonly session: CalendarSession;
  readonly sentence: SentenceView;
  readonly opens: IsoDate | null;
  readonly daysToOpening: number | null;
  readonly figures: SessionPage["figures"];
  readonly due: readonly TaskRow[];
  readonly asOf: IsoDate;
};

export type BodyPage = {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly category: string;
  readonly names: readonly { readonly name: string; readonly kind: string; readonly source: string }[];
  /** Bodies that this one continues or became, oldest first, itself included. */
  readonly lineage: readonly {
    readonly id: string;
    readonly name: string;
    readonly validFrom: string | null;
    readonly validTo: string | null;
    readonly isThis: boolean;
  }[];
  readonly parent: BodyRef | null;
  readonly successorId: string | null;
  readonly source: string;
  readonly note: string;
  readonly figures: {
    readonly pending: Figure;
    readonly overdue: Figure;
    readonly unassigned: Figure;
    readonly done: Figure;
  };
  readonly tasks: readonly TaskRow[];
  readonly people: readonly { readonly person: PersonRef; readonly role: Role }[];
  readonly asOf: IsoDate;
};

export type SavedViewRow = {
  readonly id: string;
  readonly name: string;
  /** The search part of the list's address. */
  readonly query: string;
  readonly isShared: boolean;
  readonly owner: PersonRef;
  readonly isMine: boolean;
};

/** How often people left a proposed value as it was, by field. */
export type AccuracyReport = {
  readonly proposals: number;
  readonly accepted: number;
  readonly edited: number;
  readonly dismissed: number;
  readonly added: number;
  readonly waiting: number;
  readonly byField: readonly { readonly field: string; readonly decided: number; readonly changed: number }[];
  readonly bySymbol: readonly {
    readonly symbol: string;
    readonly accepted: number;
    readonly edited: number;
    readonly dismissed: number;
    readonly added: number;
  }[];
};

export type { Because, CandidateState, DeadlineRule, ParagraphDecision };
