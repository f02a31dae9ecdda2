import type { Metadata } from "next";
import Link from "next/link";
import { address } from "@/app/_ui/addresses";
import { TextField } from "@/app/_ui/form/field";
import { getReader } from "@/app/_ui/reader";
import { getDeps } from "@/lib/platform/deps";
import { invited } from "@/lib/services/invitations";
import { acceptInvite } from "../../actions";
import { DoorForm } from "../../door-form";
import styles from "../../sign-in.module.css";
import { SmallDoor } from "../../small-door";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("signIn.invitationPassword"), referrer: "no-referrer" };
}

/** The page behind an invitation: the person chooses a password and is in. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ t }, { token }] = await Promise.all([getReader(), params]);
  const person = await invited(await getDeps(), token);
  if (person === null) {
    return (
      <SmallDoor title={t("signIn.invitationOverTitle")} lead={t("signIn.invitationOver")}>
        <p className={styles.below}>
          <Link href={address("/sign-in")}>{t("signIn.back")}</Link>
        </p>
      </SmallDoor>
    );
  }
  return (
    <SmallDoor
      title={t("signIn.invitationTitle", { name: person.name })}
      lead={t("signIn.invitationLead", { email: person.email })}
    >
      <DoorForm action={acceptInvite} submit={t("signIn.invitationSubmit")}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={person.email} autoComplete="username" />
        <TextField
          name="password"
          type="password"
          label={t("signIn.invitationPassword")}
          autoComplete="new-password"
          minLength={12}
          required
        />
      </DoorForm>
    </SmallDoor>
  );
}
