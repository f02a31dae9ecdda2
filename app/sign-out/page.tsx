import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { visitor } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import { Submit } from "@/app/_ui/form/submit";
import { getReader } from "@/app/_ui/reader";
import { awaitsSecondStep, signOut } from "@/lib/auth/sign-in";
import styles from "../sign-in/sign-in.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("signIn.signOutTitle") };
}

async function leave(): Promise<void> {
  "use server";
  await signOut();
  redirect(address("/sign-in"));
}

/** Signing out changes something, so it is a form and not a link. */
export default async function SignOutPage() {
  const [{ t }, actor] = await Promise.all([getReader(), visitor()]);
  if (!actor && !(await awaitsSecondStep())) redirect(address("/sign-in"));
  return (
    <main className={styles.door}>
      <div className={styles.form}>
        <h1>{t("signIn.signOutTitle")}</h1>
        <p className={styles.lead}>
          {actor ? t("signIn.signOutLead", { name: actor.name }) : t("signIn.stepOther")}
        </p>
        <form action={leave}>
          <Submit>{t("signIn.signOut")}</Submit>
        </form>
      </div>
    </main>
  );
}
