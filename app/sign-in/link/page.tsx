import type { Metadata } from "next";
import Link from "next/link";
import { address } from "@/app/_ui/addresses";
import { TextField } from "@/app/_ui/form/field";
import { getReader } from "@/app/_ui/reader";
import { letterSender } from "@/lib/adapters/channels/letter";
import { askForLink } from "../actions";
import { DoorForm } from "../door-form";
import styles from "../sign-in.module.css";
import { SmallDoor } from "../small-door";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("signIn.linkTitle") };
}

/** Asks for a link by e-mail; the answer is the same whether the address is known or not. */
export default async function LinkPage() {
  const { t } = await getReader();
  const isOn = letterSender() !== null;
  return (
    <SmallDoor title={t("signIn.linkTitle")} lead={isOn ? t("signIn.linkLead") : t("signIn.linkOff")}>
      {isOn ? (
        <DoorForm action={askForLink} submit={t("signIn.linkSend")}>
          <TextField name="email" type="email" label={t("signIn.email")} autoComplete="username" required />
        </DoorForm>
      ) : null}
      <p className={styles.below}>
        <Link href={address("/sign-in")}>{t("signIn.back")}</Link>
      </p>
    </SmallDoor>
  );
}
