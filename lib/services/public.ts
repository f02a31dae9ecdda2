import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import type { Certainty, IsoDate } from "@/lib/core/calendar/rule";
import type { ParagraphKind } from "@/lib/core/resolution/resolution";
import { fail, ok, type Result } from "@/lib/core/result";
import { looseSymbol } from "@/lib/core/symbol/loose-symbol";
import { organs } from "@/lib/core/symbol/organs";
import { type PublicStatus, publicStatusOf } from "@/lib/core/task/public-status";
import { appendAudit } from "@/lib/db/audit";
import { inTransaction } from "@/lib/db/client";
import {
  listForPublishing,
  listPublic,
  type PublicHead,
  readPublicTasks,
  readPublicText,
  storePublic,
} from "@/lib/db/public";
import { findBySaid } from "@/lib/db/resolutions";
import { boundSearch } from "@/lib/db/search";
import { readSetting } from "@/lib/db/settings";
import type { Deps } from "@/lib/deps";
import { bodiesFromDatabase, recordOf } from "./registry";
import { readSearch } from "./search";

const listed = 50;

/** Whether this installation shows anything to people who have not signed in; an Admin decides it in the settings. */
export const isOpenToPublic = async (deps: Deps): Promise<boolean> =>
  (await readSetting(deps.db, "publicPages")) === true;

const closed = fail("not-found", "This installation shows nothing to visitors. Sign in to read it.");

/** One action of a paragraph as the public reads it. */
export type PublicAction = {
  readonly ask: string;
  readonly status: PublicStatus;
  readonly dueOn: IsoDate | null;
  readonly dueCertainty: Certainty;
  readonly leads: readonly string[];
  /** Symbols of the documents that were given as evidence. */
  readonly documents: readonly string[];
};
export type PublicParagraph = {
  readonly anchor: string;
  readonly kind: ParagraphKind;
  readonly number: string;
  readonly depth: number;
  readonly text: string;
  readonly isDecided: boolean;
  readonly actions: readonly PublicAction[];
};
export type PublicResolution = PublicHead & {
  readonly meeting: string | null;
  readonly language: string;
  readonly paragraphs: readonly PublicParagraph[];
  /** The last day on which an office confirmed the state of an action, and that office. */
  readonly confirmed: { readonly on: IsoDate; readonly office: string | null } | null;
  readonly isPublic: boolean;
};

export const publicListInput = z.object({ text: z.string().trim().max(200).default("") });

/** What a visitor finds: a symbol in any habit of typing, or titles and paragraphs that hold the words. */
export async function findPublic(
  deps: Deps,
  input: z.infer<typeof publicListInput>,
): Promise<Result<{ readonly symbol: string | null; readonly rows: readonly PublicHead[] }>> {
  if (!(await isOpenToPublic(deps))) return closed;
  return inTransaction(await deps.reading(), async (tx) => {
    await boundSearch(tx);
    const symbol = looseSymbol(input.text);
    const head = symbol ? await findBySaid(tx, symbol.canonical) : null;
    const named = head ? await readPublicText(tx, head.symbol) : null;
    if (named?.isPublic) return ok({ symbol: named.symbol, rows: [named] });
    return ok({
      symbol: null,
      rows: await listPublic(tx, input.text ? readSearch(input.text) : null, listed),
    });
  });
}

export const publicResolutionInput = z.object({ symbol: z.string().min(1).max(120) });

/** A published resolution: the text, plain states, documents. Nothing internal leaves here. */
export async function publicResolution(
  deps: Deps,
  input: z.infer<typeof publicResolutionInput>,
): Promise<Result<PublicResolution>> {
  if (!(await isOpenToPublic(deps))) return closed;
  const text = await readPublicText(deps.db, input.symbol);
  if (!text?.isPublic)
    return fail(
      "not-found",
      "No resolution of this symbol is published here. Search by another symbol or by words.",
    );
  return ok(await asPublic(deps, text));
}

type Text = NonNullable<Awaited<ReturnType<typeof readPublicText>>>;

