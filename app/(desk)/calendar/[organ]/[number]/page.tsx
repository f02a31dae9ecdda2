import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask, signedIn } from "@/app/_server/context";
import { address, sessionAddress } from "@/app/_ui/addresses";
import { ButtonLink } from "@/app/_ui/form/button";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { sessionToEdit } from "@/lib/services/calendar";
import { sessionPageInput } from "@/lib/services/inputs";
import { EditForm } from "./edit-form";
import { editWords } from "./edit-words";

type Props = { params: Promise<{ organ: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organ, number } = await params;
  const { t, say } = await getReader();
  return {
    title: t("calendar.editTitle", { session: say.session(decodeURIComponent(organ), Number(number)) }),
  };
}

/** Every field of one session: corrected with a reason and a source, or added. */
export default async function EditSessionPage({ params }: Props) {
  await signedIn();
  const [{ organ, number }, { t, say }] = await Promise.all([params, getReader()]);
  if (!/^\d{1,4}$/u.test(number)) notFound();
  const result = await ask(sessionToEdit, sessionPageInput, {
    organ: decodeURIComponent(organ),
    session: number,
  });
  if (!result.ok) return <FailurePage failure={result.error} />;
  const { session, version, isNew, mayChange } = result.value;
  return (
    <>
      <PageHead
        over={t("calendar.title")}
        title={t("calendar.editTitle", { session: say.session(session.organ, session.session) })}
        lead={isNew ? t("calendar.newLead") : t("calendar.editLead")}
      >
        <ButtonLink
          href={isNew ? address("/calendar") : sessionAddress(session.organ, session.session)}
          kind="quiet"
        >
          {isNew ? t("calendar.title") : say.session(session.organ, session.session)}
        </ButtonLink>
      </PageHead>
      {mayChange ? (
        <EditForm session={session} version={version} isNew={isNew} words={editWords(t)} />
      ) : (
        <Note>{t("calendar.mayNot")}</Note>
      )}
    </>
  );
}
