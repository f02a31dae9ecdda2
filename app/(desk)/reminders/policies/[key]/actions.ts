"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { ask } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { ok } from "@/lib/core/result";
import { changePolicy, changePolicyInput } from "@/lib/services/reminders";
import { policyOf } from "./policy-fields";

const text = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...new Set(form.keys())]
      .filter((name) => !name.startsWith("$ACTION"))
      .map((name) => [name, form.getAll(name).map(String).join(",")]),
  );

/** Stores a new version of the policy over the one that the person saw. */
export async function savePolicy(
  expectedVersion: number,
  statuses: readonly string[] | null,
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const policy = policyOf(text(form), null) as object;
  const result = await ask(changePolicy, changePolicyInput, {
    policy: statuses === null ? policy : { ...policy, statuses },
    isActive: form.get("isActive") !== null,
    expectedVersion,
  });
  if (!result.ok) return result;
  revalidatePath("/reminders", "layout");
  return ok({ message: (await getReader()).t("policies.saved", { version: result.value.version }) });
}

/** Shows what the policy of the form would do: its fields go into the address, and nothing is stored. */
export async function tryPolicy(key: string, form: FormData): Promise<void> {
  redirect(
    address(`/reminders/policies/${encodeURIComponent(key)}?${new URLSearchParams(text(form))}#dry-run`),
  );
}
