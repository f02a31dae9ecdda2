import type { Metadata } from "next";
import Link from "next/link";
import { address } from "@/app/_ui/addresses";
import { getReader } from "@/app/_ui/reader";
import { followLink } from "../../actions";
import { DoorForm } from "../../door-form";
import styles from "../../sign-in.module.css";
import { SmallDoor } from "../../small-door";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("signIn.linkUseTitle"), referrer: "no-referrer" };
}

/** The page behind a link of the mailbox. Opening it changes nothing; the button signs in and uses the link up. */
export default async function FollowLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ t }, { token }] = await Promise.all([getReader(), params]);
  return (
    <SmallDoor title={t("signIn.linkUseTitle")} lead={t("signIn.linkUseLead")}>
      <DoorForm action={followLink} submit={t("signIn.linkUse")}>
        <input type="hidden" name="token" value={token} />
      </DoorForm>
      <p className={styles.below}>
        <Link href={address("/sign-in")}>{t("signIn.back")}</Link>
      </p>
    </SmallDoor>
  );
}
