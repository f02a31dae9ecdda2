"use server";

import { revalidatePath } from "next/cache";
import { ask } from "@/app/_server/context";
import type { FormState } from "@/app/_ui/form/action-form";
import { getReader } from "@/app/_ui/reader";
import { siteAddress } from "@/lib/adapters/channels/letter";
import { ok } from "@/lib/core/result";
import { addFeed, addFeedInput, revokeFeedInput, takeBackFeed } from "@/lib/services/feeds";
import type { OnceState } from "./once-form";

/** Makes a secret address and shows it once. */
export async function makeFeed(_previous: OnceState, form: FormData): Promise<OnceState> {
  const made = await ask(addFeed, addFeedInput, {
    bodyId: form.get("bodyId") ?? "",
    label: form.get("label") ?? "",
  });
  if (!made.ok) return made;
  revalidatePath("/settings/feeds");
  return ok({ shown: `${siteAddress()}/api/feeds/${made.value.secret}.ics` });
}

/** Takes an address back. */
export async function takeBack(id: string, _previous: FormState, _form: FormData): Promise<FormState> {
  const done = await ask(takeBackFeed, revokeFeedInput, { id });
  if (!done.ok) return done;
  revalidatePath("/settings/feeds");
  return ok({ message: (await getReader()).t("feeds.revoked") });
}
