"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import {
  addBodyInput,
  changeBody,
  changeBodyInput,
  createBody,
  nameBody,
  nameBodyInput,
} from "@/lib/services/body-admin";

const orNull = (form: FormData, name: string) => form.get(name) || null;

/** Adds a body to the register. */
export async function addNewBody(_previous: FormState, form: FormData): Promise<FormState> {
  const result = await ask(createBody, addBodyInput, {
    name: form.get("name") ?? "",
    kind: form.get("kind"),
    parentId: orNull(form, "parentId"),
    continuesId: orNull(form, "continuesId"),
    source: form.get("source") ?? "",
  });
  return result.ok ? said("settings.bodies.added") : result;
}

/** Changes where a body stands. */
export async function placeBody(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  const result = await ask(changeBody, changeBodyInput, {
    id,
    parentId: orNull(form, "parentId"),
    successorId: orNull(form, "successorId"),
    validFrom: orNull(form, "validFrom"),
    validTo: orNull(form, "validTo"),
    reason: form.get("reason") ?? "",
  });
  return result.ok ? said("settings.bodies.changed") : result;
}

/** Adds a name that a body has or had. */
export async function addName(id: string, _previous: FormState, form: FormData): Promise<FormState> {
  const result = await ask(nameBody, nameBodyInput, {
    id,
    name: form.get("name") ?? "",
    kind: form.get("kind"),
    source: form.get("source") ?? "",
  });
  return result.ok ? said("settings.bodies.named") : result;
}

async function said(key: `settings.bodies.${"added" | "changed" | "named"}`): Promise<FormState> {
  revalidatePath("/bodies", "layout");
  revalidatePath("/settings/bodies");
  return ok({ message: (await getReader()).t(key) });
}
