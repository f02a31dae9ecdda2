import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, recordedActorId } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";
import { fail, ok, type Result } from "@/lib/core/result";
import { atomically } from "@/lib/db/atomically";
import { appendAudit } from "@/lib/db/audit";
import { readActor } from "@/lib/db/people";
import {
  createToken,
  findToken,
  listTokens,
  revokeToken,
  type StoredToken,
  touchToken,
} from "@/lib/db/tokens";
import type { Deps } from "@/lib/deps";
import { words } from "./words";

/** What a token may open. It never opens more than its owner may do. */
export const apiScopes = {
  "tasks:read": "Read tasks, their history, dashboards, bodies and sessions",
  "tasks:write": "Move, assign and comment tasks",
  "resolutions:read": "Read resolutions",
  "resolutions:write": "Import resolutions",
  export: "Export lists and make reports",
} as const;
export type ApiScope = keyof typeof apiScopes;
export const apiScopeIds = Object.keys(apiScopes) as [ApiScope, ...ApiScope[]];

/** A token as its owner sees it. */
export type TokenRow = {
  readonly id: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
};

const self = (actor: Actor) => ({ kind: "person" as const, personId: actor.personId });
const notPermitted = fail("not-permitted", "Ask an administrator for a role before you make tokens.");

export const makeTokenInput = z.object({
  label: words(80).trim().min(1, "Say what the token is for."),
  scopes: z.array(z.enum(apiScopeIds)).min(1, "Choose at least one scope."),
  days: z.coerce.number().int().min(1).max(366).default(90),
});

/** Makes a token for the person who asks and shows it this once; only its hash is kept. */
export async function makeToken(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof makeTokenInput>,
): Promise<Result<TokenRow & { readonly token: string }>> {
  if (!can(actor, "feed.keep", self(actor))) return notPermitted;
  const token = `mdt_${randomBytes(32).toString("base64url")}`;
  const createdAt = deps.clock.now();
  return atomically(deps.db, async (tx) => {
    const stored = await createToken(tx, {
      tokenHash: hashOf(token),
      personId: actor.personId,
      label: input.label,
      scopes: [...new Set(input.scopes)],
      createdAt,
      expiresAt: new Date(createdAt.getTime() + input.days * 86_400_000),
    });
    await appendAudit(tx, {
      at: createdAt,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "token-made",
      subject: input.label,
      to: { scopes: stored.scopes, expiresAt: stored.expiresAt },
    });
    return ok({ ...toRow(stored), token });
  });
}

/** The tokens of the person who asks. */
export async function myTokens(deps: Deps, actor: Actor): Promise<Result<readonly TokenRow[]>> {
  if (!can(actor, "feed.keep", self(actor))) return notPermitted;
  return ok((await listTokens(deps.db, actor.personId, deps.clock.now())).map(toRow));
}

export const revokeTokenInput = z.object({ id: words(60).min(1) });

/** Ends a token of the person who asks; it opens nothing from the next request on. */
export async function endToken(
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof revokeTokenInput>,
): Promise<Result<{ readonly id: string }>> {
  if (!can(actor, "feed.keep", self(actor))) return notPermitted;
  const at = deps.clock.now();
  return atomically(deps.db, async (tx) => {
    if (!(await revokeToken(tx, input.id, actor.personId, at)))
      return fail("not-found", "There is no such token, or it has ended already.");
    await appendAudit(tx, {
      at,
      actorId: recordedActorId(actor),
      actorName: actor.name,
      action: "token-ended",
      subject: input.id,
    });
    return ok({ id: input.id });
  });
}

/** Who stands behind a token of the API, as the database has it now; null for one that opens nothing. */
export async function actorOfToken(
  deps: Deps,
  token: string,
): Promise<{ readonly tokenId: string; readonly actor: Actor; readonly scopes: readonly ApiScope[] } | null> {
  if (!/^mdt_[\w-]{43}$/.test(token)) return null;
  const now = deps.clock.now();
  const found = await findToken(deps.db, hashOf(token), now);
  if (!found) return null;
  const person = await readActor(deps.db, found.personId, await deps.today());
  if (!person) return null;
  await touchToken(deps.db, found.id, found.lastUsedAt, now);
  // Work taken over from people on leave is done in person, not by a machine: a token has its owner's roles alone.
  const { delegators: _, isActive: _isActive, ...actor } = person;
  return { tokenId: found.id, actor, scopes: apiScopeIds.filter((scope) => found.scopes.includes(scope)) };
}

// 256 bits of chance need no salt: nobody can try them all.
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

const toRow = (token: StoredToken): TokenRow => ({
  id: token.id,
  label: token.label,
  scopes: token.scopes,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt?.toISOString() ?? null,
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
});
