import type { Metadata } from "next";
import { DoorPage } from "@/app/_ui/door/door-page";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextArea, TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { getReader } from "@/app/_ui/reader";
import { authSecret } from "@/lib/auth/secret";
import { sayFailure } from "@/lib/i18n/failure";
import { getDeps } from "@/lib/platform/deps";
import { answerPage } from "@/lib/services/reminder-answer";
import { sendAnswer } from "./actions";
import styles from "./answer.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getReader()).t("mailPages.answerTitle"),
    referrer: "no-referrer",
    robots: "noindex",
  };
}

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ sent?: string }>;
};

/** Answers one task from the mail, without signing in: a proposed status with a note, once, and nothing else. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const [{ token }, { sent }, { t, day, locale }] = await Promise.all([params, searchParams, getReader()]);
  if (sent !== undefined)
    return (
      <DoorPage brand={t("app.name")} title={t("mailPages.answerTitle")}>
        <Note tone="good">{t("mailPages.answered")}</Note>
      </DoorPage>
    );
  const found = await answerPage(await getDeps(), token, authSecret());
  if (!found.ok)
    return (
      <DoorPage brand={t("app.name")} title={t("mailPages.answerTitle")}>
        <Note tone="warn">{sayFailure(locale, found.error).message}</Note>
      </DoorPage>
    );
  const { ask, reference, status, personName, moves, expiresAt } = found.value;
  return (
    <DoorPage brand={t("app.name")} title={t("mailPages.answerTitle")}>
      <p id="asked">
        <strong>
          <bdi>{ask}</bdi>
        </strong>
        <br />
        <bdi>{reference}</bdi>, {t(`status.${status}`)}
      </p>
      <p id="lead">
        {t("mailPages.answerLead", {
          name: personName,
          day: day(expiresAt.toISOString().slice(0, 10), "long"),
        })}
      </p>
      <ActionForm action={sendAnswer.bind(null, token)}>
        {/* The keys work from the first: space, down or up chooses, Enter sends; what is asked is read with the field. */}
        <fieldset className={styles.moves} aria-describedby="asked lead">
          <legend>{t("mailPages.move")}</legend>
          {moves.map((move, index) => (
            <label key={move}>
              {/* biome-ignore lint/a11y/noAutofocus: the page is this one question */}
              <input type="radio" name="move" value={move} required autoFocus={index === 0} />
              {t(`mailPages.moves.${move}`)}
            </label>
          ))}
        </fieldset>
        <div className={styles.symbol}>
          <TextField
            name="documentSymbol"
            label={t("mailPages.symbol")}
            hint={t("mailPages.symbolHint")}
            maxLength={100}
          />
        </div>
        <TextArea name="note" label={t("mailPages.note")} hint={t("mailPages.noteHint")} maxLength={2000} />
        <div>
          <Submit>{t("mailPages.send")}</Submit>
        </div>
      </ActionForm>
    </DoorPage>
  );
}
