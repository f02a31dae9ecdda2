import type { Metadata } from "next";
import Link from "next/link";
import { askPlain, signedIn } from "@/app/_server/context";
import { address } from "@/app/_ui/addresses";
import { ActionForm } from "@/app/_ui/form/action-form";
import { TextField } from "@/app/_ui/form/field";
import { Submit } from "@/app/_ui/form/submit";
import { FailurePage } from "@/app/_ui/page/failure";
import { PageHead, Section } from "@/app/_ui/page/page-head";
import { getReader } from "@/app/_ui/reader";
import { can } from "@/lib/auth/policy";
import { listImports } from "@/lib/services/import";
import { ImportPlaces } from "../import-places";
import { sendFiles } from "./actions";
import styles from "./files.module.css";
import { LiveImport } from "./live-import";
import { stateOf, tallyOf } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getReader()).t("importFiles.title") };
}

/** Whole sessions come in, and every import that was begun, with how it stands. */
export default async function ImportFilesPage() {
  const [actor, reader] = await Promise.all([signedIn(), getReader()]);
  const { t, instant } = reader;
  if (!can(actor, "import.run"))
    return <FailurePage failure={{ code: "not-permitted", message: t("import.mayNot") }} />;
  const imports = await askPlain(listImports);
  if (!imports.ok) return <FailurePage failure={imports.error} />;
  const isWorking = imports.value.some((one) => one.state === "running" && !one.isStopped);
  return (
    <>
      <PageHead title={t("importFiles.title")} lead={t("importFiles.lead")}>
        <ImportPlaces here="files" />
      </PageHead>
      <ActionForm action={sendFiles} className={styles.form}>
        <TextField
          name="files"
          type="file"
          multiple
          required
          label={t("importFiles.file")}
          hint={t("importFiles.fileHint")}
          accept=".zip,.txt,.docx,.pdf,.html,.htm,.xml"
        />
        <div>
          <Submit>{t("importFiles.start")}</Submit>
        </div>
      </ActionForm>
      <Section id="latest" title={t("importFiles.latest")}>
        {isWorking ? <LiveImport /> : null}
        {imports.value.length === 0 ? (
          <p>{t("importFiles.none")}</p>
        ) : (
          <ul className={styles.list}>
            {imports.value.map((one) => (
              <li key={one.id}>
                <Link href={address(`/import/files/${one.id}`)}>
                  <bdi>{one.title}</bdi>
                </Link>
                <span>
                  {stateOf(one, t)} · {t("importFiles.progress", { done: one.done, total: one.total })}
                </span>
                <span>{tallyOf(one, t)}</span>
                <time dateTime={one.startedAt}>{instant(one.startedAt)}</time>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
