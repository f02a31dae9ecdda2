import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type { asOfInput, calendarPackInput, moveSessionInput, sessionPageInput } from "./inputs";
import type { SessionListRow, SessionMovePreview, SessionPage } from "./types";

export async function sessionPage(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof sessionPageInput>,
): Promise<Result<SessionPage>> {
  return fail("unavailable", "This part is still being built.");
}

export async function listSessions(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof asOfInput>,
): Promise<Result<readonly SessionListRow[]>> {
  return fail("unavailable", "This part is still being built.");
}

export async function previewSessionMove(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof moveSessionInput>,
): Promise<Result<SessionMovePreview>> {
  return fail("unavailable", "This part is still being built.");
}

export async function moveSession(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof moveSessionInput>,
): Promise<Result<{ readonly version: number; readonly tasksMoved: number }>> {
  return fail("unavailable", "This part is still being built.");
}

export async function addCalendarPack(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof calendarPackInput>,
): Promise<Result<{ readonly organ: string; readonly added: number; readonly unchanged: number }>> {
  return fail("unavailable", "This part is still being built.");
}
