import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask, signedIn } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import { ButtonLink } from "@/app/_ui/form/button";
import { Note } from "@/app/_ui/form/note";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { roundInput } from "@/lib/services/inputs";
import { roundPage } from "@/lib/services/rounds";
import { RoundRow } from "../round-row";
import styles from "../rounds.module.css";
import { RunRound } from "../run-round";

type Props = { params: Promise<{ number: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("rounds.title") };
}

/** One round: each unit with its tasks, what it answered, and what the Secretary decided. */
export default async function RoundPageView({ params }: Props) {
  await signedIn();
  const [{ number }, reader] = await Promise.all([params, getReader()]);
  if (!/^\d{1,9}$/u.test(number)) notFound();
  const round = await ask(roundPage, roundInput, { number });
  if (!round.ok) return <FailurePage failure={round.error} />;
  const { t, day, instant } = reader;
  const { title, question, askedByName, askedOn, answerBy, counts, units, isLate, closed } = round.value;
  return (
    <>
      <PageHead
        over={t("rounds.over", { number, name: askedByName, day: day(askedOn, "long") })}
        title={title}
        lead={question}
      >
        <ButtonLink href={address("/rounds")}>{t("rounds.all")}</ButtonLink>
      </PageHead>
      <p className={styles.counts}>
        {t("rounds.counts", counts)} {answerBy ? t("rounds.answersBy", { day: day(answerBy, "long") }) : ""}
      </p>
      {closed ? (
        <Note>
          {t("rounds.closedBy", { name: closed.byName, at: instant(closed.at) })} {closed.why}
        </Note>
      ) : null}
      {round.value.mayRun ? <RunRound round={round.value} reader={reader} /> : null}
      {isLate ? <Note tone="warn">{t("rounds.late")}</Note> : null}
      {units.map((unit) => (
        <Section
          key={unit.id}
          id={unit.id}
          title={unit.name}
          aside={
            <span className={styles.quiet}>
              {t("rounds.unitCounts", {
                done: unit.rows.filter((row) => row.state === "answered" || row.state === "accepted").length,
                count: unit.rows.length,
              })}
            </span>
          }
        >
          <ul className={styles.rows}>
            {unit.rows.map((row) => (
              <RoundRow key={row.taskNumber} row={row} round={round.value.number} reader={reader} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
