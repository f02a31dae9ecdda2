"use server";

import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { letterSender } from "@/lib/adapters/channels/letter";
import { ok, type Result } from "@/lib/core/result";
import type { UseCase } from "@/lib/http/action";
import { type Invitation, invite, inviteAgain, inviteAgainInput } from "@/lib/services/invitations";
import { changePerson, endSignIns, giveRole, setActive, takeRole } from "@/lib/services/people";
import {
  activeInput,
  endMembershipInput,
  inviteInput,
  membershipInput,
  nameInput,
  revokeInput,
} from "@/lib/services/people-inputs";
import { resetSecondStep, resetStepInput } from "@/lib/services/second-step";
import type { RevealState } from "../reveal-form";

/** Adds a person with a first role and shows the link of the invitation once. */
export async function invitePerson(_previous: RevealState, form: FormData): Promise<RevealState> {
  const result = await ask((deps, actor, input) => invite(deps, actor, input, letterSender()), inviteInput, {
    email: form.get("email") ?? "",
    name: form.get("name") ?? "",
    title: form.get("title") ?? "",
    role: form.get("role"),
    bodyId: form.get("bodyId") || null,
  });
  return invited(result);
}

/** A fresh invitation for somebody who is here already. */
export async function invitePersonAgain(
  personId: string,
  _previous: RevealState,
  _form: FormData,
): Promise<RevealState> {
  const again: UseCase<{ personId: string }, Invitation> = (deps, actor, input) =>
    inviteAgain(deps, actor, input, letterSender());
  return invited(await ask(again, inviteAgainInput, { personId }));
}

async function invited(result: Result<Invitation>): Promise<RevealState> {
  if (!result.ok) return result;
  const { t } = await getReader();
  revalidatePath("/settings/people", "layout");
  const { url, isMailed } = result.value;
  return ok({
    message: isMailed ? t("settings.people.invitedMailed") : t("settings.people.invitedCopy"),
    secrets: [url],
  });
}

/** Gives a person a role within a body, or everywhere. */
export async function addRole(personId: string, _previous: FormState, form: FormData): Promise<FormState> {
  const input = {
    personId,
    role: form.get("role"),
    bodyId: form.get("bodyId") || null,
    reason: form.get("reason") ?? "",
  };
  return done(giveRole, membershipInput, input, "settings.person.given");
}

/** Ends a role, with the reason. */
export async function endRole(
  membershipId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const input = { membershipId, reason: form.get("reason") ?? "" };
  return done(takeRole, endMembershipInput, input, "settings.person.ended");
}

/** Changes name and title. */
export async function renamePerson(
  personId: string,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const input = { personId, name: form.get("name") ?? "", title: form.get("title") ?? "" };
  return done(changePerson, nameInput, input, "settings.saved");
}

/** Closes or reopens an account. */
export async function switchAccount(
  personId: string,
  isActive: boolean,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const input = { personId, isActive, reason: form.get("reason") ?? "" };
  return done(
    setActive,
    activeInput,
    input,
    isActive ? "settings.person.reopened" : "settings.person.closed",
  );
}

/** Takes the second step of somebody away who lost it. */
export async function resetStep(personId: string, _previous: FormState, form: FormData): Promise<FormState> {
  const input = { personId, reason: form.get("reason") ?? "" };
  return done(resetSecondStep, resetStepInput, input, "settings.person.stepWasReset");
}

/** Ends one sign-in of a person, or all where `signInId` is null. */
export async function endTheirs(
  personId: string,
  signInId: string | null,
  _previous: FormState,
  _form: FormData,
): Promise<FormState> {
  const result = await ask(endSignIns, revokeInput, { personId, signInId });
  if (!result.ok) return result;
  revalidatePath("/settings/people", "layout");
  return ok({ message: (await getReader()).t("settings.security.ended", { count: result.value.ended }) });
}

type Said =
  | "settings.saved"
  | `settings.person.${"given" | "ended" | "closed" | "reopened" | "stepWasReset"}`;

async function done<S extends z.ZodType, T>(
  useCase: UseCase<z.output<S>, T>,
  schema: S,
  input: unknown,
  said: Said,
): Promise<FormState> {
  const result = await ask(useCase, schema, input);
  if (!result.ok) return result;
  revalidatePath("/settings/people", "layout");
  return ok({ message: (await getReader()).t(said) });
}
