import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { fail, type Result } from "@/lib/core/result";
import type { Deps } from "@/lib/deps";
import type {
  acceptInput,
  acceptManyInput,
  addActionInput,
  dismissInput,
  editProposalInput,
  mergeInput,
  notActionableInput,
  splitInput,
  undoDecisionInput,
} from "./inputs";
import type { Decided } from "./types";

export async function acceptProposal(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof acceptInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}

export async function acceptExact(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof acceptManyInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}

export async function editProposal(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof editProposalInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}

export async function splitProposal(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof splitInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}

export async function mergeProposals(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof mergeInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}

export async function dismissProposal(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof dismissInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}

export async function markNotActionable(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof notActionableInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}

export async function addAction(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof addActionInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}

export async function undoDecision(
  _deps: Deps,
  _actor: Actor,
  _input: z.infer<typeof undoDecisionInput>,
): Promise<Result<Decided>> {
  return fail("unavailable", "This part is still being built.");
}
