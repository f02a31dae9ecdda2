import type { Metadata } from "next";
import { askPlain, signedIn } from "@/app/_server/context";
import { Empty } from "@/app/_ui/empty/empty";
import { ActionForm } from "@/app/_ui/form/action-form";
import { SelectField, TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { cells, Table } from "@/app/_ui/table/table";
import { feeds } from "@/lib/services/feeds";
import styles from "../reminders/reminder-settings.module.css";
import { makeFeed, takeBack } from "./actions";
import { OnceForm } from "./once-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("feeds.title") };
}

/** The secret addresses by which the reader's calendars follow the sessions. */
export default async function FeedsPage() {
  await signedIn();
  const { t, instant } = await getReader();
  const mine = await askPlain(feeds);
  if (!mine.ok) return <FailurePage failure={mine.error} />;
  const { own, choices } = mine.value;
  return (
    <>
      <PageHead title={t("feeds.title")} lead={t("feeds.lead")} />
      <OnceForm action={makeFeed} note={t("feeds.made")} label={t("feeds.address")}>
        <div className={styles.fields}>
          <SelectField
            name="bodyId"
            label={t("feeds.of")}
            options={[
              { value: "", label: t("feeds.mine") },
              ...choices.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextField name="label" label={t("feeds.label")} hint={t("feeds.labelHint")} maxLength={80} />
        </div>
        <div>
          <Submit>{t("feeds.add")}</Submit>
        </div>
      </OnceForm>
      <Section id="calendars" title={t("feeds.own")}>
        {own.length === 0 ? (
          <Empty title={t("feeds.none")} />
        ) : (
          <Table
            caption={t("feeds.own")}
            stacks
            head={(["of", "label", "created", "used", "revoke"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`feeds.${column}`)}
              </th>
            ))}
          >
            {own.map((feed) => (
              <tr key={feed.id}>
                <td>{feed.bodyName ?? t("feeds.mine")}</td>
                <td>{feed.label}</td>
                <td className={cells.tight} data-label={t("feeds.created")}>
                  {instant(feed.createdAt)}
                </td>
                <td className={cells.tight} data-label={t("feeds.used")}>
                  {feed.lastUsedAt ? instant(feed.lastUsedAt) : t("feeds.never")}
                </td>
                <td className={cells.tight}>
                  <ActionForm action={takeBack.bind(null, feed.id)}>
                    <Submit kind="plain" size="small">
                      {t("feeds.revoke")}
                    </Submit>
                  </ActionForm>
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Section>
    </>
  );
}
