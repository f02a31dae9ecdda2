import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import type { CandidateAction } from "@/lib/core/mandate/candidate-action";
import { fail, ok, type Result } from "@/lib/core/result";
import { coverageInEnglish, isExact, reviewUnits } from "@/lib/core/task/review";
import { diffWords } from "@/lib/core/text/word-diff";
import {
  claimResolution,
  findBySaid,
  type ResolutionHead,
  readNewestVersion,
  readParagraphsOf,
  readResolutionHead,
  readSourceText,
  type StoredVersion,
  tasksByReference,
} from "@/lib/db/resolutions";
import { listReviews, readDecisions, type StoredDecision, waitingCandidates } from "@/lib/db/review";
import { namesOfPeople } from "@/lib/db/tasks";
import type { Deps } from "@/lib/deps";
import { otherLanguages } from "./expressions";
import type { claimInput, reviewPageInput, reviewQueueInput } from "./inputs";
import { knownBodies, proposalView } from "./proposals";
import { bodiesFromDatabase, calendarFromDatabase, recordOf } from "./registry";
import type { DecisionView, Highlight, PersonRef, ReviewPage, ReviewParagraph, ReviewQueue } from "./types";

/** Resolutions that wait for a review, or whose review is done, newest adopted first. */
export async function reviewQueue(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof reviewQueueInput>,
): Promise<Result<ReviewQueue>> {
  if (!can(actor, "resolution.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read resolutions.");
  const cursor = readCursor(input.cursor);
  if (!cursor.ok) return cursor;
  const lines = await listReviews(deps.db, {
    done: input.done,
    cursor: cursor.value,
    limit: input.limit + 1,
  });
  const shown = lines.slice(0, input.limit);
  const waiting = await waitingCandidates(
    deps.db,
    shown.map((line) => line.versionId),
  );
  const rows = shown.map(({ claimedById, claimedByName, versionId, id: _id, ...line }) => {
    const own = waiting.filter((candidate) => candidate.versionId === versionId);
    return {
      ...line,
      proposed: own.length,
      exact: own.filter((candidate) => isExact(candidate.action as unknown as CandidateAction)).length,
      claimedBy: claimedById !== null ? { id: claimedById, name: claimedByName ?? "" } : null,
    };
  });
  const last = shown.at(-1);
  const nextCursor =
    last && lines.length > input.limit
      ? Buffer.from(JSON.stringify([last.adopted ?? "", last.id])).toString("base64url")
      : null;
  return ok({ rows, nextCursor });
}

function readCursor(text: string | null): Result<{ adopted: string; id: string } | null> {
  if (text === null) return ok(null);
  try {
    const parsed = z
      .tuple([z.string().max(10), z.string().max(60)])
      .safeParse(JSON.parse(Buffer.from(text, "base64url").toString()));
    if (parsed.success) return ok({ adopted: parsed.data[0], id: parsed.data[1] });
  } catch {
    // Not a cursor of ours: answered below.
  }
  return fail("invalid-input", "This page of the list cannot be found. Go back to its beginning.");
}

/** The whole review of one resolution: its text, its paragraphs with their proposals, what was decided and what is left. */
export async function reviewPage(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof reviewPageInput>,
): Promise<Result<ReviewPage>> {
  if (!can(actor, "resolution.read"))
    return fail("not-permitted", "Ask an administrator for a role before you read resolutions.");
  const head = await findBySaid(deps.db, input.symbol);
  const version = head && (await readNewestVersion(deps.db, head.id));
  const source = version && (await readSourceText(deps.db, version.sourceId));
  if (!head || !version || !source)
    return fail("not-found", `${input.symbol} has not been taken in. Paste or upload its text first.`);
  const decisions = await readDecisions(deps.db, head.id);
  const names = await namesOfPeople(deps.db, [
    head.claimedById,
    ...version.paragraphs.map((one) => one.decidedById),
    ...decisions.map((one) => one.actorId),
  ]);
  const bodies = await bodiesFromDatabase(deps.db);
  const before =
    version.version > 1 ? await readParagraphsOf(deps.db, head.id, version.version - 1) : new Map();
  return ok({
    resolutionId: head.id,
    symbol: head.symbol,
    title: head.title,
    organ: head.organ,
    session: head.session,
    adopted: head.adopted,
    meeting: head.meeting,
    version: head.version,
    textVersion: version.version,
    source: { sourceId: version.sourceId, offset: 0, text: source.text, language: source.language },
    header: headerViews(head, version),
    paragraphs: await paragraphViews(deps, head, version, names, before),
    gone: [...before]
      .filter(([stableId]) => !version.paragraphs.some((one) => one.stableId === stableId))
      .map(([, paragraph]) => paragraph),
    footnotes: version.footnotes,
    inLanguages: await otherLanguages(deps.db, head.id, source.language),
    warnings: version.warnings,
    coverage: coverageOf(version),
    decisions: decisionViews(decisions, version, names, await tasksByReference(deps.db, head.id)),
    claimedBy:
      head.claimedById !== null ? { id: head.claimedById, name: names.get(head.claimedById) ?? "" } : null,
    mayDecide: can(actor, "resolution.review", recordOf(head.organ, bodies)),
  });
}

/** "12 of 12 paragraphs decided", as figures and words. */
export function coverageOf(version: Pick<StoredVersion, "paragraphs">): ReviewPage["coverage"] {
  const units = reviewUnits(version.paragraphs);
  const decided = units.filter((unit) => unit.decision !== "undecided").length;
  return { decided, total: units.length, text: coverageInEnglish(decided, units.length) };
}

function headerViews(head: ResolutionHead, version: StoredVersion): Highlight[] {
  return Object.entries(version.header).map(([field, quote]) => ({
    field,
    value: String(head[field as keyof ResolutionHead] ?? quote.text),
    quote: quote.text,
    spans: quote.spans,
    basis: "exact",
    rule: "",
    certainty: 1,
    alternatives: [],
  }));
}

async function paragraphViews(
  deps: Deps,
  head: ResolutionHead,
  version: StoredVersion,
  names: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, { readonly text: string }>,
): Promise<ReviewParagraph[]> {
  const known = await knownBodies(
    deps.db,
    version.candidates.map((candidate) => candidate.action),
  );
  const calendar = await calendarFromDatabase(deps.db);
  const today = await deps.today();
  const tasks = await tasksByReference(deps.db, head.id);
  return version.paragraphs.map((paragraph) => {
    const own = version.candidates.filter((candidate) => candidate.paragraphId === paragraph.id);
    const { decidedById, parentStableId: _parent, ordinal: _ordinal, decidedAt: _at, ...view } = paragraph;
    return {
      ...view,
      changed: changeOf(paragraph, before),
      decidedBy: decidedById !== null ? { id: decidedById, name: names.get(decidedById) ?? "" } : null,
      proposals: own.map((candidate, index) => {
        const task = tasks.get(candidate.stableId);
        const taskNumber = task && task.status !== "PROPOSED" ? task.number : null;
        return proposalView(candidate, {
          known,
          calendar,
          context: head,
          before: own.slice(0, index),
          taskNumber,
          today,
        });
      }),
    };
  });
}

/** What changed since the text before this one; for a first text, and for words that stayed, nothing. */
function changeOf(
  paragraph: { readonly kind: string; readonly stableId: string; readonly text: string },
  before: ReadonlyMap<string, { readonly text: string }>,
): ReviewParagraph["changed"] {
  if (before.size === 0 || paragraph.kind !== "operative") return null;
  const old = before.get(paragraph.stableId);
  return old?.text === paragraph.text ? null : diffWords(old?.text ?? "", paragraph.text);
}

function decisionViews(
  decisions: readonly StoredDecision[],
  version: StoredVersion,
  names: ReadonlyMap<string, string>,
  tasks: ReadonlyMap<string, { readonly id: string; readonly number: number }>,
): DecisionView[] {
  const paras = new Map(version.paragraphs.map((paragraph) => [paragraph.id, paragraph.number]));
  const numbers = new Map([...tasks.values()].map((task) => [task.id, task.number]));
  const undone = new Set(
    decisions
      .filter((one) => one.decision === "undo")
      .map((one) => String((one.from as { decisionId?: string } | null)?.decisionId)),
  );
  return decisions.map((one) => ({
    id: String(one.id),
    at: one.at.toISOString(),
    effectiveOn: one.effectiveOn,
    actorName: names.get(one.actorId) ?? "System",
    decision: one.decision,
    para: one.paragraphId !== null ? (paras.get(one.paragraphId) ?? "") : "",
    reason: one.reason,
    changedFields: one.changedFields,
    taskNumber: one.taskId !== null ? (numbers.get(one.taskId) ?? null) : null,
    isUndone: undone.has(String(one.id)),
  }));
}

/** Says who looks through a resolution, so that two people do not; anybody who may decide may take it over. */
export async function claimReview(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof claimInput>,
): Promise<Result<{ readonly claimedBy: PersonRef | null }>> {
  const head = await readResolutionHead(deps.db, input.resolutionId);
  if (!head) return fail("not-found", "There is no such resolution. Go back to the list.");
  if (!can(actor, "resolution.review", recordOf(head.organ, await bodiesFromDatabase(deps.db)))) {
    return fail("not-permitted", "Only a Secretary of this organ reviews its resolutions.");
  }
  await claimResolution(deps.db, head.id, input.claim ? actor.personId : null);
  return ok({ claimedBy: input.claim ? { id: actor.personId, name: actor.name } : null });
}
