import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { visitor } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { address } from "@/app/_ui/addresses";
import { TextField } from "@/app/_ui/form/field";
import { getReader } from "@/app/_ui/reader";
import { safePath } from "@/lib/auth/config";
import { awaitsSecondStep } from "@/lib/auth/sign-in";
import { passStep } from "../actions";
import { DoorForm } from "../door-form";
import styles from "../sign-in.module.css";
import { SmallDoor } from "../small-door";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("signIn.stepTitle") };
}

/** The second step: a code of the phone, or a recovery code. */
export default async function SecondStepPage({ searchParams }: { searchParams: Query }) {
  const [{ t }, query, actor] = await Promise.all([getReader(), firstOf(searchParams), visitor()]);
  const next = safePath(query.next ?? "/");
  if (actor) redirect(address(next));
  if (!(await awaitsSecondStep())) redirect(address(`/sign-in?next=${encodeURIComponent(next)}`));
  return (
    <SmallDoor title={t("signIn.stepTitle")} lead={t("signIn.stepLead")}>
      <DoorForm action={passStep} submit={t("signIn.stepSubmit")}>
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          label={t("signIn.stepCode")}
          autoComplete="one-time-code"
          inputMode="text"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          required
        />
      </DoorForm>
      <p className={styles.below}>
        <Link href={address("/sign-out")} prefetch={false}>
          {t("signIn.stepOther")}
        </Link>
      </p>
    </SmallDoor>
  );
}
