import type { Metadata } from "next";
import { DoorPage } from "@/app/_ui/door/door-page";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { getReader } from "@/app/_ui/reader";
import { authSecret } from "@/lib/auth/secret";
import { sayFailure } from "@/lib/i18n/failure";
import { getDeps } from "@/lib/platform/deps";
import { unsubscribePreview } from "@/lib/services/reminder-unsubscribe";
import { stopMails } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getReader()).t("mailPages.unsubscribeTitle"),
    referrer: "no-referrer",
    robots: "noindex",
  };
}

/** Asks once more before mails stop: opening the page changes nothing, because mail scanners open every link. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { t, locale } = await getReader();
  const found = await unsubscribePreview(await getDeps(), token, authSecret());
  return (
    <DoorPage brand={t("app.name")} title={t("mailPages.unsubscribeTitle")}>
      {!found.ok ? (
        <Note tone="warn">{sayFailure(locale, found.error).message}</Note>
      ) : found.value.isStopped ? (
        <Note tone="good">{t("mailPages.stopped", { address: found.value.address })}</Note>
      ) : (
        <>
          <p>{t("mailPages.unsubscribeLead", { name: found.value.name, address: found.value.address })}</p>
          <ActionForm action={stopMails.bind(null, token)}>
            <div>
              <Submit>{t("mailPages.stop")}</Submit>
            </div>
          </ActionForm>
        </>
      )}
    </DoorPage>
  );
}