async function asPublic(deps: Deps, text: Text): Promise<PublicResolution> {
  const tasks = await readPublicTasks(deps.db, text.id);
  const latest = tasks.reduce<(typeof tasks)[number] | null>(
    (best, task) => ((task.confirmedOn ?? "") > (best?.confirmedOn ?? "") ? task : best),
    null,
  );
  const { symbol, title, adopted, operativeCount, decidedCount, meeting, language, isPublic } = text;
  return {
    symbol,
    title,
    adopted,
    operativeCount,
    decidedCount,
    meeting,
    language,
    isPublic,
    confirmed: latest?.confirmedOn ? { on: latest.confirmedOn, office: latest.office } : null,
    paragraphs: text.paragraphs.map((paragraph) => ({
      anchor: paragraph.stableId.split("#")[1] ?? paragraph.stableId,
      kind: paragraph.kind,
      number: paragraph.number,
      depth: paragraph.depth,
      text: paragraph.text,
      isDecided: paragraph.decision === "tasks" || paragraph.decision === "not_actionable",
      actions: tasks
        .filter((task) => task.paragraphId === paragraph.id)
        .flatMap(({ ask, status, dueOn, dueCertainty, leads, documents }) => {
          const state = publicStatusOf[status];
          return state === null ? [] : [{ ask, status: state, dueOn, dueCertainty, leads, documents }];
        }),
    })),
  };
}

/** What the public would read of a resolution: for the person who publishes it, before it is published. */
export async function previewPublic(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof publicResolutionInput>,
): Promise<Result<PublicResolution & { readonly version: number; readonly isOpen: boolean }>> {
  const text = await readPublicText(deps.db, input.symbol);
  if (!text) return fail("not-found", "This resolution has not been taken in.");
  if (!(await mayPublish(deps, actor, text.symbol))) return denied;
  return ok({ ...(await asPublic(deps, text)), version: text.version, isOpen: await isOpenToPublic(deps) });
}

/** What is published, and what is reviewed and may be: of the organs for which the person may do so, the newest of each. */
export async function listForPublication(
  deps: Deps,
  actor: Actor,
): Promise<
  Result<{
    readonly isOpen: boolean;
    readonly published: readonly PublicHead[];
    readonly reviewed: readonly PublicHead[];
  }>
> {
  const bodies = await bodiesFromDatabase(deps.db);
  const own = Object.keys(organs).filter((organ) =>
    can(actor, "resolution.publish", recordOf(organ, bodies)),
  );
  if (own.length === 0) return denied;
  const [isOpen, published, reviewed] = await Promise.all([
    isOpenToPublic(deps),
    listForPublishing(deps.db, { organs: own, isPublic: true }, listed),
    listForPublishing(deps.db, { organs: own, isPublic: false }, listed),
  ]);
  return ok({ isOpen, published, reviewed });
}

const denied = fail("not-permitted", "Only a Secretary of the organ publishes its resolutions.");

async function mayPublish(deps: Deps, actor: Actor, symbol: string): Promise<boolean> {
  const organ = looseSymbol(symbol)?.organ ?? "GA";
  return can(actor, "resolution.publish", recordOf(organ, await bodiesFromDatabase(deps.db)));
}

export const publishInput = publicResolutionInput.extend({
  isPublic: z.boolean(),
  version: z.coerce.number().int(),
  reason: z.string().trim().max(500).default(""),
});

/** Opens a resolution to everybody, or closes it again; who did so and why stands in the record. */
export async function publishResolution(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof publishInput>,
): Promise<Result<{ readonly isPublic: boolean }>> {
  if (!(await mayPublish(deps, actor, input.symbol))) return denied;
  if (!input.isPublic && input.reason === "")
    return fail("invalid-input", "Say why it is withdrawn.", {
      fields: { reason: "Say why it is withdrawn." },
    });
  return inTransaction(deps.db, async (tx) => {
    const text = await readPublicText(tx, input.symbol);
    if (!text) return fail("not-found", "This resolution has not been taken in.");
    if (!(await storePublic(tx, text.id, input.version, input.isPublic)))
      return fail("conflict", "Somebody changed this resolution meanwhile. Look at it again, then publish.");
    await appendAudit(tx, {
      at: deps.clock.now(),
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: input.isPublic ? "resolution-published" : "resolution-withdrawn",
      subject: text.symbol,
      from: { isPublic: text.isPublic },
      to: { isPublic: input.isPublic },
      reason: input.reason,
    });
    return ok({ isPublic: input.isPublic });
  });
}
