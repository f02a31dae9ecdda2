import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ask, signedIn } from "@/app/_server/context";
import { firstOf, type Query } from "@/app/_server/params";
import { Empty } from "@/app/_ui/empty/empty";
import { readFilter } from "@/app/_ui/filter/language";
import { ActionForm } from "@/app/_ui/form/action-form";
import { Button } from "@/app/_ui/form/button";
import { TextArea, TextField } from "@/app/_ui/form/field";
import { Note } from "@/app/_ui/form/note";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader, type Reader } from "@/app/_ui/reader";
import { TaskTable } from "@/app/_ui/task-list/task-table";
import { previewRoundInput } from "@/lib/services/inputs";
import { previewRound, type RoundPreview } from "@/lib/services/rounds";
import { send } from "../actions";
import styles from "../rounds.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("rounds.new") };
}

/** A new round: which tasks, what each unit would be sent, and the question; one click sends it. */
export default async function NewRoundPage({ searchParams }: { searchParams: Query }) {
  await signedIn();
  const [query, reader] = await Promise.all([firstOf(searchParams), getReader()]);
  const { t } = reader;
  const text = query.q?.slice(0, 2000) ?? "";
  const { filter, unknown } = readFilter(text);
  const preview = await ask(previewRound, previewRoundInput, { filter });
  if (!preview.ok) return <FailurePage failure={preview.error} />;
  return (
    <>
      <PageHead title={t("rounds.new")} lead={t("rounds.newLead")} />
      <form className={styles.filter} method="get">
        <TextField name="q" label={t("rounds.which")} hint={t("rounds.whichHint")} defaultValue={text} />
        <Button type="submit">{t("rounds.show")}</Button>
      </form>
      {unknown.length > 0 ? (
        <Note tone="warn">{t("tasks.unknown", { parts: unknown.join(", ") })}</Note>
      ) : null}
      <Preview preview={preview.value} text={text} reader={reader} />
    </>
  );
}

function Preview({ preview, text, reader }: { preview: RoundPreview; text: string; reader: Reader }) {
  const { t } = reader;
  const count = preview.units.reduce((sum, unit) => sum + unit.rows.length, 0);
  const columns = ["reference", "ask", "owner", "due", "status"] as const;
  return (
    <>
      {count === 0 ? (
        <Empty title={t("rounds.nobody")}>{t("rounds.nobodyLead")}</Empty>
      ) : (
        <div className={styles.send}>
          <ActionForm action={send.bind(null, { query: text, key: randomUUID() })}>
            <TextField
              name="title"
              label={t("rounds.roundTitle")}
              hint={t("rounds.roundTitleHint")}
              required
            />
            <TextArea
              name="question"
              label={t("rounds.question")}
              rows={2}
              defaultValue={t("rounds.questionDefault")}
            />
            <TextField name="answerBy" type="date" label={t("rounds.answerBy")} />
            <div>
              <Submit>{t("rounds.send", { units: preview.units.length, tasks: count })}</Submit>
            </div>
          </ActionForm>
        </div>
      )}
      {preview.isCut ? <Note tone="warn">{t("rounds.cut", { count })}</Note> : null}
      {preview.notYours > 0 ? <Note>{t("rounds.notYours", { count: preview.notYours })}</Note> : null}
      {preview.units.map((unit) => (
        <Section key={unit.id} title={t("rounds.unitGets", { unit: unit.name, count: unit.rows.length })}>
          <TaskTable rows={unit.rows} columns={columns} reader={reader} caption={unit.name} isReadOnly />
        </Section>
      ))}
      {preview.withoutUnit.length > 0 ? (
        <Section title={t("rounds.withoutUnit")}>
          <TaskTable
            rows={preview.withoutUnit}
            columns={columns}
            reader={reader}
            caption={t("rounds.withoutUnit")}
            isReadOnly
          />
        </Section>
      ) : null}
    </>
  );
}
