"use server";

import { redirect } from "next/navigation";
import { address } from "@/app/_ui/addresses";
import { signInWithPassword } from "@/lib/auth/sign-in";
import type { Result } from "@/lib/core/result";
import { calm } from "@/lib/http/calm";

/** Signs in and goes where the person wanted to go. The refusal does not say which of the two was wrong. */
export async function signIn(_previous: Result<never> | null, form: FormData): Promise<Result<never> | null> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const result = await calm(() =>
    signInWithPassword({ email: text("email"), password: text("password"), next: text("next") || "/" }),
  );
  if (!result.ok) return result;
  redirect(address(result.value.next));
}
