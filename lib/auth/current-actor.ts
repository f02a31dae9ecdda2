import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { isPassing } from "@/lib/http/calm";
import { getDeps } from "@/lib/platform/deps";
import type { Actor } from "./actor";
import { actorOfSignIn } from "./actor-of-sign-in";
import { sessionCookie, unsealSignIn } from "./session-cookie";

/** The id of the sign-in that this request carries, whether or not it still stands; null without a readable cookie. */
export const currentSignInId = cache(async (): Promise<string | null> => {
  const value = (await cookies()).get(sessionCookie().name)?.value;
  return value === undefined ? null : unsealSignIn(value);
});

/**
 * Who is signed in, asked of the database once for each request; null for a visitor. Throws where the configuration
 * is broken or the database is away: then nobody is let in.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const id = await currentSignInId();
  if (id === null) return null;
  try {
    const deps = await getDeps();
    return await actorOfSignIn(deps.db, id, deps.clock.now(), deps.today());
  } catch (error) {
    isPassing(error); // a database that is away answers 503
    throw error;
  }
});
